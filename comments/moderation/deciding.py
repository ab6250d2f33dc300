from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import edition
from articles.models import Publication
from comments import appeals, notifications
from comments.models import Comment, CommentVersion, Decision, Report
from comments.moderation import forgetting, screened
from comments.moderation.refusals import AlreadyDecided, NothingToRedact, TextChanged, Withdrawn
from comments.text import redacted

Status = Comment.Status


@dataclass(frozen=True)
class Move:
    """One comment on its way from the status in which it was seen, with the text that was seen (None: the latest)."""

    pk: int
    from_status: str
    to_status: str
    version: CommentVersion | None = None
    undoes: Decision | None = None


def approve(comment, by, **details):
    """Show the comment to readers: the text of `details["version"]`, or the latest."""
    return _decide(comment, Status.APPROVED, by, **details)


def reject(comment, by, **details):
    return _decide(comment, Status.REJECTED, by, **details)


def mark_spam(comment, by, **details):
    return _decide(comment, Status.SPAM, by, **details)


def reopen(comment, by, **details):
    """Put a decided comment back among those that wait; readers no longer see it."""
    return _decide(comment, Status.PENDING, by, **details)


VERBS = {"approve": approve, "reject": reject, "mark_spam": mark_spam, "reopen": reopen}
LEADS_TO = {
    "approve": Status.APPROVED,
    "reject": Status.REJECTED,
    "mark_spam": Status.SPAM,
    "reopen": Status.PENDING,
}


def _decide(comment, to_status, by, *, version=None, **details):
    """Move `comment` from the status that its caller saw (`comment.status`) to `to_status`; returns the decision.

    Raises `AlreadyDecided` when its status is another by now, or is `to_status` already; `TextChanged` when `version`
    is not the latest text any more; `Withdrawn`, a `PermissionDenied`, for a comment that its writer withdrew.
    """
    return _the_one(comment, *_carry_out([Move(comment.pk, comment.status, to_status, version)], by, **details))


def decide_many(comments, verb, by, **details):
    """Decide on each of `comments` as one batch, in one transaction.

    A comment is taken as its caller saw it: `comment.status`, and `comment.seen_version` where that is set. Returns
    (decisions, refusals): the decisions made, and the exceptions of those that could not be decided.
    """
    moves = [
        Move(comment.pk, comment.status, LEADS_TO[verb], getattr(comment, "seen_version", None)) for comment in comments
    ]
    return _carry_out(moves, by, batch=uuid4(), **details)


def undo(decision, by, now=None):
    """Put the comment back to what it was before `decision`, which must be the last one on it; returns the new decision.

    Raises what `approve` raises, `AlreadyDecided` also when somebody decided after `decision`.
    """
    return _the_one(decision.comment, *_carry_out([_back(decision)], by, now=now))


def undo_many(decisions, by, now=None):
    """Undo each of `decisions` as one batch; returns (decisions, refusals) as `decide_many`."""
    return _carry_out([_back(decision) for decision in decisions], by, batch=uuid4(), now=now)


def last_act(by):
    """What “undo” would undo for this person: the decisions of their last act that is not an undo and was not undone.

    That may be one that cannot be undone, as taking personal data out: never an earlier one in its place.
    """
    acts = Decision.objects.filter(by=by, undoes=None, undone_by=None).select_related("comment")
    last = acts.order_by("-pk").first()
    if last is None or last.batch is None:
        return [last] if last else []
    return list(acts.filter(batch=last.batch))


