"""What screening is asked with, and where its answers are kept."""

from functools import lru_cache

from django.db import connection

from articles.models import Author
from comments import links, names, screening
from comments.models import Comment, CommentLink, Rule, RuleMatch

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


def is_confirmed(commenter, key):
    """Whether `key`, as a browser keeps it, is that of this commenter, who has confirmed the address that was typed."""
    has_confirmed = commenter is not None and commenter.confirmed_at is not None
    return has_confirmed and links.read("key", key) == commenter.pk


def facts(comment, *, is_confirmed=False):
    """What the database knows of a comment, stored or not yet, as `screening.Facts`; `is_confirmed`: its sender has shown
    that the address is theirs."""
    key = name_key(comment.name)
    approved = Comment.objects.filter(status=Comment.Status.APPROVED).exclude(pk=comment.pk)
    own = approved.filter(commenter=comment.commenter_id) if comment.commenter_id else approved.none()
    others = approved.filter(name_key=key, commenter__isnull=False).exclude(commenter=comment.commenter_id)
    is_known = own.exists()
    return screening.Facts(
        is_known=is_known,
        has_new_name=is_known and not own.filter(name_key=key).exists(),
        has_key=comment.commenter is not None and comment.commenter.confirmed_at is not None,
        is_confirmed=is_confirmed,
        has_name_of_another=bool(key) and others.exists(),
        byline=_byline(key),
        repeated=_others_with_this_text(comment),
    )


def _byline(key):
    """The byline of one of the authors that is this name, or looks like it; "" where there is none."""
    spellings = Author.objects.values_list("byline", flat=True) if key else ()
    return next((name for byline in spellings for name in byline.values() if name_key(name) == key), "")


def _others_with_this_text(comment):
    since = comment.submitted_at - screening.REPEATED_WITHIN
    same = Comment.objects.filter(
        text_digest=screening.text_digest(comment.text),
        submitted_at__gt=since,
        submitted_at__lte=comment.submitted_at,
    )
    return same.exclude(pk=comment.pk).order_by()[: screening.REPEATED_COUNTED].count()


@lru_cache(maxsize=4096)
def name_key(name):
    return "".join(names.folded(name))[:NAME_KEY_LENGTH]


def compare_by(comment, found=None):
    """Set on `comment`, unsaved, what it is sorted and grouped by; `found` are its findings, where it was screened."""
    comment.text_digest = screening.text_digest(comment.text)
    comment.name_key = name_key(comment.name)
    if found is not None:
        comment.flags = sum(finding.action != RuleMatch.Action.NOTE for finding in found)


def keep_links(comments):
    """Store the links of each comment, in the place of those that it had."""
    CommentLink.objects.filter(comment__in=comments).delete()
    CommentLink.objects.bulk_create(
        CommentLink(comment=comment, address=address)
        for comment in comments
        for address in screening.links(comment.text, comment.website)[:LINKS_KEPT]
    )


def keep_matches(comment, version, found):
    """Store what fired. A rule that was deleted since it was read leaves its match without the rule."""
    still_there = held({finding.rule for finding in found if finding.rule is not None})
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
        for finding in found
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
