from django.core.management import BaseCommand

from comments import moderation


class Command(BaseCommand):
    help = (
        "Forget what is kept for 30 days: the texts before redactions, and from which networks comments and reports came. "
        "Decisions and set-up do the same: this is for a desk where nobody decides for days."
    )

    def handle(self, *, verbosity, **options):
        forgotten = moderation.forget()
        if verbosity:
            self.stdout.write(f"Forgotten: {forgotten.originals} originals, {forgotten.networks} networks.")
