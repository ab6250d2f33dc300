from django.core.management import BaseCommand

from articles import renditions, tasks
from articles.models import Photo


class Command(BaseCommand):
    help = (
        "Make the renditions of photos that have none, or none of this release's sizes. Safe to run at any time; with "
        "TASKS=worker the worker makes them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--look", action="store_true", help="also look whether each file is whole in the storage")
        parser.add_argument("--all", action="store_true", help="make those of every photo anew")

    def handle(self, *, look, all, verbosity, **options):
        number = 0
        for photo in Photo.objects.order_by("pk").iterator():
            is_good = renditions.are_current(photo) and not (look and _is_missing_some(photo))
            if all or not is_good:
                tasks.make_renditions.enqueue(photo.pk)
                number += 1
        if verbosity:
            self.stdout.write(f"Renditions asked for: {number} of {Photo.objects.count()} photos.")


def _is_missing_some(photo):
    try:
        for name in renditions.names(photo):
            renditions.opened(name).close()
    except FileNotFoundError:
        return True
    return False