@transaction.atomic
def redact(comment, by, words, *, note="", now=None):
    """Take personal data out of every text of `comment`: each of `words`, wherever it occurs, in capitals or not.

    The texts before are kept for `forgetting.ORIGINALS_KEPT`, for moderators. Readers see that something was taken out, and
    where; whether they see the comment does not change. Returns the decision, from and to the same status. Raises
    `NothingToRedact` when no text has any of the words, `Withdrawn` for a comment that its writer withdrew.
    """
    now = now or timezone.now()
    # First, so that an original whose time is over is not given another one.
    forgetting.forget_originals(now)
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.status == Status.WITHDRAWN:
        raise Withdrawn
    changed = []
    for version in row.versions.all():
        text = redacted(version.text, words)
        if text != version.text:
            version.original = version.text if version.original is None else version.original
            # A second redaction gives what the first took out no second month.
            version.original_until, version.text = version.original_until or now + forgetting.ORIGINALS_KEPT, text
            changed.append(version)
    if not changed:
        raise NothingToRedact(_("This is not in the text: copy it from there as it is written."))
    CommentVersion.objects.bulk_update(changed, ["text", "original", "original_until"])
    latest = row.versions.latest()
    row.text = latest.text
    screened.compare_by(row)
    row.save(update_fields=["text", "text_digest"])
    screened.keep_links([row])
    if row.shown_version_id is not None:
        renew_pages([row.article_id])
    reason = Decision.Reason.PERSONAL_DATA
    return Decision.objects.create(
        comment=row,
        by=by,
        at=now,
        from_status=row.status,
        to_status=row.status,
        reason=reason,
        note=note,
        version=latest,
        shown_before_id=row.shown_version_id,
    )


def decide_first(comment, to_status, version, *, by, at, **details):
    """The decision that comes with the comment itself, in the transaction that stores it."""
    comment.status, comment.shown_version = to_status, version if to_status == Status.APPROVED else None
    comment.save(update_fields=["status", "shown_version"])
    if comment.shown_version:
        renew_pages([comment.article_id])
    decision = Decision.objects.create(
        comment=comment, by=by, at=at, from_status="", to_status=to_status, version=version, **details
    )
    notifications.decided([decision])
    return decision


def decide_by_itself(row, to_status, version, shown, *, rule, at):
    """A decision that nobody of the newsroom made, on `version` of a comment whose row the caller holds; from then on
    readers get `shown` (None: nothing)."""
    before, decision = row.shown_version_id, of_readers(row, to_status, version, rule=rule, at=at)
    row.status, row.shown_version = to_status, shown
    row.save(update_fields=["status", "shown_version"])
    decision.save()
    if row.shown_version_id != before:
        renew_pages([row.article_id])
    return decision


def of_readers(row, to_status, version, *, rule, at):
    """Such a decision, not yet stored, on a row as it was before; `rule` is one of `CAUSES`."""
    return Decision(
        comment=row,
        at=at,
        from_status=row.status,
        to_status=to_status,
        version=version,
        rule=rule,
        shown_before_id=row.shown_version_id,
    )


def _back(decision):
    if decision.is_redaction:
        raise PermissionDenied(_("What was taken out of a text is not put back."))
    if decision.is_of_readers:
        raise PermissionDenied(_("What its writer or readers did is not undone: decide on the comment instead."))
    # The newsroom takes back what it wrote itself; a reader's comment waits.
    written = Status.WITHDRAWN if decision.comment.is_by_newsroom else Status.PENDING
    to_status = decision.from_status or written
    return Move(decision.comment_id, decision.to_status, to_status, decision.version, undoes=decision)


def _the_one(comment, decisions, refusals):
    if refusals:
        raise refusals[0]
    comment.status, comment.shown_version = decisions[0].comment.status, decisions[0].comment.shown_version
    return decisions[0]


