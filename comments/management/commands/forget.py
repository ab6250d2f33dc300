from django.core.management import BaseCommand

from comments import moderation


class Command(BaseCommand):
    help = (
        "Forget what is kept for 30 days: the texts before redactions, from which networks comments and reports came, and "
        "which mails were sent. "
        "Decisions and set-up do the same: this is for a desk where nobody decides for days."
    )

    def handle(self, *, verbosity, **options):
        forgotten = moderation.forget()
        if verbosity:
            self.stdout.write("Forgotten: originals {}, networks {}, mails {}.".format(*forgotten))
