from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Publication
from comments import notifications, privacy, screening, screens
from comments.models import Comment, Commenter, CommentVersion, Rule
from comments.moderation import deciding, screened
from comments.moderation.closing import why_closed
from comments.moderation.refusals import PARENT_NOT_SHOWN, Closed, Duplicate, Flooded, Gone, ParentNotShown

Status = Comment.Status


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
    wants_notice: bool = False
    # What a browser keeps since the address was confirmed in it.
    key: str = ""


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
        commenter = Commenter.objects.for_email(submission.email)
        if settings.COMMENT_GUARDS:
            _queue(commenter, privacy.network_digest(submission.network))
            _refuse_repetition(submission, commenter, now, publication.comments_a_minute)
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
    if submission.user is None:
        subject = screened.subject_of(submission, comment.commenter_id)
        findings = screening.findings(subject, screened.facts(comment), Rule.objects.in_force(now)) + asked
    verdict = screening.verdict(findings)
    screened.compare_by(comment, findings)
    comment.save()
    screened.keep_links([comment])
    version = CommentVersion.objects.create(comment=comment, text=comment.text, created_at=now)
    screened.keep_matches(comment, version, findings)
    if submission.user:
        deciding.decide_first(comment, Status.APPROVED, version, by=submission.user, at=now, batch=batch)
    elif verdict:
        deciding.decide_first(
            comment, verdict.status, version, by=None, at=now, reason=verdict.reason, rule=verdict.rule[:80]
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


def _queue(commenter, network):
    """Two requests at once would both count before either is stored, so they queue: SQLite has one writer anyway;
    PostgreSQL holds the commenter's row and, for the network, an advisory lock until the transaction ends."""
    Commenter.objects.select_for_update().get(pk=commenter.pk)
    if network and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [network])


def _refuse_repetition(submission, commenter, now, limit):
    """Refuse what comes twice or too fast; `commenter` is None when nobody has this address yet."""
    sender = Q(pk__in=[])
    if commenter:
        sender |= Q(commenter=commenter)
    if network := privacy.network_digest(submission.network):
        sender |= Q(network_digest=network)
    recent = Comment.objects.filter(sender, submitted_at__gt=now - screening.FLOOD_WINDOW)
    if seconds := screening.seconds_to_wait(list(recent.values_list("submitted_at", flat=True)), now, limit):
        raise Flooded(seconds)
    # After the limit: whoever tries addresses, to learn whose comment this is, leaves a row with each and is slowed.
    same = Comment.objects.filter(article=submission.article, commenter=commenter, text=submission.text)
    if commenter and same.exclude(status=Status.WITHDRAWN).exists():
        raise Duplicate(_("We have this comment already; there is no need to send it again."))


@transaction.atomic
def answer(comment, by, text, *, version=None, now=None):
    """Answer `comment` as the newsroom and return the answer; a comment that waits, or was decided otherwise, is approved
    with it, as its caller saw it, in one batch.

    Raises what `deciding.approve` and `submit` raise; then neither is done.
    """
    now = now or timezone.now()
    batch = uuid4()
    if comment.status != Status.APPROVED:
        deciding.approve(comment, by, version=version, batch=batch, now=now)
    article = comment.article
    name = Publication.current().name.get(article.language) or str(Publication.current().name)
    return submit(Submission(article=article, parent=comment, text=text, name=name, user=by), now, batch=batch)
