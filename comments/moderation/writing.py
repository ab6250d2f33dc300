"""What its writer does with a comment that was sent, by the link to it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Publication
from comments import notifications, screening
from comments.models import Appeal, Comment, CommentVersion, Rule, RuleMatch
from comments.moderation import deciding, screened
from comments.moderation.refusals import Fixed, Flooded, NoAppeal, Unchanged

Status = Comment.Status
CHANGEABLE_FOR = timedelta(minutes=15)
MOST_TEXTS = 10
# To its writer spam is a comment that is held: were it refused here, they would know.
CHANGEABLE = (Status.PENDING, Status.APPROVED, Status.SPAM)


def changeable_until(comment):
    return comment.submitted_at + CHANGEABLE_FOR


def why_fixed(comment, now=None):
    """The sentence that tells its writer why `comment` can be neither changed nor withdrawn at `now`; None when it can."""
    if comment.status == Status.WITHDRAWN:
        return _("You have withdrawn this comment.")
    if comment.status not in CHANGEABLE:
        return _("A decision was made on this comment; it can no longer be changed or withdrawn here.")
    if (now or timezone.now()) >= changeable_until(comment):
        return _("A comment can be changed or withdrawn for 15 minutes after it was sent. That time is over.")
    if comment.replies.exclude(status__in=[Status.SPAM, Status.WITHDRAWN]).exists():
        return _("Somebody has answered this comment; it can no longer be changed or withdrawn here.")
    return None


@transaction.atomic
def revise(comment, text, now=None):
    """Give `comment` another text, which waits for a moderator; what was approved stays shown meanwhile. Returns the version.

    The text is screened, and no rule decides on it. Raises `Fixed`, `Unchanged` or `Flooded`, each a `Refused`; then
    nothing is stored.
    """
    now = now or timezone.now()
    row = _changeable(comment, now)
    versions = list(row.versions.defer("text", "original"))
    _refuse_repetition(row, text, [version.created_at for version in versions], now)
    latest = versions[0]
    row.text = text
    version = CommentVersion.objects.create(comment=row, number=latest.number + 1, text=text, created_at=now)
    matches = list(row.matches.filter(version=latest))
    kept = _keep_what_was_known_once(row, matches, version)
    subject = screened.subject_of_stored(row)
    screened.compare_by(row, subject.words)
    rules = Rule.objects.in_force(now).exclude(kind__in=screened.ONCE_ONLY)
    found = screening.findings(subject, screened.facts(row, is_confirmed=screened.was_confirmed(matches)), rules)
    row.flags = screened.flags_of([*kept, *found])
    row.save(update_fields=["text", "flags", "text_digest", "name_key"])
    screened.keep_links([row])
    screened.keep_matches([(row, version, found)])
    if row.status == Status.APPROVED:
        deciding.decide_by_itself(row, Status.PENDING, version, row.shown_version, rule="edited", at=now)
        notifications.waiting([row], now)
    return version


@transaction.atomic
def withdraw(comment, now=None):
    """Take `comment` back: nobody reads it any more, and nobody decides on it. Returns the decision. Raises `Fixed`."""
    now = now or timezone.now()
    row = _changeable(comment, now)
    return deciding.decide_by_itself(row, Status.WITHDRAWN, row.versions.latest(), None, rule="writer", at=now)


def may_appeal(comment):
    """Whether its writer may ask for another look at the rejection of `comment`."""
    return comment.status == Status.REJECTED and not has_appealed(comment)


def has_appealed(comment):
    return Appeal.objects.filter(comment=comment).exists()


@transaction.atomic
def appeal(comment, text, now=None):
    """Put a rejected comment before the moderators again, with what its writer says; once. Returns the `Appeal`.

    Raises `NoAppeal`.
    """
    now = now or timezone.now()
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if has_appealed(row):
        raise NoAppeal(_("You have appealed already. A comment has one appeal."))
    rejection = row.decisions.exclude(from_status=F("to_status")).first()
    if row.status != Status.REJECTED or rejection is None or rejection.to_status != Status.REJECTED:
        raise NoAppeal(_("This comment is not rejected: there is nothing to appeal against."))
    stored = Appeal.objects.create(comment=row, decision=rejection, text=text, submitted_at=now)
    deciding.decide_by_itself(row, Status.PENDING, row.versions.latest(), None, rule="appeal", at=now)
    notifications.waiting([row], now)
    return stored


def _changeable(comment, now):
    """The row, held until the transaction ends, as every verb holds it: whoever comes second sees what the first did."""
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if sentence := why_fixed(row, now):
        raise Fixed(sentence)
    return row


def _refuse_repetition(row, text, written, now):
    """`written` are the times of the texts there are."""
    if text == row.text:
        raise Unchanged(_("This is the text that we have already. Change it, then send it."))
    if len(written) >= MOST_TEXTS:
        raise Fixed(_("This comment was changed so often that it can only be withdrawn now."))
    limit = Publication.current().comments_a_minute
    if settings.COMMENT_GUARDS and (seconds := screening.seconds_to_wait(written, now, limit)):
        raise Flooded(seconds)


def _keep_what_was_known_once(row, matches, version):
    """What was known in the moment of sending alone holds against the new text as well; returns those of `matches`."""
    kept = [match for match in matches if match.code in screened.ONCE_ONLY]
    RuleMatch.objects.bulk_create(
        RuleMatch(
            comment=row,
            version=version,
            rule_id=match.rule_id,
            code=match.code,
            label=match.label,
            action=match.action,
            note=match.note,
        )
        for match in kept
    )
    return kept