@transaction.atomic
def _carry_out(moves, by, *, reason="", note="", rule="", batch=None, now=None):
    """Make every move that still can be made; returns (decisions, refusals).

    The rows are held until the decisions are stored: of two moderators at once the second waits, and then sees the
    first. Rows, stories and the edition are locked in one order by every verb, so that no two wait for each other.
    """
    now = now or timezone.now()
    keys = [move.pk for move in moves]
    rows = {row.pk: row for row in Comment.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    versions = CommentVersion.objects.filter(comment__in=keys).defer("text", "original").order_by("comment", "-number")
    latest = first_of_each(versions)
    acts = Decision.objects.exclude(from_status=F("to_status")).select_related("by")
    last = first_of_each(acts.filter(comment__in=keys).order_by("comment", "-pk"))
    for_others = appeals.for_others(keys, by)
    decided, decisions, refusals, stories = [], [], [], set()
    for move in moves:
        row, version = rows[move.pk], latest[move.pk]
        is_for_another = move.pk in for_others
        if refusal := _refusal(row, version, last.get(move.pk), move, now, is_for_another=is_for_another):
            refusals.append(refusal)
            continue
        before = row.shown_version_id
        decision = Decision(
            comment=row,
            by=by,
            at=now,
            from_status=row.status,
            to_status=move.to_status,
            reason=reason,
            note=note,
            version=version,
            rule=rule,
            batch=batch,
            shown_before_id=before,
            undoes=move.undoes,
        )
        row.status = move.to_status
        row.shown_version_id = _shown_after(move, version)
        decided.append(row)
        decisions.append(decision)
        if before is not None or row.shown_version_id is not None:
            stories.add(row.article_id)
    hidings = _settle_reports(decisions, now)
    Comment.objects.bulk_update(decided, ["status", "shown_version", "reporters"])
    Decision.objects.bulk_create([*decisions, *hidings])
    renew_pages(stories)
    # Last, as in every verb: digests in the outbox are locked after stories and the edition.
    notifications.decided(decisions)
    # Here, because a newsroom without timed jobs decides on comments every day.
    transaction.on_commit(partial(forgetting.forget_some, now), robust=True)
    return decisions, refusals


def _settle_reports(decisions, now):
    """A text that is approved in spite of reports is immune from then on, and an undo of that takes it back. Returns the
    decisions, not yet stored, of what then is hidden by the reports that came meanwhile."""
    approved = [decision for decision in decisions if decision.to_status == Status.APPROVED and not decision.undoes]
    back = [decision for decision in decisions if decision.undoes and decision.undoes.to_status == Status.APPROVED]
    if approved:
        shown = [decision.comment.shown_version_id for decision in approved]
        CommentVersion.objects.filter(
            Exists(Report.objects.filter(version=OuterRef("pk"), counts=True)), pk__in=shown
        ).update(is_immune=True)
    networks = {}
    if back:
        CommentVersion.objects.filter(pk__in=[decision.version_id for decision in back]).update(is_immune=False)
        shown = [decision.comment.shown_version_id or decision.version_id for decision in back]
        networks = Report.objects.filter(version__in=shown).networks()
    for decision in approved + back:
        decision.comment.reporters = networks.get(decision.comment_id, 0)
    shown = [decision.comment for decision in back if networks and decision.comment.shown_version_id]
    enough = Publication.current().reports_to_hide if shown else 0
    hidden = [row for row in shown if row.reporters >= enough]
    hidings = [of_readers(row, row.status, row.shown_version, rule=Decision.BY_REPORTS, at=now) for row in hidden]
    for row in hidden:
        row.shown_version = None
    return hidings


def first_of_each(rows):
    """The first of the rows of each comment; they come in the order of their comments."""
    return {pk: next(group) for pk, group in groupby(rows, attrgetter("comment_id"))}


def _refusal(row, latest, last, move, now, *, is_for_another):
    """Why this move cannot be made any more, as an exception; None when it can. `last` is the last decision."""
    if row.status == Status.WITHDRAWN:
        return Withdrawn()
    has_moved_on = row.status != move.from_status or row.status == move.to_status
    if has_moved_on or (move.undoes and last != move.undoes):
        return AlreadyDecided(row, last, now)
    if is_for_another:
        return PermissionDenied(_("You rejected this comment: another moderator decides on the appeal."))
    if move.version is not None and move.version.pk != latest.pk:
        return TextChanged(row)
    return None


def _shown_after(move, latest):
    """The id of the version that readers get after the move: the one approved now, or after an undo the one they had."""
    if move.undoes and move.undoes.shown_before_id:
        return move.undoes.shown_before_id
    return latest.pk if move.to_status == Status.APPROVED else None


def renew_pages(article_ids):
    """Make the pages that show these stories' comments new versions."""
    for article_id in sorted(article_ids):
        edition.advance_story(article_id)
    if article_ids:
        edition.advance(comments=True)
