import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from comments.models import Mail
from newsroom import health

# Longer than any delivery that works takes to come to a mail that is due.
OVERDUE = timedelta(minutes=15)
# By then a mail has been refused for more than an hour.
OFTEN = 5


class Command(BaseCommand):
    help = "Look whether this newsroom works: mail first, then the outbox, database, cache and storage."

    def add_arguments(self, parser):
        parser.add_argument(
            "--to", default=settings.DEFAULT_FROM_EMAIL, help="Where to send the test mail (MAIL_FROM)."
        )

    def handle(self, *, to, **options):
        checks = [("mail", lambda: send_test_mail(to)), ("outbox", look_into_the_outbox)]
        checks += [(name, part) for name, part in health.PARTS.items()]
        has_failed = False
        for name, check in checks:
            try:
                told = check() or "ok"
            except CommandError as error:
                has_failed, told = True, f"FAILED. {error}"
            except Exception as error:
                has_failed, told = True, f"FAILED ({type(error).__name__}). {ADVICE[name]}"
            self.stdout.write(f"{name}: {told}")
        if has_failed:
            raise SystemExit(1)


ADVICE = {
    "mail": "Look at EMAIL_URL.",
    "outbox": "Look at DATABASE_URL, and run `manage.py set_up`.",
    "database": "Look at DATABASE_URL, and run `manage.py set_up`.",
    "cache": "Look at CACHE_URL, and whether its server runs.",
    "storage": "Look at STORAGE_URL, and whether this account may write there.",
}


def send_test_mail(to):
    """What `sendtestemail` does. Raises `CommandError` with what to do."""
    if not settings.EMAIL["EMAIL_BACKEND"].endswith("smtp.EmailBackend"):
        backend = "Without a mail server in EMAIL_URL mails are printed or kept here, and reach nobody."
    else:
        backend = ""
    message = EmailMessage("A test mail of Newsroom", "Mail from this newsroom arrives.\n", to=[to])
    try:
        message.send()
    except Exception as error:
        raise CommandError(f"{_advice(error, to)} ({type(error).__name__})") from None
    return f"ok. {backend or f'A test mail was handed over for {to}: look whether it arrives.'}"


def _advice(error, to):
    server = f"{settings.EMAIL['EMAIL_HOST']}:{settings.EMAIL['EMAIL_PORT']}"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"{server} does not accept the user name or the password in EMAIL_URL."
    if isinstance(error, smtplib.SMTPSenderRefused):
        return f"{server} takes no mail from {settings.DEFAULT_FROM_EMAIL}: set MAIL_FROM to an address that it serves."
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"{server} takes no mail for {to}: name another address with --to, or look whether it may relay."
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"{server} offers no encryption or no log-in: look at the scheme and the port in EMAIL_URL."
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{server} refuses the mail with {error.smtp_code}: its log says why."
    if isinstance(error, OSError):
        return f"Nobody answers as a mail server at {server}: look at EMAIL_URL, and at the firewall."
    return "Look at MAIL_FROM and EMAIL_URL."


def look_into_the_outbox():
    """Raises `CommandError` where mail waits that should be gone."""
    now, waiting = timezone.now(), Mail.objects.filter(state__in=[Mail.State.QUEUED, Mail.State.SENDING])
    if overdue := waiting.filter(due_at__lt=now - OVERDUE).count():
        who = "a `manage.py db_worker`" if settings.TASKS_RUN == "worker" else "the server (`make serve`)"
        raise CommandError(f"{overdue} mails are due and nobody sends them: look whether {who} runs.")
    if refused := waiting.filter(attempts__gte=OFTEN).count():
        raise CommandError(f"{refused} mails have been refused for more than an hour; the log names each attempt.")
    if failed := Mail.objects.filter(state=Mail.State.FAILED, due_at__gt=now - timedelta(days=7)).count():
        raise CommandError(f"{failed} mails of the last seven days were given up; the log names each attempt.")
    return f"ok. {waiting.count()} wait for their time."
