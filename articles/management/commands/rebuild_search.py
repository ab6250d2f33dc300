from django.core.management import BaseCommand

from articles import search

BAR = 40


class Command(BaseCommand):
    help = (
        "Index all stories again, in small batches. Safe while the site runs: search finds everything meanwhile. Cut off, "
        "it is simply run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--missing", action="store_true", help="only stories that are not in the index")

    def handle(self, *, missing, verbosity, **options):
        stories = search.missing() if missing else search.concerned()
        total, done, told = stories.count(), 0, 0
        for number in search.index_all(stories):
            # Stories that were published meanwhile count too.
            done += number
            total = max(total, done)
            told = self._tell(done, total, told) if verbosity else told
        search.tidy()
        if verbosity:
            self.stdout.write(f"The search index is complete: {done:,} stories gone through.")

    def _tell(self, done, total, told):
        """A bar on a terminal, else a line every ten per cent; returns the per cent that were told last."""
        share = 100 * done // total
        if self.stdout.isatty():
            filled = BAR * done // total
            bar = f"{'#' * filled}{'.' * (BAR - filled)}"
            self.stdout.write(f"\r[{bar}] {share:3} %  {done:,} of {total:,}", ending="\n" if done == total else "")
            self.stdout.flush()
        elif share // 10 > told // 10:
            self.stdout.write(f"{share} %: {done:,} of {total:,} stories")
        return share
