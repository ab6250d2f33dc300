"""The verbs of a comment. Nothing else writes its status or what readers see of it; each verb is one transaction and
leaves a `Decision`, and moderation deletes nothing.
"""

from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from articles import edition
from articles.furniture import furniture
from articles.models import Article, Publication
from comments import privacy, screening
from comments.models import Comment, Commenter, CommentVersion, Decision

Status = Comment.Status
DECIDED = {
    Status.PENDING: gettext_lazy("Already reopened by %(who)s %(ago)s."),
    Status.APPROVED: gettext_lazy("Already approved by %(who)s %(ago)s."),
    Status.REJECTED: gettext_lazy("Already rejected by %(who)s %(ago)s."),
    Status.SPAM: gettext_lazy("Already marked as spam by %(who)s %(ago)s."),
}
PARENT_NOT_SHOWN = gettext_lazy(
    "You cannot answer this comment: it is not shown here, or no longer. Send yours again to let it stand by itself."
)


class Refused(Exception):
    """A comment that is not taken; `str()` of it is the sentence for the commenter."""


class Closed(Refused):
    pass


class Gone(Refused):
    """The story was withdrawn since its form was read."""


class Duplicate(Refused):
    pass


class ParentNotShown(Refused):
    """It answers a comment that readers do not see."""


class Flooded(Refused):
    """Too many at once; `seconds` is how long to wait."""

    def __init__(self, seconds):
        self.seconds = seconds
        super().__init__(
            ngettext(
                "You are sending comments faster than they can be read. Wait %(number)d second, then send this one again.",
                "You are sending comments faster than they can be read. Wait %(number)d seconds, then send this one again.",
                seconds,
            )
            % {"number": seconds}
        )


class AlreadyDecided(Exception):
    """Somebody else decided since this comment was looked at; `decision` is theirs (None when it is unknown)."""

    def __init__(self, comment, decision, now):
        self.comment, self.decision = comment, decision
        if decision is None:
            sentence = _("This comment is “%(status)s” already.") % {"status": comment.get_status_display()}
        else:
            who = decision.by and (decision.by.get_full_name() or decision.by.get_username())
            sentence = DECIDED[comment.status] % {"who": who or _("the system"), "ago": ago(now - decision.at)}
        super().__init__(f"{comment.name}: {sentence}")


class TextChanged(Exception):
    """The commenter changed the text after the moderator had read it."""


@dataclass(frozen=True)
class Submission:
    """What somebody sent, cleaned by the form; `network` is a client address, of which only a digest is kept."""

    article: Article
    text: str
    name: str
    email: str = ""
    website: str = ""
    parent: Comment | None = None
    network: str = ""
    language: str = ""
    trap: str = ""
    user: object = None


# --- What commenters do


def why_closed(article, publication=None):
    """The sentence that tells why `article` takes no comment, or None when it does."""
    if (publication or furniture().publication).comments_closed:
        return _("Comments are closed on all stories at the moment.")
    if article.has_closed_comments:
        return _("Comments on this story are closed.")
    return None


@transaction.atomic
def submit(submission, now=None):
    """Take a comment and return it: pending, spam when the trap was filled, approved when the newsroom itself writes.

    Raises `Gone`, `Closed`, `ParentNotShown`, `Flooded` or `Duplicate`, each a `Refused`; then nothing is stored.
    """
    now = now or timezone.now()
    # As they are now: the story may have been withdrawn, or closed, since the form was read.
    article = Article.objects.published(now).filter(pk=submission.article.pk).first()
    if article is None:
        raise Gone(_("This story is no longer published."))
    publication = Publication.current()
    if submission.user is None and (sentence := why_closed(article, publication)):
        raise Closed(sentence)
    parent = submission.parent
    if parent and not Comment.objects.visible().filter(article=article, pk=parent.pk).exists():
        raise ParentNotShown(PARENT_NOT_SHOWN)
    network = privacy.network_digest(submission.network)
    commenter = None
    if submission.email:
        commenter = Commenter.objects.for_email(submission.email)
        if settings.COMMENT_GUARDS:
            _guard(submission, commenter, network, now, publication.comments_a_minute)
    rules = screening.fired_rules(submission.trap)
    status = Status.SPAM if rules else Status.APPROVED if submission.user else Status.PENDING
    comment = Comment.objects.create(
        article=article,
        parent=parent,
        thread=parent and (parent.thread or parent),
        commenter=commenter,
        user=submission.user,
        network_digest=network,
        name=submission.name,
        website=submission.website,
        text=submission.text,
        language=submission.language or article.language,
        submitted_at=now,
    )
    version = CommentVersion.objects.create(comment=comment, text=comment.text, created_at=now)
    if status != Status.PENDING:
        _leave(comment, status, version, by=submission.user, at=now, from_status="", rule=", ".join(rules))
    return comment


def _guard(submission, commenter, network, now, limit):
    """Refuse what comes twice or too fast.

    Two requests at once would both count before either is stored, so they queue: SQLite has one writer anyway;
    PostgreSQL holds the commenter's row and, for the network, an advisory lock until the transaction ends.
    """
    Commenter.objects.select_for_update().get(pk=commenter.pk)
    if network and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [network])
    sender = Q(commenter=commenter) | Q(network_digest=network) if network else Q(commenter=commenter)
    recent = Comment.objects.filter(sender, submitted_at__gt=now - screening.FLOOD_WINDOW)
    if seconds := screening.seconds_to_wait(list(recent.values_list("submitted_at", flat=True)), now, limit):
        raise Flooded(seconds)
    # After the limit: whoever tries addresses, to learn whose comment this is, leaves a row with each and is slowed.
    same = Comment.objects.filter(article=submission.article, commenter=commenter, text=submission.text)
    if same.exclude(status=Status.WITHDRAWN).exists():
        raise Duplicate(_("We have this comment already; there is no need to send it again."))


