"""A real SMTP server on loopback that behaves as a test says, and can go and come back on the same port."""

import asyncio
import email
import email.policy
import logging
import socket

import django
from aiosmtpd.controller import Controller

# It tells every line of every session.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class MailServer:
    """`answers` says what it does with a mail: `take`, `later` (451), `never` (550, to the recipient), `refuse` (554, to the
    text), `die` (hang up in the middle of the text), `take_and_die` (keep it and hang up without a word)."""

    def __init__(self):
        self.answers = "take"
        self.slow = 0
        self.raw = []
        self.tried = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = None

    @property
    def mails(self):
        """What it has taken, parsed."""
        return [email.message_from_bytes(content, policy=email.policy.default) for content in self.raw]

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=10)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    # --- What aiosmtpd calls

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.tried += 1
        if self.answers == "later":
            return "451 4.7.1 come back later"
        if self.answers == "never":
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.slow:
            await asyncio.sleep(self.slow)
        if self.answers == "refuse":
            return "554 5.7.1 not wanted"
        if self.answers != "die":
            self.raw.append(envelope.content)
        if self.answers in ("die", "take_and_die"):
            server.transport.abort()
        return "250 OK"


def send_to(settings, port, timeout=0.5):
    """Let Django send its mail to this port."""
    backend = {"EMAIL_BACKEND": "comments.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": port}
    settings.EMAIL = settings.EMAIL | backend
    if django.VERSION >= (6, 1):
        options = {"host": "127.0.0.1", "port": port, "timeout": timeout}
        settings.MAILERS = {"default": {"BACKEND": "comments.smtp.EmailBackend", "OPTIONS": options}}
    else:
        settings.EMAIL_BACKEND = "comments.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, timeout
