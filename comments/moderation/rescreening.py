"""The rules in force, run again over comments that wait. It decides nothing."""

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from comments import screening
from comments.models import Comment, CommentVersion, Rule, RuleMatch
from comments.moderation import screened

BATCH = 200


def rescreen(comments, now=None):
    """Put the matches and flags of those of `comments` that wait in the place of the earlier ones; returns how many.

    `comments` is a QuerySet; what the newsroom wrote itself is not looked at. Matches of what cannot be known any more
    (`screened.ONCE_ONLY`) stay, and so do those of earlier texts. Each batch is a transaction.
    """
    now = now or timezone.now()
    keys = list(comments.pending().filter(user=None).order_by("pk").values_list("pk", flat=True))
    rules = list(Rule.objects.in_force(now).exclude(kind__in=screened.ONCE_ONLY))
    return sum(_rescreen(keys[start : start + BATCH], rules) for start in range(0, len(keys), BATCH))


@transaction.atomic
def _rescreen(keys, rules):
    rows = Comment.objects.pending().filter(pk__in=keys).select_for_update(of=["self"]).order_by("pk")
    versions = Prefetch("versions", CommentVersion.objects.order_by("-number"))
    rows = list(rows.select_related("commenter").prefetch_related(versions, "matches"))
    # Before any match is touched: whoever deletes a rule holds it first, and then its matches.
    there = screened.held({rule.pk for rule in rules})
    rules = [rule for rule in rules if rule.pk in there]
    found, gone = [], set()
    of_this_text = {
        comment.pk: [match for match in comment.matches.all() if match.version_id == comment.versions.all()[0].pk]
        for comment in rows
    }
    subjects = {comment.pk: screened.subject_of_stored(comment) for comment in rows}
    for comment in rows:
        screened.compare_by(comment, subjects[comment.pk].words)
    Comment.objects.bulk_update(rows, ["text_digest", "name_key"])
    facts = screened.facts_of_stored(
        rows, {pk for pk, matches in of_this_text.items() if screened.was_confirmed(matches)}
    )
    for comment in rows:
        subject, latest = subjects[comment.pk], comment.versions.all()[0]
        findings = screening.findings(subject, facts[comment.pk], rules)
        matches = of_this_text[comment.pk]
        kept = [
            match for match in matches if match.code in screened.ONCE_ONLY or _is_out_of_reach(match, subject.email)
        ]
        gone |= {match.pk for match in matches} - {match.pk for match in kept}
        found.append((comment, latest, findings))
        comment.flags = screened.flags_of([*kept, *findings])
    RuleMatch.objects.filter(pk__in=gone).delete()
    screened.keep_matches(found)
    Comment.objects.bulk_update(rows, ["flags"])
    return len(rows)


def _is_out_of_reach(match, email):
    """Whether a match rests on an address that was erased since, or cannot be read."""
    return match.code == Rule.Kind.EMAIL_DOMAIN and not email


def missing():
    """Comments of an earlier release, or that were loaded past the verbs: nothing tells yet what to compare them by."""
    return Comment.objects.filter(text_digest__isnull=True)


@transaction.atomic
def fill(comments):
    """Set on each of a list of comments, of whatever status, what they are sorted and grouped by, and keep their links."""
    keys = [comment.pk for comment in comments]
    rows = list(Comment.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    for comment in rows:
        screened.compare_by(comment)
    Comment.objects.bulk_update(rows, ["text_digest", "name_key"])
    screened.keep_links(rows)
