"""What a submission is held against before anybody reads it: pure functions, no database.

Doubt never drops a comment; the verb `moderation.submit` decides what follows from what is found here.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

FLOOD_WINDOW = timedelta(minutes=1)
MANY_LINKS = 2
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”‘’«»]+", re.IGNORECASE)


@dataclass(frozen=True)
class Subject:
    """What is looked at: what was typed, the commenter's id, and the client's address, of which nothing is kept."""

    text: str
    name: str
    website: str = ""
    email: str = ""
    commenter: int | None = None
    network: str = ""
    trap: str = ""


@dataclass(frozen=True)
class Facts:
    """What the database knows: whether a comment from this address was approved before, and whether somebody else's
    approved comments stand under this name, or one that looks like it."""

    is_known: bool = False
    has_name_of_another: bool = False


class Place(NamedTuple):
    """Where in `text`, `name` or `website` (the `field`) a rule fired: from character `start` up to `end`."""

    field: str
    start: int
    end: int


class Finding(NamedTuple):
    """A rule that fired: its code (see `RuleMatch`), what follows (`note`, `flag`, `reject` or `spam`), which rule of the
    kind, and where; `rule` is the id of a moderators' rule."""

    code: str
    action: str
    label: str = ""
    places: tuple[Place, ...] = ()
    rule: int | None = None
    reason: str = ""
    note: str = ""


class Verdict(NamedTuple):
    """A status that the rules decide without a person, with the reason and the rules' names."""

    status: str
    reason: str
    rule: str


def findings(subject: Subject, facts: Facts, rules) -> list[Finding]:
    """Every rule that fires on `subject`: the built-in ones, and the moderators' `rules` (rows of `Rule` in force)."""
    found = []
    if subject.trap:
        found.append(Finding("honeypot", "spam"))
    places = tuple(Place("text", match.start(), match.end()) for match in _LINK.finditer(subject.text))
    if len(places) >= MANY_LINKS:
        found.append(Finding("links", "flag", str(len(places)), places))
    if not facts.is_known:
        found.append(Finding("first_time", "note"))
    if facts.has_name_of_another:
        found.append(Finding("known_name", "flag", places=(Place("name", 0, len(subject.name)),)))
    return found


def verdict(found: list[Finding]) -> Verdict | None:
    """What the findings decide without a person; None when the comment waits for one. Spam goes before rejected."""
    for action, status in (("spam", "spam"), ("reject", "rejected")):
        decisive = [finding for finding in found if finding.action == action]
        if decisive:
            names = ", ".join(finding.label or finding.code for finding in decisive)
            return Verdict(status, next((finding.reason for finding in decisive if finding.reason), ""), names)
    return None


def text_digest(text: str) -> str:
    """Equal for texts of the same words."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def links(text: str, website: str = "") -> list[str]:
    """The addresses in a text and of a website, each once, without scheme, `www.`, fragment and trailing slash."""
    found = [match[0] for match in _LINK.finditer(text)] + ([website] if website else [])
    return list(dict.fromkeys(filter(None, map(_as_compared, found))))


def _as_compared(address):
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/.,;:!?،؛؟…)')}{query}"[:300] if host else ""


def seconds_to_wait(submitted: list[datetime], now: datetime, limit: int) -> int:
    """How long somebody who submitted at these times must wait before the next comment; 0 when they need not.

    At most `limit` comments pass in any `FLOOD_WINDOW`.
    """
    recent = sorted(at for at in submitted if at > now - FLOOD_WINDOW)
    if len(recent) < limit:
        return 0
    free_at = recent[-limit] + FLOOD_WINDOW
    return max(1, -int(-(free_at - now).total_seconds() // 1))
