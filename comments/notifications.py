"""Who is told of what: called by the verbs in their transaction, each stores rows of the outbox and sends nothing.

Whether there is still something to tell, and what, is looked up when a mail is sent: see `comments.mailing`.
"""

from datetime import datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from comments import outbox, privacy
from comments.models import Comment, Commenter, Mail

Kind, Status = Mail.Kind, Comment.Status
VERDICTS = (Status.APPROVED, Status.REJECTED)
# Time to undo.
GRACE = timedelta(seconds=10)
# Answers that come together are told together.
REPLIES_AFTER = timedelta(minutes=10)
# Whoever confirms an address late is told of no older answers than these.
LATE = timedelta(days=30)
DAILY_AT = time(8)


def received(comment, now=None):
    """A commenter asked to be told of a comment that has just come: an address that nobody has confirmed is asked first
    whether it is theirs; one that wants no more mail is left alone."""
    now, commenter = now or comment.submitted_at, comment.commenter
    if commenter is None or commenter.confirmed_at or commenter.stopped_at:
        return
    if outbox.may_ask(commenter, Kind.CONFIRM, comment.network_digest, now):
        outbox.put([_mail(Kind.CONFIRM, comment, now, comment=comment, network_digest=comment.network_digest)])


def confirmed(commenter, now=None):
    """Somebody has shown that this address is theirs: they are told what was decided and answered meanwhile."""
    now = now or timezone.now()
    if commenter.stopped_at:
        return
    theirs = Comment.objects.filter(commenter=commenter, wants_notice=True)
    decided_on = theirs.filter(status__in=VERDICTS).exclude(mails__kind=Kind.OUTCOME)
    outbox.put([_mail(Kind.OUTCOME, comment, now, comment=comment) for comment in decided_on.select_related("article")])
    answers = Comment.objects.visible().filter(parent__in=theirs)
    answered = theirs.filter(pk__in=answers.values("parent")).select_related("article").order_by("-pk").first()
    if answered:
        mail = _mail(Kind.REPLIES, answered, now)
        mail.created_at = now - LATE
        outbox.put_once([mail])


def decided(decisions):
    """Decisions were made: their commenters, and those whose comments were answered, may be told.

    Only what was approved or rejected; taking personal data out is neither.
    """
    verdicts = [act for act in decisions if act.to_status in VERDICTS and act.from_status != act.to_status]
    if not verdicts:
        return
    now = verdicts[0].at
    asking = [act for act in verdicts if act.comment.wants_notice]
    replies = [act.comment for act in verdicts if act.to_status == Status.APPROVED and act.comment.parent_id]
    parents = _parents_that_ask(replies)
    # All at once: held in one order by all who decide.
    told = _who_may_be_told({row.commenter_id for row in [*(act.comment for act in asking), *parents.values()]})
    asking = [act for act in asking if act.comment.commenter_id in told]
    # Their stories in one query: a batch may decide on a thousand.
    stories = Article.objects.in_bulk({act.comment.article_id for act in asking}) if asking else {}
    outcomes = []
    for act in asking:
        act.comment.article = stories[act.comment.article_id]
        outcomes.append(_mail(Kind.OUTCOME, act.comment, now, due_in=GRACE, comment=act.comment, decision=act))
    outbox.put(outcomes)
    _answered(replies, parents, told, now)


def waiting(comments, now=None):
    """Comments came before the moderators: as new ones, changed, reported or by an appeal."""
    now = now or timezone.now()
    sections = {comment.article.section_id for comment in comments}
    moderators = get_user_model().objects.with_perm(
        "comments.moderate_comment", backend="django.contrib.auth.backends.ModelBackend"
    )
    wanted = Q(notice_sections__isnull=True) | Q(notice_sections__in=sections - {None})
    moderators = moderators.filter(wanted).exclude(comment_notices="").exclude(email="").distinct().order_by("pk")
    outbox.put_once(
        [
            Mail(kind=Kind.WAITING, user=user, language=user.language, created_at=now, due_at=_notice_at(user, now))
            for user in moderators
        ]
    )


@transaction.atomic
def asked_for_mine(email, network, language, now=None):
    """Somebody asked for the link to everything that is held about an address; whether it is known stays unsaid.

    `network` is the client's address, of which a digest is kept, for the limit.
    """
    now, commenter, digest = now or timezone.now(), Commenter.objects.known(email), privacy.network_digest(network)
    if commenter and outbox.may_ask(commenter, Kind.MINE, digest, now):
        mail = Mail(kind=Kind.MINE, commenter=commenter, network_digest=digest, language=language)
        mail.created_at = mail.due_at = now
        outbox.put([mail])


def _parents_that_ask(replies):
    """{id: comment} of what these answer, where its writer asked to be told."""
    if not replies:
        return {}
    parents = Comment.objects.filter(pk__in={reply.parent_id for reply in replies}, wants_notice=True)
    return {parent.pk: parent for parent in parents.select_related("article")}


def _answered(replies, parents, told, now):
    """These replies are shown from now on."""
    mails = {}
    for reply in replies:
        parent = parents.get(reply.parent_id)
        if parent and parent.commenter_id in told and parent.commenter_id != reply.commenter_id:
            mails.setdefault(parent.commenter_id, _mail(Kind.REPLIES, parent, now, due_in=REPLIES_AFTER))
    # In one order, for rows that are held until the commit.
    outbox.put_once([mails[pk] for pk in sorted(mails)])


def _who_may_be_told(commenter_ids):
    """Those of the ids whose addresses are confirmed and want mail; held, so that whoever confirms in this moment waits,
    and then finds what was decided."""
    if not (ids := commenter_ids - {None}):
        return set()
    held = Commenter.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    return {commenter.pk for commenter in held if commenter.confirmed_at and not commenter.stopped_at}


def _mail(kind, to_writer_of, now, *, due_in=timedelta(), **fields):
    """A mail to the writer of a comment, in the language of its story."""
    return Mail(
        kind=kind,
        commenter_id=to_writer_of.commenter_id,
        language=to_writer_of.article.language,
        created_at=now,
        due_at=now + due_in,
        **fields,
    )


def _notice_at(user, now):
    """When a moderator is told of what comes now."""
    if user.comment_notices == user.Notices.AT_ONCE:
        return now
    here = timezone.localtime(now, timezone.get_default_timezone())
    if user.comment_notices == user.Notices.HOURLY:
        return (
            now
            + timedelta(hours=1)
            - timedelta(minutes=here.minute, seconds=here.second, microseconds=here.microsecond)
        )
    day = here.date() if here.time() < DAILY_AT else here.date() + timedelta(days=1)
    return datetime.combine(day, DAILY_AT, here.tzinfo)
