"""Web addresses in what people type: where they stand, and the one form of their hosts. Linear in the text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_HOST = 253
_ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)[^\s<>\"'“”‘’«»\u200e\u200f]+", re.IGNORECASE)
# A name with a dot in it, also without a scheme: what a rule for a domain is held against. It begins where no such name
# goes on and gives nothing back, so that no long word is read twice.
_NAME = re.compile(r"(?<![\w-])[\w-]++(?:[.。][\w-]++)++")
_SENTENCE_END = ".,;:!?،؛؟…"
_HOST_END = re.compile(r"[/?#\\]")


class Found(NamedTuple):
    address: str
    start: int
    end: int


def found_in(text: str) -> Iterator[Found]:
    """The addresses in a text: with `http://` or `https://`, or from `www.` on; without the punctuation of the sentence."""
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        if not address.endswith("://") and address.lower() != "www":
            yield Found(address, match.start(), match.start() + len(address))


def _trimmed(address):
    """Without the punctuation of the sentence around it, and without a bracket that the address did not open."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _SENTENCE_END or (address[end - 1] == ")" and unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return address[:end]


def hosts_in(text: str) -> Iterator[Found]:
    """The hosts that a text names, in addresses or by themselves, each in the form of `host`, and where."""
    done = 0
    for found in found_in(text):
        yield from _names_in(text, done, found.start)
        if name := host(found.address):
            yield Found(name, found.start, found.end)
        done = found.end
    yield from _names_in(text, done, len(text))


def _names_in(text, start, end):
    for match in _NAME.finditer(text, start, end):
        if name := ascii_host(match[0]):
            yield Found(name, *match.span())


def host(address: str) -> str:
    """The host of an address, with or without its scheme, in the form of `ascii_host`; "" where there is none."""
    rest = _without_scheme(address)
    rest = _HOST_END.split(rest, maxsplit=1)[0].rpartition("@")[2]
    return rest.lower() if rest.startswith("[") else ascii_host(rest.partition(":")[0])


def behind_host(address: str) -> str:
    """Path and query of an address, without the last slash and without a fragment."""
    rest = _without_scheme(address).partition("#")[0]
    end = _HOST_END.search(rest)
    path, has_query, query = rest[end.start() :].partition("?") if end else ("", "", "")
    return f"{path.rstrip('/')}{has_query}{query}" if query else path.rstrip("/")


def _without_scheme(address):
    scheme, has_scheme, rest = address.partition("://")
    return rest if has_scheme and "/" not in scheme else address


def email_domain(email: str) -> str:
    """The host of an e-mail address, in the form of `ascii_host`; "" where there is none."""
    return ascii_host(email.strip().rpartition("@")[2]) if "@" in email else ""


@lru_cache(maxsize=4096)
def ascii_host(name: str) -> str:
    """A host name in lower case and ASCII (Punycode, RFC 3492): one form for both spellings of an international name.

    "" where it cannot be one.
    """
    if len(name) > LONGEST_HOST:
        return ""
    name = unicodedata.normalize("NFKC", name.lower()).replace("。", ".").strip(".")
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in name.split(".")
    )


def readable_host(name: str) -> str:
    """A host in the form of `ascii_host` with its international labels in their own letters."""
    readable = ".".join(map(_readable_label, name.split(".")))
    return readable if ascii_host(readable) == name else name


def _readable_label(label):
    try:
        return label.removeprefix("xn--").encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def is_under(name: str, domain: str) -> bool:
    """Whether a host is the domain, or in it; both in the form of `ascii_host`."""
    return name == domain or name.endswith(f".{domain}")
