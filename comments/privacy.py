"""What is kept of a commenter's address and network, and under which keys.

The keys are `PRIVACY_KEYS`, newest first, and never `SECRET_KEY`: the newest one writes, all of them read. Digests are
HMAC-SHA-256 under a key of their own, derived from a privacy key; without it a digest cannot be guessed back.
"""

import hashlib
import hmac
import ipaddress
import unicodedata
from base64 import urlsafe_b64decode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from comments import addresses, networks


def normalised(email: str) -> str:
    """The form under which an address is one and the same commenter."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def encrypt(email: str) -> str:
    return _fernet().encrypt(email.encode()).decode()


def decrypt(token: str) -> str:
    """Raises `cryptography.fernet.InvalidToken` when no key of `PRIVACY_KEYS` wrote the token."""
    return _fernet().decrypt(token.encode()).decode()


def email_domain(token: str | None) -> str | None:
    """The host of an encrypted address, in the form of `addresses.plain_host`; None when it was erased or no key reads it."""
    try:
        return addresses.email_domain(decrypt(token)) if token else None
    except InvalidToken:
        return None


def email_digests(email: str) -> list[str]:
    """The address's digest under each key, the one to store first."""
    return [_digest(key, "email", normalised(email)) for key in settings.PRIVACY_KEYS]


def network_digest(address: str) -> str | None:
    """A digest of the client's network: its IPv4 address, or the /64 of its IPv6 address; None without an address."""
    host = networks.client(address)
    if host is None:
        return None
    network = ipaddress.ip_network((host, 64 if host.version == 6 else 32), strict=False)
    return _digest(settings.PRIVACY_KEYS[0], "network", str(network))


def _fernet():
    return MultiFernet([Fernet(key) for key in settings.PRIVACY_KEYS])


def _digest(key, purpose, value):
    derived = hmac.digest(urlsafe_b64decode(key), f"newsroom {purpose} digest".encode(), hashlib.sha256)
    return hmac.new(derived, value.encode(), hashlib.sha256).hexdigest()
