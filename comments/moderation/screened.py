"""What screening is asked with, and where its answers are kept."""

from functools import lru_cache

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from articles.models import Author
from comments import links, names, privacy, screening
from comments.models import URGENT, Comment, CommentLink, Rule, RuleMatch
from comments.text import REDACTED

# What was known in the moment of sending alone: its matches stay as they are.
ONCE_ONLY = ("honeypot", "network", "screen")
# Beyond these nobody compares; they only bound what one comment can store.
LINKS_KEPT, NAME_KEY_LENGTH = 50, 200


def subject_of(submission, commenter_id):
    return screening.Subject(
        text=submission.text,
        name=submission.name,
        website=submission.website,
        email=submission.email,
        commenter=commenter_id,
        network=submission.network,
        trap=submission.trap,
    )


def subject_of_stored(comment):
    """What is known still of a comment that was sent earlier."""
    domain = privacy.email_domain(comment.commenter and comment.commenter.email)
    email = f"@{domain}" if domain else ""
    return screening.Subject(comment.text, comment.name, comment.website, email, comment.commenter_id)


def is_confirmed(commenter, key):
    """Whether `key`, as a browser keeps it, is that of this commenter, who has confirmed the address that was typed."""
    has_confirmed = commenter is not None and commenter.confirmed_at is not None
    return has_confirmed and links.read("key", key) == commenter.pk


def was_confirmed(matches):
    """Whether `matches` tell that it was: the key itself is not kept, that it was good is."""
    return any(match.code == "confirmed" for match in matches)


def facts(comment, *, is_confirmed=False):
    """What the database knows of a comment that waits, stored or not yet, as `screening.Facts`; `compare_by` came before.
    `is_confirmed`: its sender has shown that the address is theirs."""
    known = {name: found.exists() for name, found in _approved(comment.commenter_id or 0, comment.name_key).items()}
    known["has_key"] = comment.commenter is not None and comment.commenter.confirmed_at is not None
    return _facts(comment, known, _keys_of_staff(), _others_with_this_text(comment), is_confirmed)


def facts_of_stored(comments, confirmed):
    """`facts` by the ids of many that wait and are stored with what they are compared by; the questions are asked for all
    together, but for how often a text stands elsewhere where it does. `confirmed`: the ids of those whose sender had shown
    that the address is theirs."""
    sender = Coalesce(OuterRef("commenter"), 0)
    known = {name: Exists(found) for name, found in _approved(sender, OuterRef("name_key")).items()}
    same_text = Comment.objects.filter(text_digest=OuterRef("text_digest")).exclude(pk=OuterRef("pk"))
    known["has_key"] = Q(commenter__confirmed_at__isnull=False)
    rows = Comment.objects.filter(pk__in=[comment.pk for comment in comments])
    by_id = {row["pk"]: row for row in rows.values("pk", **known, stands_elsewhere=Exists(same_text))}
    staff = _keys_of_staff()
    return {
        comment.pk: _facts(
            comment,
            by_id[comment.pk],
            staff,
            _others_with_this_text(comment) if by_id[comment.pk]["stands_elsewhere"] else 0,
            comment.pk in confirmed,
        )
        for comment in comments
    }


def _approved(sender, key):
    """Approved comments of this sender, those of them under this name, and others' under it."""
    approved = Comment.objects.filter(status=Comment.Status.APPROVED)
    own = approved.filter(commenter=sender)
    others = approved.filter(name_key=key, commenter__isnull=False).exclude(commenter=sender)
    return {"own": own, "own_under_this_name": own.filter(name_key=key), "of_others": others}


def _facts(comment, known, staff, repeated, is_confirmed):
    key = comment.name_key
    return screening.Facts(
        is_known=known["own"],
        has_new_name=known["own"] and not known["own_under_this_name"],
        has_key=known["has_key"],
        is_confirmed=is_confirmed,
        has_name_of_another=bool(key) and known["of_others"],
        staff_name=staff.get(key, "") if key else "",
        repeated=repeated,
    )


def _keys_of_staff():
    """The bylines of the authors and the names of the staff, by what looks like them."""
    bylines = Author.objects.values_list("byline", flat=True)
    people = get_user_model().objects.filter(is_staff=True, is_active=True).values_list("first_name", "last_name")
    names_of_staff = [*(name for byline in bylines for name in byline.values()), *map(" ".join, people)]
    # The first of those that look alike.
    return {name_key(name): name.strip() for name in reversed(names_of_staff)}


def _others_with_this_text(comment):
    since = comment.submitted_at - screening.REPEATED_WITHIN
    same = Comment.objects.filter(
        text_digest=comment.text_digest, submitted_at__gt=since, submitted_at__lte=comment.submitted_at
    )
    return same.exclude(pk=comment.pk).order_by()[: screening.REPEATED_COUNTED].count()


@lru_cache(maxsize=4096)
def name_key(name):
    return "".join(names.folded(name))[:NAME_KEY_LENGTH]


def compare_by(comment, words=None):
    """Set on `comment`, unsaved, what it is grouped by; `words` are those of its text, where they are known."""
    comment.text_digest = screening.text_digest(comment.text, words)
    comment.name_key = name_key(comment.name)


def flags_of(found):
    """What a comment is sorted by, of its findings or matches."""
    actions = [finding.action for finding in found if finding.action != RuleMatch.Action.NOTE]
    return min(len(actions), URGENT - 1) + (URGENT if RuleMatch.Action.URGENT in actions else 0)


def keep_links(comments):
    """Store the links of each comment, in the place of those that it had."""
    CommentLink.objects.filter(comment__in=comments).delete()
    CommentLink.objects.bulk_create(
        CommentLink(comment=comment, address=address)
        for comment in comments
        for address in screening.links(comment.text, comment.website, LINKS_KEPT)
        # What is left of a redacted address says nothing of where it led.
        if REDACTED not in address
    )


def keep_matches(found):
    """Store what fired: `found` are triples of a comment, its version and the findings. A rule that was deleted since it
    was read leaves its match without the rule."""
    still_there = held({finding.rule for _, _, findings in found for finding in findings if finding.rule is not None})
    RuleMatch.objects.bulk_create(
        RuleMatch(
            comment=comment,
            version=version,
            rule_id=finding.rule if finding.rule in still_there else None,
            code=finding.code,
            label=finding.label[:200],
            action=finding.action,
            places=[list(place) for place in finding.places],
            note=finding.note[:300],
        )
        for comment, version, findings in found
        for finding in findings
    )


def held(ids):
    """Those of the rules that exist; on PostgreSQL nobody deletes them before this transaction ends.

    Many may hold a rule at once; SQLite has one writer anyway.
    """
    if not ids or connection.vendor != "postgresql":
        return set(Rule.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM comments_rule WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE", [list(ids)])
        return {pk for (pk,) in cursor.fetchall()}
