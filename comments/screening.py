"""What a submission is held against before anybody reads it: pure functions, no database, each linear in the text.

Doubt never drops a comment; the verb `moderation.submit` decides what follows from what is found here.
"""

import hashlib
import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from comments import addresses, wordmatch
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


@dataclass(frozen=True)
class Facts:
    """What the database knows.

    Of this address: whether comments from it were approved before, whether none of those stands under this name, whether
    its owner has confirmed it (`has_key`), and whether that is who sends this (`is_confirmed`). Of the name: whether approved comments of somebody else stand under it or one that looks like it, and which of the
    newsroom's bylines it is. Of the text: how many other comments have it.
    """

    is_known: bool = False
    has_new_name: bool = False
    has_key: bool = False
    is_confirmed: bool = False
    has_name_of_another: bool = False
    byline: str = ""
    repeated: int = 0


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
    if not facts.is_known:
        yield Finding("first_time", "note")
    elif not facts.is_confirmed:
        yield _of_a_known_address(facts, name)
    if facts.has_name_of_another:
        yield Finding("known_name", "flag", places=name)
    if facts.byline:
        yield Finding("author_name", "flag", facts.byline, name)


def _of_a_known_address(facts, name):
    """Whoever types an address is not yet its owner."""
    if facts.has_new_name:
        return Finding("known_address", "flag", places=name)
    if facts.has_key:
        # Its owner could have sent this with the key of their browser.
        return Finding("like_known", "flag", places=name)
    return Finding("known_address", "note")


def rule_findings(subject: Subject, rules: Iterable) -> list[Finding]:
    """Those of the moderators' rules that fire, in their order."""
    rules = list(rules)
    by_kind = {kind: [rule for rule in rules if rule.kind == kind] for kind in _LOOKS}
    fired = {}
    for kind, look in _LOOKS.items():
        if by_kind[kind]:
            fired |= {rule.pk: places for rule, places in look(subject, by_kind[kind])}
    return [
        Finding(
            code=rule.kind,
            action=rule.action,
            label=rule.pattern or f"#{rule.commenter_id}",
            places=tuple(fired[rule.pk][:PLACES_KEPT]),
            rule=rule.pk,
            reason=rule.reason,
            note=rule.note,
        )
        for rule in rules
        if rule.pk in fired
    ]


def _words(subject, rules):
    matcher = wordmatch.matcher(tuple((rule.pk, rule.pattern) for rule in rules))
    places = {}
    for where in ("text", "name", "website"):
        for pk, found in matcher.places(getattr(subject, where)).items():
            places.setdefault(pk, []).extend(Place(where, *place) for place in found)
    return [(rule, places[rule.pk]) for rule in rules if rule.pk in places]


def _domain(subject, rules):
    """By the domains that each named host lies in: their number is that of its dots, whatever the number of rules."""
    by_domain = {}
    for rule in rules:
        by_domain.setdefault(addresses.ascii_host(rule.pattern), []).append(rule)
    places = {}
    for place, host in _hosts(subject):
        for rule in _rules_over(host, by_domain):
            places.setdefault(rule, []).append(place)
    return list(places.items())


def _hosts(subject) -> Iterator[tuple[Place, str]]:
    for name, start, end in addresses.hosts_in(subject.text):
        yield Place("text", start, end), name
    if name := addresses.host(subject.website):
        yield Place("website", 0, len(subject.website)), name


def _rules_over(host, by_domain):
    labels = host.split(".")
    return [rule for cut in range(len(labels)) for rule in by_domain.get(".".join(labels[cut:]), ())]


def _email(subject, rules):
    known = subject.commenter
    return [(rule, []) for rule in rules if known is not None and rule.commenter_id == known]


def _email_domain(subject, rules):
    domain = addresses.email_domain(subject.email)
    return [(rule, []) for rule in rules if domain and addresses.is_under(domain, addresses.ascii_host(rule.pattern))]


def _network(subject, rules):
    client = network(subject.network)
    if client is None:
        return []
    return [(rule, []) for rule in rules if _holds(network(rule.pattern), client)]


def _holds(one, other):
    return one is not None and one.version == other.version and other.subnet_of(one)


@lru_cache(maxsize=4096)
def network(typed: str):
    """An address or a network in CIDR as `ipaddress` has it; IPv4 in its IPv6 form as IPv4, None for anything else."""
    try:
        found = ipaddress.ip_network(typed, strict=False)
    except ValueError:
        return None
    mapped = found.network_address.ipv4_mapped if found.version == 6 else None
    if mapped is None or found.prefixlen < 96:
        return found
    return ipaddress.ip_network((mapped, found.prefixlen - 96), strict=False)


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


def text_digest(text: str) -> str:
    """Equal for texts of the same words, as `wordmatch` takes them; of a text without words, for the same text."""
    words = " ".join(word.text for word in wordmatch.words(text))
    return hashlib.sha256((words or f"\0{text.strip()}").encode(errors="surrogatepass")).hexdigest()


def links(text: str, website: str = "") -> list[str]:
    """The addresses in a text and of a website, each once, without scheme, `www.`, fragment and trailing slash."""
    found = [link.address for link in addresses.found_in(text)] + ([website] if website else [])
    return list(dict.fromkeys(filter(None, map(_as_compared, found))))


def _as_compared(address):
    host = addresses.host(address).removeprefix("www.")
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
