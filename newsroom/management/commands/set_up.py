import fcntl
import hashlib
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command

from articles import renditions, search
from articles.models import Edition, Photo, Publication
from comments import moderation
from newsroom.groups import set_up_groups


class Command(BaseCommand):
    help = "Bring the database and the static files to what this release needs. Safe to run at any time, and twice at once."

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="Fill an empty newsroom with the demo stories.")

    def handle(self, *, demo, **options):
        settings.VAR_DIR.mkdir(exist_ok=True)
        # Two set-ups on one folder queue here: two migrations of one empty SQLite file at once end in an error.
        with (settings.VAR_DIR / "set_up.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            call_command("migrate", interactive=False, verbosity=0)
            Edition.objects.get_or_create(pk=1)
            Publication.objects.get_or_create(pk=1)
            set_up_groups()
            moderation.forget()
            if not settings.DEBUG:
                collect_static_files()
            if demo:
                call_command("demo")
            self._look_after_renditions()
            if search.missing().exists():
                # Of an upgrade from a release without the index, or stories that were loaded past the verbs.
                call_command("rebuild_search", missing=True)
            if moderation.missing().exists():
                call_command("rescreen", missing=True)
        self.stdout.write("The newsroom is set up.")

    def _look_after_renditions(self):
        """Those of an earlier release still serve; a start must not wait for new ones of thousands of photos."""
        if settings.TASKS_RUN == "worker":
            call_command("make_renditions", verbosity=0)
        elif number := sum(not renditions.are_current(photo) for photo in Photo.objects.iterator()):
            self.stdout.write(f"{number} photos lack sizes of this release; `manage.py make_renditions` makes them.")


def collect_static_files():
    """Collect and compress the static files unless they are those of the last time: compressing takes seconds."""
    digest = hashlib.sha256(django.get_version().encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(name) as file:
                digest.update(name.encode() + file.read())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest.hexdigest())
