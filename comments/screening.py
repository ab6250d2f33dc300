"""What a submission is held against before anybody reads it: pure functions, no database, each linear in the text.

Doubt never drops a comment; the verb `moderation.submit` decides what follows from what is found here.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from comments import addresses, names, networks, wordmatch
from comments.wordmatch import PLACES_KEPT

FLOOD_WINDOW = timedelta(minutes=1)
# How far back, and up to how many, the same text is counted.
REPEATED_WITHIN, REPEATED_COUNTED = timedelta(days=30), 100
MANY_LINKS = 2
_LONGEST_LINK = 300


@dataclass(frozen=True)
class Subject:
    """What is looked at: what was typed, the commenter's id, and the client's address, of which nothing is kept.

    Its `repr` shows none of that, so that no log or error page does.
    """

    text: str = field(repr=False)
    name: str = field(repr=False)
    website: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    commenter: int | None = None
    network: str = field(default="", repr=False)
    trap: str = field(default="", repr=False)

    @cached_property
    def words(self) -> list[wordmatch.Word]:
        """Those of the text, cut once for all that looks at them."""
        return wordmatch.words(self.text)


@dataclass(frozen=True)
class Facts:
    """What the database knows.

    Of this address: whether comments from it were approved before, whether none of those stands under this name, whether
    its owner has confirmed it (`has_key`), and whether that is who sends this (`is_confirmed`). Of the name: whether
    approved comments of somebody else stand under it or one that looks like it, and which byline or name of the staff it
    is. Of the text: how many other comments have it.
    """

    is_known: bool = False
    has_new_name: bool = False
    has_key: bool = False
    is_confirmed: bool = False
    has_name_of_another: bool = False
    staff_name: str = ""
    repeated: int = 0


class Place(NamedTuple):
    """Where in `text`, `name` or `website` (the `field`) a rule fired: from character `start` up to `end`."""

    field: str
    start: int
    end: int


class Finding(NamedTuple):
    """A rule that fired: its code (see `RuleMatch`), what follows (`note`, `flag`, `urgent`, `reject` or `spam`), which rule
    of the kind, and where; `rule` is the id of a moderators' rule."""

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


def findings(subject: Subject, facts: Facts, rules: Iterable) -> list[Finding]:
    """Every rule that fires on `subject`: the built-in ones, and the moderators' `rules` (rows of `Rule` in force)."""
    found = []
    if subject.trap:
        found.append(Finding("honeypot", "spam"))
    links = [Place("text", start, end) for _address, start, end in addresses.found_in(subject.text)]
    if len(links) >= MANY_LINKS:
        found.append(Finding("links", "flag", str(len(links)), tuple(links[:PLACES_KEPT])))
    found += _of_the_sender(subject, facts)
    if facts.repeated:
        found.append(Finding("repeated", "flag", str(facts.repeated)))
    return found + rule_findings(subject, rules)


def _of_the_sender(subject, facts):
    name = (Place("name", 0, len(subject.name)),)
    if facts.is_confirmed:
        yield Finding("confirmed", "note")
    elif facts.is_known or facts.has_key:
        yield _of_a_known_address(facts, name)
    if not facts.is_known:
        yield Finding("first_time", "note")
    if facts.has_name_of_another:
        yield Finding("known_name", "flag", places=name)
    if facts.staff_name:
        yield Finding("author_name", "flag", facts.staff_name, name)
    if role := names.role_in(subject.name):
        yield Finding("role_name", "flag", role, name)


def _of_a_known_address(facts, name):
    """Whoever types an address is not yet its owner."""
    if facts.has_new_name:
        return Finding("known_address", "flag", places=name)
    if facts.has_key:
        # Its owner could have sent this with the key of their browser.
        return Finding("like_known", "flag", places=name)
    return Finding("known_address", "note")


