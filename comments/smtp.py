"""Django's SMTP backend, for an outbox that must know whether a mail may have gone out.

A server that refuses, or dies before it was given the text, has not taken the mail. One that dies after that may have: its
answer was all that was missing.
"""

import smtplib
from contextlib import suppress

from django.core.mail.backends import smtp


class Unanswered(smtplib.SMTPException):
    """The text was handed over, and no answer came: nobody knows whether it was taken."""


class _Knowing:
    def data(self, msg):
        # The command DATA is one, and the text, which the server must have asked for, the second.
        self.sendings = 0
        try:
            return super().data(msg)
        except smtplib.SMTPDataError:
            raise
        except OSError:
            if self.sendings < 2:
                raise
            # Without the server's words.
            raise Unanswered from None

    sendings = 0

    def send(self, s):
        super().send(s)
        self.sendings += 1


class _Plain(_Knowing, smtplib.SMTP):
    pass


class _Encrypted(_Knowing, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self):
        return _Encrypted if self.use_ssl else _Plain

    def close(self):
        """A server that does not answer to the good-bye has answered to all that matters."""
        connection = self.connection
        with suppress(OSError):
            super().close()
        if connection is not None:
            connection.close()
