from django.core.management import BaseCommand

from comments import moderation


class Command(BaseCommand):
    help = (
        "Forget the texts before redactions whose 30 days are over. Decisions and set-up do the same: this is for a desk "
        "where nobody decides for days."
    )

    def handle(self, *, verbosity, **options):
        number = moderation.forget_originals()
        if verbosity:
            self.stdout.write(f"Originals forgotten: {number}.")
