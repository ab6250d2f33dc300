from django.core.management import BaseCommand

from comments import moderation
from comments.models import Comment

BATCH = 200


class Command(BaseCommand):
    help = (
        "Run the rules in force again over all comments that wait; nothing is decided. Safe while the site runs. Cut off, it "
        "is simply run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing",
            action="store_true",
            help="instead, note of comments of an earlier release by what texts, names and links they are compared",
        )

    def handle(self, *, missing, verbosity, **options):
        comments = moderation.missing() if missing else Comment.objects.pending()
        total, done, last = comments.count(), 0, 0
        while batch := list(comments.filter(pk__gt=last).order_by("pk")[:BATCH]):
            if missing:
                moderation.fill(batch)
            else:
                moderation.rescreen(Comment.objects.filter(pk__in=[comment.pk for comment in batch]))
            last, before, done = batch[-1].pk, done, done + len(batch)
            # Comments that came meanwhile count too.
            total = max(total, done)
            if verbosity and 10 * done // total > 10 * before // total:
                self.stdout.write(f"{100 * done // total} %: {done:,} of {total:,} comments")
        if verbosity:
            self.stdout.write(f"{done:,} comments gone through.")