# --- What moderators do


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


@transaction.atomic
def _decide(comment, to_status, by, *, version=None, reason="", note="", rule="", batch=None, now=None):
    """Move `comment` from the status that its caller saw (`comment.status`) to `to_status`; returns the decision.

    Raises `AlreadyDecided` when its status is another by now, or is `to_status` already; `TextChanged` when `version`
    is not the latest text any more; `PermissionDenied` for a comment that its writer withdrew.
    """
    now = now or timezone.now()
    # The row is held until the decision is stored: of two moderators at once the second waits, and then sees the first.
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.status == Status.WITHDRAWN:
        raise PermissionDenied(_("Its writer has withdrawn this comment."))
    if row.status != comment.status or row.status == to_status:
        raise AlreadyDecided(row, row.decisions.select_related("by").first(), now)
    latest = row.versions.latest()
    if version is not None and version.pk != latest.pk:
        raise TextChanged(_("The writer has changed this comment since you read it. Read it again before you decide."))
    decision = _leave(row, to_status, latest, by=by, at=now, reason=reason, note=note, rule=rule, batch=batch)
    comment.status, comment.shown_version = row.status, row.shown_version
    return decision


def decide_many(comments, verb, by, **details):
    """Decide on each of `comments` as one batch; each is its own transaction.

    A comment is taken as its caller saw it: `comment.status`, and `comment.seen_version` where that is set. Returns (decisions, refusals): the decisions made, and the exceptions of those that somebody else had decided.
    """
    batch, decisions, refusals = uuid4(), [], []
    for comment in comments:
        try:
            version = getattr(comment, "seen_version", None)
            decisions.append(VERBS[verb](comment, by, batch=batch, version=version, **details))
        except (AlreadyDecided, TextChanged, PermissionDenied) as refusal:
            refusals.append(refusal)
    return decisions, refusals


def _leave(comment, to_status, version, *, by, at, from_status=None, **details):
    """Set the status and what readers see, store the decision, and make the pages that show it a new version."""
    was_shown = comment.shown_version_id is not None
    from_status = comment.status if from_status is None else from_status
    comment.status = to_status
    comment.shown_version = version if to_status == Status.APPROVED else None
    comment.save(update_fields=["status", "shown_version"])
    if was_shown or comment.shown_version_id is not None:
        edition.advance_story(comment.article_id)
        edition.advance(comments=True)
    return Decision.objects.create(
        comment=comment, by=by, at=at, from_status=from_status, to_status=to_status, version=version, **details
    )


# --- What imports do


@transaction.atomic
def record(batch):
    """Take comments that were written and decided elsewhere, with their own times, in bulk and without effects.

    `batch` holds dicts with "submission" (a `Submission`), "submitted_at", "status", and for what was decided
    "decided_at", "by", "reason" and "note". A submission's parent may be one that an earlier call returned. Returns
    the comments in the same order; the pages that show them become new versions once.
    """
    comments = []
    for entry in batch:
        submission, parent = entry["submission"], entry["submission"].parent
        comments.append(
            Comment(
                article=submission.article,
                parent=parent,
                thread=parent and (parent.thread or parent),
                commenter=Commenter.objects.for_email(submission.email) if submission.email else None,
                user=submission.user,
                network_digest=privacy.network_digest(submission.network),
                name=submission.name,
                website=submission.website,
                text=submission.text,
                language=submission.language or submission.article.language,
                status=entry["status"],
                submitted_at=entry["submitted_at"],
            )
        )
    Comment.objects.bulk_create(comments)
    versions = CommentVersion.objects.bulk_create(
        CommentVersion(comment=comment, text=comment.text, created_at=comment.submitted_at) for comment in comments
    )
    decisions = []
    for entry, comment, version in zip(batch, comments, versions, strict=True):
        if comment.status == Status.APPROVED:
            comment.shown_version = version
        if comment.status != Status.PENDING:
            decisions.append(
                Decision(
                    comment=comment,
                    by=entry.get("by"),
                    at=entry.get("decided_at") or comment.submitted_at,
                    from_status="" if comment.user else Status.PENDING,
                    to_status=comment.status,
                    reason=entry.get("reason", ""),
                    note=entry.get("note", ""),
                    version=version,
                )
            )
    Comment.objects.bulk_update(comments, ["shown_version"])
    Decision.objects.bulk_create(decisions)
    # In the order in which every verb of many stories locks them.
    for article_id in sorted({comment.article_id for comment in comments}):
        edition.advance_story(article_id)
    edition.advance(comments=True)
    return comments


def ago(delta):
    """A time span in the past in words, by seconds, minutes, hours or days."""
    seconds = max(0, int(delta.total_seconds()))
    if seconds < 60:
        number = seconds
        words = ngettext("%(number)d second ago", "%(number)d seconds ago", number)
    elif seconds < 3600:
        number = seconds // 60
        words = ngettext("%(number)d minute ago", "%(number)d minutes ago", number)
    elif seconds < 86400:
        number = seconds // 3600
        words = ngettext("%(number)d hour ago", "%(number)d hours ago", number)
    else:
        number = seconds // 86400
        words = ngettext("%(number)d day ago", "%(number)d days ago", number)
    # By name, so that a language may say it without a figure: Arabic has a dual.
    return words % {"number": number}
