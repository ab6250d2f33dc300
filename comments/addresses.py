"""Web addresses in what people type: where they stand, and the one form of their hosts. Linear in the text."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

LONGEST_HOST, LONGEST_LABEL = 253, 63
_ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)[^\s<>\"'“”‘’«»\u200e\u200f]+", re.IGNORECASE)
# What browsers leave out of a host (UTS 46): soft hyphen, zero-width space, selectors of variants, fillers, tags; and the
# joiners, which belong to a host between letters of the scripts that need them alone.
_LEFT_OUT = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_IGNORED = re.compile(f"[{_LEFT_OUT}]+")
_JOINER = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
# The signs that browsers take for a dot; `_normalised` makes dots of them.
_DOTS = ".。．｡․﹒"
# A name with a dot in it, also without a scheme: what a rule for a domain is held against. It begins where no such name
# goes on and gives nothing back, so that no long word is read twice.
_IN_NAME = rf"\w\-\u200c\u200d{_LEFT_OUT}"
_NAME = re.compile(f"(?<![{_IN_NAME}])[{_IN_NAME}]++(?:[{_DOTS}][{_IN_NAME}]++)++")
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
    """The hosts that a text names, in addresses or by themselves, each in the form of `plain_host`, and where."""
    done = 0
    for found in found_in(text):
        yield from _names_in(text, done, found.start)
        if name := host(found.address):
            yield Found(name, found.start, found.end)
        done = found.end
    yield from _names_in(text, done, len(text))


def _names_in(text, start, end):
    for match in _NAME.finditer(text, start, end):
        if name := plain_host(match[0]):
            yield Found(name, *match.span())


def host(address: str) -> str:
    """The host of an address, with or without its scheme, in the form of `plain_host`; "" where there is none."""
    rest = _HOST_END.split(_without_scheme(address), maxsplit=1)[0].rpartition("@")[2]
    return rest.lower() if rest.startswith("[") else plain_host(unquote(rest.partition(":")[0]))


def behind_host(address: str) -> str:
    """Path and query of an address, without the last slash and without a fragment."""
    rest = _without_scheme(address).partition("#")[0]
    end = _HOST_END.search(rest)
    path, has_query, query = rest[end.start() :].partition("?") if end else ("", "", "")
    return f"{path.rstrip('/')}{has_query}{query}" if query else path.rstrip("/")


def _without_scheme(address):
    scheme, has_scheme, rest = address.partition("://")
    # Browsers pass over slashes that are too many.
    return rest.lstrip("/\\") if has_scheme and "/" not in scheme else address


def email_domain(email: str) -> str:
    """The host of an e-mail address, in the form of `plain_host`; "" where there is none."""
    return plain_host(email.strip().rpartition("@")[2]) if "@" in email else ""


def plain_host(name: str) -> str:
    """A host name as browsers read it, in lower case, its labels as they are: in ASCII or in their own letters.

    "" where it cannot be one. Its length is asked again after each step that can make it longer.
    """
    if not name.isascii():
        name = _JOINER.sub("", _IGNORED.sub("", name))
        name = _normalised(name) if len(name) <= LONGEST_HOST else ""
    name = name.strip(".").lower()
    is_one = len(name) <= LONGEST_HOST and all(len(label) <= LONGEST_LABEL for label in name.split("."))
    return name if is_one else ""


def _normalised(name):
    name = unicodedata.normalize("NFKC", name)
    # Letters of mathematics are large until here.
    return unicodedata.normalize("NFKC", name.lower()).replace("。", ".") if len(name) <= LONGEST_HOST else ""


def ascii_host(name: str) -> str:
    """`plain_host` in ASCII (Punycode, RFC 3492): one form for both spellings of an international name."""
    return ".".join(label if label.isascii() else f"xn--{_punycode(label)}" for label in plain_host(name).split("."))


def _punycode(label):
    # It takes as many steps as the label has characters, times those that differ; so only short ones come here.
    return label.encode("punycode").decode()


def readable_host(name: str) -> str:
    """A host in the form of `ascii_host` with its international labels in their own letters."""
    readable = ".".join(map(_readable_label, name.split(".")))
    return readable if ascii_host(readable) == name else name


def _readable_label(label):
    try:
        return label.removeprefix("xn--").encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


class Domains:
    """Finds which of many domains a host lies in, whatever their number.

    Both spellings of a label stand in a table, so that none of a text needs to be put into ASCII.
    """

    def __init__(self, domains):
        self._places, self._in_ascii, self._most_labels = {}, {}, 0
        for place, domain in enumerate(domains):
            name = ascii_host(domain)
            labels = name.split(".")
            self._in_ascii |= zip(readable_host(name).split("."), labels, strict=True)
            self._places.setdefault(name, []).append(place)
            self._most_labels = max(self._most_labels, len(labels))

    def over(self, host: str) -> list[int]:
        """The places in the list of those that are `host`, in the form of `plain_host`, or that it lies in."""
        labels = [self._in_ascii.get(label, label) for label in host.split(".")[-self._most_labels :]]
        return [place for cut in range(len(labels)) for place in self._places.get(".".join(labels[cut:]), ())]
