from dataclasses import dataclass, field
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Publication
from comments import locks, notifications, privacy, screening, screens
from comments.models import Comment, Commenter, CommentVersion, Decision, Rule
from comments.moderation import deciding, screened
from comments.moderation.closing import why_closed
from comments.moderation.refusals import (
    PARENT_NOT_SHOWN,
    AlreadyDecided,
    Closed,
    Duplicate,
    Flooded,
    Gone,
    ParentNotShown,
    Withdrawn,
)

Status = Comment.Status
RULE_LENGTH = Decision._meta.get_field("rule").max_length


@dataclass(frozen=True)
class Submission:
    """What somebody sent, cleaned by the form; `network` is a client address, of which only a digest is kept."""

    article: Article
    text: str
    name: str
    email: str = field(default="", repr=False)
    website: str = ""
    parent: Comment | None = None
    network: str = field(default="", repr=False)
    language: str = ""
    trap: str = ""
    user: object = None
    wants_notice: bool = False
    # What a browser keeps since the address was confirmed in it.
    key: str = field(default="", repr=False)


def submit(submission, now=None, *, batch=None):
    """Take a comment and return it: pending, or as a rule of screening decides, or approved when the newsroom itself
    writes. Every rule that fired is kept with it. `batch` is the act that its own decision belongs to, if any.

    Raises `Gone`, `Closed`, `ParentNotShown`, `Flooded` or `Duplicate`, each a `Refused`; then nothing is stored.

    The screens of `COMMENT_SCREENS` may take their time, so they are asked before the transaction that stores the
    comment, and only for one that would not be refused as things are; in the transaction all is asked again.
    """
    now = now or timezone.now()
    asked = []
    if settings.COMMENT_SCREENS and submission.user is None:
        _article, publication = _story(submission, now)
        commenter = Commenter.objects.known(submission.email) if submission.email else None
        if submission.email and settings.COMMENT_GUARDS:
            _refuse_repetition(submission, commenter, now, publication.comments_a_minute)
        asked = screens.ask(screened.subject_of(submission, commenter and commenter.pk))
    return _store(submission, now, asked, batch)


@transaction.atomic
def _store(submission, now, asked, batch):
    """`asked` are the findings of the screens."""
    article, publication = _story(submission, now)
    parent = submission.parent
    commenter = None
    if submission.email:
        commenter = _held(submission.email)
        if settings.COMMENT_GUARDS:
            if network := privacy.network_digest(submission.network):
                locks.hold(network)
            _refuse_repetition(submission, commenter, now, publication.comments_a_minute)
    is_confirmed = screened.is_confirmed(commenter, submission.key)
    if is_confirmed and submission.wants_notice and commenter.stopped_at:
        # Its owner had asked for no more mail, and now asks for some.
        Commenter.objects.filter(pk=commenter.pk).update(stopped_at=None)
        commenter.stopped_at = None
    comment = Comment(
        article=article,
        parent=parent,
        thread=parent and (parent.thread or parent),
        commenter=commenter,
        user=submission.user,
        network_digest=privacy.network_digest(submission.network),
        name=submission.name,
        website=submission.website,
        text=submission.text,
        language=submission.language or article.language,
        wants_notice=submission.wants_notice,
        submitted_at=now,
    )
    findings = []
    subject = screened.subject_of(submission, comment.commenter_id)
    screened.compare_by(comment, subject.words)
    if submission.user is None:
        known = screened.facts(comment, is_confirmed=is_confirmed)
        findings = screening.findings(subject, known, Rule.objects.in_force(now)) + asked
    verdict = screening.verdict(findings)
    comment.flags = screened.flags_of(findings)
    comment.save()
    screened.keep_links([comment])
    version = CommentVersion.objects.create(comment=comment, text=comment.text, created_at=now)
    screened.keep_matches([(comment, version, findings)])
    if submission.user:
        deciding.decide_first(comment, Status.APPROVED, version, by=submission.user, at=now, batch=batch)
    elif verdict:
        deciding.decide_first(
            comment, verdict.status, version, by=None, at=now, reason=verdict.reason, rule=verdict.rule[:RULE_LENGTH]
        )
    else:
        notifications.waiting([comment], now)
    if comment.wants_notice and comment.status != Status.SPAM:
        notifications.received(comment, now)
    return comment


def _story(submission, now):
    """The story as it is now, with the publication: it may have been withdrawn, or closed, since the form was read."""
    article = Article.objects.published(now).filter(pk=submission.article.pk).first()
    if article is None:
        raise Gone(_("This story is no longer published."))
    publication = Publication.current()
    if submission.user is None and (sentence := why_closed(article, publication, now)):
        raise Closed(sentence)
    parent = submission.parent
    if parent and not Comment.objects.visible().filter(article=article, pk=parent.pk).exists():
        raise ParentNotShown(PARENT_NOT_SHOWN)
    return article, publication


def _held(email):
    """The commenter with this address, held until the transaction ends: two requests at once would both count before either
    is stored, so they queue, and nobody erases meanwhile whom this comment belongs to. Who was erased in the moment of
    looking is made anew. The key alone stays free, for a mail to them that a decision on another comment stores."""
    while True:
        commenter = Commenter.objects.for_email(email)
        if held := Commenter.objects.select_for_update(no_key=True).filter(pk=commenter.pk).first():
            return held


def _refuse_repetition(submission, commenter, now, limit):
    """Refuse what comes twice or too fast; `commenter` is None when nobody has this address yet."""
    since = Comment.objects.filter(submitted_at__gt=now - screening.FLOOD_WINDOW)
    network = privacy.network_digest(submission.network)
    # Each has a limit of its own: what others sent from here is not what this person sent from elsewhere.
    senders = [since.filter(commenter=commenter)] * bool(commenter) + [since.filter(network_digest=network)] * bool(
        network
    )
    waits = [
        screening.seconds_to_wait(list(rows.values_list("submitted_at", flat=True)), now, limit) for rows in senders
    ]
    if seconds := max(waits, default=0):
        raise Flooded(seconds)
    # After the limit: whoever tries addresses, to learn whose comment this is, leaves a row with each and is slowed.
    same = Comment.objects.filter(article=submission.article, commenter=commenter, text=submission.text)
    if commenter and same.exclude(status=Status.WITHDRAWN).exists():
        raise Duplicate(_("We have this comment already; there is no need to send it again."))


@transaction.atomic
def answer(comment, by, text, *, version=None, note="", now=None):
    """Answer `comment` as the newsroom and return the answer; a comment that waits, or was decided otherwise, is approved
    with it, as its caller saw it, in one batch. `note` is kept with that approval.

    Raises what `deciding.approve` and `submit` raise, and `Duplicate` when the newsroom has given this very answer; then
    neither is done.
    """
    now = now or timezone.now()
    batch = uuid4()
    # Held, so that the same answer sent twice at once is seen the second time.
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.status == Status.WITHDRAWN:
        raise Withdrawn
    if comment.status == Status.APPROVED != row.status:
        raise AlreadyDecided(row, row.decisions.filter(to_status=row.status).select_related("by").first(), now)
    given = Comment.objects.filter(parent=row, user__isnull=False, text=text, status=Status.APPROVED)
    if given.exists():
        raise Duplicate(_("The newsroom has given this answer already."))
    if comment.status != Status.APPROVED:
        deciding.approve(comment, by, version=version, note=note, batch=batch, now=now)
    article = comment.article
    name = Publication.current().name.get(article.language) or str(Publication.current().name)
    return submit(Submission(article=article, parent=comment, text=text, name=name, user=by), now, batch=batch)
