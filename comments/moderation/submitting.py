from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Publication
from comments import privacy, screening
from comments.models import Comment, Commenter, CommentVersion
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


@transaction.atomic
def submit(submission, now=None):
    """Take a comment and return it: pending, or as a rule of screening decides, or approved when the newsroom itself
    writes. Every rule that fired is kept with it.

    Raises `Gone`, `Closed`, `ParentNotShown`, `Flooded` or `Duplicate`, each a `Refused`; then nothing is stored.
    """
    now = now or timezone.now()
    # As they are now: the story may have been withdrawn, or closed, since the form was read.
    article = Article.objects.published(now).filter(pk=submission.article.pk).first()
    if article is None:
        raise Gone(_("This story is no longer published."))
    publication = Publication.current()
    if submission.user is None and (sentence := why_closed(article, publication, now)):
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
    comment = Comment(
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
    findings = [] if submission.user else screened.findings(comment, submission, now)
    verdict = screening.verdict(findings)
    screened.compare_by(comment, findings)
    comment.save()
    screened.keep_links([comment])
    version = CommentVersion.objects.create(comment=comment, text=comment.text, created_at=now)
    screened.keep_matches(comment, version, findings)
    if submission.user:
        deciding.decide_first(comment, Status.APPROVED, version, by=submission.user, at=now)
    elif verdict:
        deciding.decide_first(
            comment, verdict.status, version, by=None, at=now, reason=verdict.reason, rule=verdict.rule[:80]
        )
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


@transaction.atomic
def answer(comment, by, text, *, version=None, now=None):
    """Answer `comment` as the newsroom and return the answer; a comment that waits, or was decided otherwise, is approved
    with it, as its caller saw it.

    Raises what `deciding.approve` and `submit` raise; then neither is done.
    """
    now = now or timezone.now()
    if comment.status != Status.APPROVED:
        deciding.approve(comment, by, version=version, now=now)
    article = comment.article
    name = Publication.current().name.get(article.language) or str(Publication.current().name)
    return submit(Submission(article=article, parent=comment, text=text, name=name, user=by), now)
