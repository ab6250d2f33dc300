from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import digits
from articles.models import Publication
from comments import locks, notifications, privacy, screening, spans
from comments.models import Comment, Decision, Report, Rule
from comments.moderation import deciding
from comments.moderation.refusals import Flooded, NotShown

Status = Comment.Status
# From one network.
LIMITS = ((5, timedelta(minutes=1)), (30, timedelta(days=1)))


@transaction.atomic
def report(comment, reason, *, text="", network="", trap="", now=None):
    """Take a reader's word that `comment`, as readers see it, should not stand; returns the `Report`.

    The first one that counts puts an approved comment before the moderators again, and readers go on seeing it; as many
    networks as the publication says hide it until somebody decides. A text that was approved in spite of reports is immune:
    reports of it are kept and do nothing. What screening takes for a machine's is kept and does not count. A network
    reports a text once in thirty days; again, its first report is returned.

    Raises `NotShown` for what readers do not see and what the newsroom wrote, and `Flooded`; then nothing is stored.
    """
    now, digest = now or timezone.now(), privacy.network_digest(network)
    # In the order of every verb: who sends, the comment, its story, the edition.
    _queue(digest)
    row = Comment.objects.select_for_update().filter(pk=comment.pk).first()
    if row is None or row.is_by_newsroom or not Comment.objects.visible().filter(pk=row.pk).exists():
        raise NotShown(_("This comment is not shown, or no longer: there is nothing to report any more."))
    version = row.versions.get(pk=row.shown_version_id)
    if digest and (earlier := version.reports.filter(network_digest=digest).first()):
        return earlier
    if digest and settings.COMMENT_GUARDS:
        _refuse_too_many(digest, now)
    report = Report.objects.create(
        comment=row,
        version=version,
        reason=reason,
        text=text,
        network_digest=digest,
        counts=_counts(text, network, trap, now),
        submitted_at=now,
    )
    if report.counts and not version.is_immune:
        _act_on(row, version, now)
    return report


def _queue(digest):
    """Reports of one network wait for each other, so that none is counted by two before either is stored. Comments that come
    from there have a lock of their own: theirs is taken behind other rows, and each could wait for the other."""
    if digest:
        locks.hold(f"report {digest}")


def _refuse_too_many(digest, now):
    longest = max(window for _limit, window in LIMITS)
    recent = Report.objects.filter(network_digest=digest, submitted_at__gt=now - longest)
    times = list(recent.values_list("submitted_at", flat=True))
    if seconds := max(screening.seconds_to_wait(times, now, limit, window) for limit, window in LIMITS):
        span = spans.in_words(seconds) if seconds <= spans.MINUTE else spans.about(seconds)
        sentence = _("You are sending reports faster than they can be read. Wait %(span)s, then send this one again.")
        raise Flooded(seconds, digits.shown(sentence % {"span": span}, Publication.current()))


def _counts(text, network, trap, now):
    """Whether a report is one of those that act: none of the moderators' rules would have taken it for spam."""
    if trap:
        return False
    subject = screening.Subject(text=text, name="", network=network)
    return screening.verdict(screening.rule_findings(subject, Rule.objects.in_force(now))) is None


def _act_on(row, version, now):
    """What a report that counts does to a comment whose row is held."""
    networks = version.reports.all().networks()[row.pk]
    # Those that are forgotten count no more for hiding, and were there all the same.
    row.reporters = max(row.reporters, networks)
    row.save(update_fields=["reporters"])
    if is_first := row.status == Status.APPROVED:
        deciding.decide_by_itself(row, Status.PENDING, version, version, rule=Decision.BY_REPORTS, at=now)
    if networks >= Publication.current().reports_to_hide:
        deciding.decide_by_itself(row, Status.PENDING, version, None, rule=Decision.BY_REPORTS, at=now)
    if is_first:
        # Last, as in every verb: digests in the outbox are locked after stories and the edition.
        notifications.waiting([row], now)