def rule_findings(subject: Subject, rules: Iterable) -> list[Finding]:
    """Those of the moderators' rules that fire, in their order; they need not be stored."""
    rules, fired = list(rules), {}
    for kind, look in _LOOKS.items():
        # Which of `rules` they are.
        numbers = [number for number, rule in enumerate(rules) if rule.kind == kind]
        if numbers:
            found = look(subject, [rules[number] for number in numbers])
            fired |= {numbers[index]: places for index, places in found.items()}
    return [
        Finding(
            code=rule.kind,
            action=rule.action,
            label=rule.pattern or f"#{rule.commenter_id}",
            places=tuple(fired[number][:PLACES_KEPT]),
            rule=rule.pk,
            reason=rule.reason,
            note=rule.note,
        )
        for number, rule in enumerate(rules)
        if number in fired
    ]


# Each gives for the indexes of the rules that fire where they do.


def _words(subject, rules):
    matcher = wordmatch.matcher(tuple(enumerate(rule.pattern for rule in rules)))
    places = {}
    for where in ("text", "name", "website"):
        cut = subject.words if where == "text" else None
        for index, found in matcher.places(getattr(subject, where), cut=cut).items():
            places.setdefault(index, []).extend(Place(where, *place) for place in found)
    return places


def _domain(subject, rules):
    domains, places = _domains(tuple(rule.pattern for rule in rules)), {}
    for place, host in _hosts(subject):
        for index in domains.over(host):
            places.setdefault(index, []).append(place)
    return places


@lru_cache(maxsize=4)
def _domains(patterns):
    """Kept while the same rules are in force."""
    return addresses.Domains(patterns)


def _hosts(subject) -> Iterator[tuple[Place, str]]:
    for name, start, end in addresses.hosts_in(subject.text):
        yield Place("text", start, end), name
    if name := addresses.host(subject.website):
        yield Place("website", 0, len(subject.website)), name


def _email(subject, rules):
    known = subject.commenter
    return {index: [] for index, rule in enumerate(rules) if known is not None and rule.commenter_id == known}


def _email_domain(subject, rules):
    domain = addresses.email_domain(subject.email)
    return {index: [] for index in _domains(tuple(rule.pattern for rule in rules)).over(domain) if domain}


def _network(subject, rules):
    client = networks.client(subject.network)
    held = [networks.network(rule.pattern) for rule in rules] if client else []
    return {index: [] for index, network in enumerate(held) if network and client in network}


# By the kinds of `Rule`.
_LOOKS = {
    "words": _words,
    "domain": _domain,
    "email": _email,
    "email_domain": _email_domain,
    "network": _network,
}


def verdict(found: list[Finding]) -> Verdict | None:
    """What the findings decide without a person; None when the comment waits for one. Spam goes before rejected."""
    for action, status in (("spam", "spam"), ("reject", "rejected")):
        decisive = [finding for finding in found if finding.action == action]
        if decisive:
            names = ", ".join(finding.label or finding.code for finding in decisive)
            return Verdict(status, next((finding.reason for finding in decisive if finding.reason), ""), names)
    return None


def text_digest(text: str, cut: list[wordmatch.Word] | None = None) -> str:
    """Equal for texts of the same words, as `wordmatch` takes them (`cut`, where they are known); of a text without
    words, for the same text."""
    words = " ".join(word.text for word in (wordmatch.words(text) if cut is None else cut))
    return hashlib.sha256((words or f"\0{text.strip()}").encode(errors="surrogatepass")).hexdigest()


def links(text: str, website: str = "", most: int | None = None) -> list[str]:
    """The addresses in a text and of a website, each once, without scheme, `www.`, fragment and trailing slash; the first
    `most` of them."""
    found = {}
    for address in chain((link.address for link in addresses.found_in(text)), [website] if website else []):
        if len(found) == most:
            break
        if compared := _as_compared(address):
            found[compared] = True
    return list(found)


def _as_compared(address):
    host = addresses.ascii_host(addresses.host(address)).removeprefix("www.")
    return f"{host}{addresses.behind_host(address)}"[:_LONGEST_LINK] if host else ""


def seconds_to_wait(submitted: list[datetime], now: datetime, limit: int, window: timedelta = FLOOD_WINDOW) -> int:
    """How long somebody who submitted at these times must wait before the next one; 0 when they need not.

    At most `limit` pass in any `window`.
    """
    recent = sorted(at for at in submitted if at > now - window)
    if len(recent) < limit:
        return 0
    free_at = recent[-limit] + window
    return max(1, -int(-(free_at - now).total_seconds() // 1))
