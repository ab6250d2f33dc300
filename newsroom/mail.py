"""Mails to staff: plain text from `templates/registration/`, in the language of each person's admin."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.timesince import timeuntil

from articles.furniture import furniture

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def send_invitation(user, by):
    """A link to choose a first password. Raises OSError or ValueError when it cannot be handed to the mail server."""
    _send("invitation", user, user.email, inviter=by.get_full_name() or by.get_username(), link=_password_link(user))


def send_password_reset(user):
    """A link to choose a new password. Raises as `send_invitation` does."""
    _send("password_reset", user, user.email, link=_password_link(user))


def send_address_changed(user, old_address):
    """Tell the address that an account had until now. Raises as `send_invitation` does."""
    _send("address_changed", user, old_address, address=user.email)


def _send(name, user, to, link="", **words):
    now = timezone.now()
    with translation.override(user.language or settings.LANGUAGE_CODE):
        words |= {
            "site": str(furniture().publication.name),
            "name": user.get_full_name() or user.get_username(),
            "validity": timeuntil(now + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT), now),
        }
        # Isolated, a name in Latin letters does not turn the Arabic sentence round it about. What is copied, the link and
        # the user name, stands at the end of its line without these invisible marks, which would be copied along.
        context = {key: f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}" for key, value in words.items()}
        context |= {"link": link, "username": user.get_username()}
        subject = render_to_string(f"registration/{name}_subject.txt", context)
        body = render_to_string(f"registration/{name}_email.txt", context)
    EmailMessage(" ".join(subject.split()), body, to=[to]).send()


def _password_link(user):
    """On `SITE_URL`, whatever host the request named."""
    pk = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password_reset_confirm", args=[pk, default_token_generator.make_token(user)])
    return f"{settings.SITE_URL}{path}"
