"""A rule tried on what was decided already: what it would have held of the approved, and caught of the spam. It stores
nothing."""

import time
from dataclasses import dataclass, field

from comments import highlights, privacy, screening
from comments.models import Comment, Rule
from comments.screening import Finding
from comments.text import to_plain

Status = Comment.Status
STATUSES = (Status.APPROVED, Status.SPAM, Status.REJECTED)
LOOKED_AT, SHOWN = 5_000, 50
# What is shown of a text around the first place.
BEFORE, BEHIND = 80, 220
CHUNK = 500
# Of work for each status; somebody waits for the page.
SECONDS = 3.0


@dataclass
class Hit:
    comment: Comment
    name: list[tuple[str, bool]]
    website: list[tuple[str, bool]]
    text: list[tuple[str, bool]]


@dataclass
class Outcome:
    """Of the last comments of one status: how many were looked at, how many the rule hits, and the first of those.

    `left_out` counts those whose address was erased or cannot be read, where the rule looks at that; `is_cut` says that the
    time was over before all were looked at.
    """

    status: Status
    looked_at: int = 0
    hits: int = 0
    left_out: int = 0
    is_cut: bool = False
    shown: list[Hit] = field(default_factory=list)


class CannotBeTried(Exception):
    """Of networks digests are kept, and nothing can be found in them."""


def try_rule(rule: Rule) -> list[Outcome]:
    """What an unsaved or changed `rule` does to the last comments of each status in their latest texts, whatever its
    expiry. Raises `CannotBeTried` for a network."""
    if rule.kind == Rule.Kind.NETWORK:
        raise CannotBeTried
    return [_outcome(rule, status) for status in STATUSES]


def _outcome(rule, status):
    needs_address = rule.kind == Rule.Kind.EMAIL_DOMAIN
    columns = ["text", "name", "website", "commenter_id"] + ["commenter__email"] * needs_address
    rows = Comment.objects.filter(status=status, user=None).order_by("-pk")
    rows = (rows.select_related("commenter") if needs_address else rows).only(*columns)[:LOOKED_AT]
    outcome, domains = Outcome(status), {}
    until = time.monotonic() + SECONDS
    for comment in rows.iterator(chunk_size=CHUNK):
        if time.monotonic() > until:
            outcome.is_cut = True
            break
        email = ""
        if needs_address:
            # Each address is read once.
            if comment.commenter_id not in domains:
                domains[comment.commenter_id] = privacy.email_domain(comment.commenter and comment.commenter.email)
            if domains[comment.commenter_id] is None:
                outcome.left_out += 1
                continue
            email = f"@{domains[comment.commenter_id]}"
        outcome.looked_at += 1
        subject = screening.Subject(comment.text, comment.name, comment.website, email, comment.commenter_id)
        if found := screening.rule_findings(subject, [rule]):
            outcome.hits += 1
            if len(outcome.shown) < SHOWN:
                outcome.shown.append(_hit(comment, found[0]))
    return outcome


def _hit(comment, finding: Finding):
    marked = {where: highlights.in_field([finding], where) for where in ("text", "name", "website")}
    return Hit(
        comment=comment,
        name=highlights.pieces(comment.name, marked["name"]),
        website=highlights.pieces(comment.website, marked["website"]) if marked["website"] else [],
        text=[
            (to_plain(piece), is_marked)
            for piece, is_marked in highlights.around(comment.text, marked["text"], BEFORE, BEHIND)
        ],
    )
