"""The rules in force, run again over comments that wait. It decides nothing."""

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from comments import privacy, screening
from comments.models import Comment, CommentVersion, Rule, RuleMatch
from comments.moderation import screened

BATCH = 200
# What was known in the moment of sending alone: its matches stay as they are.
ONCE_ONLY = ("honeypot", "network", "screen")


def rescreen(comments, now=None):
    """Put the matches and flags of those of `comments` that wait in the place of the earlier ones; returns how many.

    `comments` is a QuerySet. Matches of what cannot be known any more (`ONCE_ONLY`) stay, and so do those of earlier
    texts. Each batch is a transaction.
    """
    now = now or timezone.now()
    keys = list(comments.pending().order_by("pk").values_list("pk", flat=True))
    rules = list(Rule.objects.in_force(now).exclude(kind__in=ONCE_ONLY))
    return sum(_rescreen(keys[start : start + BATCH], rules) for start in range(0, len(keys), BATCH))


@transaction.atomic
def _rescreen(keys, rules):
    rows = Comment.objects.pending().filter(pk__in=keys).select_for_update(of=["self"]).order_by("pk")
    versions = Prefetch("versions", CommentVersion.objects.order_by("-number"))
    rows = list(rows.select_related("commenter").prefetch_related(versions, "matches"))
    # Before any match is touched: whoever deletes a rule holds it first, and then its matches.
    there = screened.held({rule.pk for rule in rules})
    rules = [rule for rule in rules if rule.pk in there]
    for comment in rows:
        latest = comment.versions.all()[0]
        domain = privacy.email_domain(comment.commenter and comment.commenter.email)
        email = f"@{domain}" if domain else ""
        subject = screening.Subject(comment.text, comment.name, comment.website, email, comment.commenter_id)
        of_this_text = [match for match in comment.matches.all() if match.version_id == latest.pk]
        # The key itself is not kept; that it was good is.
        is_confirmed = any(match.code == "confirmed" for match in of_this_text)
        found = screening.findings(subject, screened.facts(comment, is_confirmed=is_confirmed), rules)
        kept = [match for match in of_this_text if match.code in ONCE_ONLY or _is_out_of_reach(match, email)]
        RuleMatch.objects.filter(pk__in={match.pk for match in of_this_text} - {match.pk for match in kept}).delete()
        screened.keep_matches(comment, latest, found)
        screened.compare_by(comment, [*kept, *found])
    Comment.objects.bulk_update(rows, ["flags", "text_digest", "name_key"])
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
