from django.core.management import BaseCommand

from comments import outbox


class Command(BaseCommand):
    help = "Send what is due in the outbox now. The server does it by itself, or the worker where TASKS=worker."

    def handle(self, **options):
        done = outbox.deliver()
        self.stdout.write(f"{done.sent} sent, {done.failed} failed.")
        if done.is_cut_short:
            self.stderr.write("The mail server does not work; the rest waits. `manage.py doctor` says more.")
