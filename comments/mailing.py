"""What the mails of the outbox say, from what is true when one is sent: text and HTML from `templates/comments/mail/`.

Nothing that a stranger typed stands in a mail to an address that nobody has confirmed, and no address in any.
"""

import email.policy
from datetime import timedelta
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.utils import parseaddr
from typing import NamedTuple
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.text import Truncator
from django.utils.timesince import timeuntil
from django.utils.translation import gettext as _, ngettext

from articles import digits
from articles.furniture import furniture
from articles.models import Article
from articles.moments import with_time
from comments import links, privacy, reasons, waiting
from comments.models import URGENT, Appeal, Comment, Decision, Mail
from comments.text import to_plain

Kind, Status = Mail.Kind, Comment.Status
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
# So many comments stand in one mail, and of each so much.
MOST, LONGEST = 20, 1_000


# How long a mail waits for a story that was taken down to come back.
PATIENCE = timedelta(days=3)


class NotNow(Exception):
    """There is something to tell, but the story is not public at the moment."""


class Letter(NamedTuple):
    """A mail that can be sent, and the rows that it tells; each with the `decision` that it tells of, if it is one."""

    message: EmailMultiAlternatives
    told: list


def letter(mail, now):
    """The `Letter` for a row of the outbox; None when there is nothing to tell any more, or nobody to tell it. Raises
    `NotNow`."""
    language = mail.user.language if mail.user else mail.language
    known = dict(settings.LANGUAGES)
    with translation.override(language if language in known else settings.LANGUAGE_CODE):
        return MAKERS[mail.kind](mail, now)


def _confirm(mail, now):
    """To whoever owns an address that was typed under a comment: the story's headline and a link, not one word of what
    was typed."""
    commenter, comment = mail.commenter, mail.comment
    is_wanted = commenter.confirmed_at is None and commenter.stopped_at is None and comment.wants_notice
    if not is_wanted:
        return None
    if not _is_read(comment.article, now):
        return _later(mail, now)
    subject = _with_name(_("Is this your address?"))
    context = {
        "headline": _isolated(comment.article.headline),
        "link": _link("confirm", commenter),
        "validity": _validity("confirm", now),
        "stop": _link("stop", commenter),
    }
    return Letter(_message(mail, "confirm", subject, context), [mail])


def _mine(mail, now):
    """The link to everything that is held about an address, to that address."""
    context = {"link": _link("mine", mail.commenter), "validity": _validity("mine", now)}
    return Letter(_message(mail, "mine", _with_name(_("What we hold about you")), context), [mail])


def _news(mail, now):
    """What was answered; or what became of somebody's comments, all that is due to be told by now in one mail.

    A digest of answers is told by itself: one that is not claimed may be added to meanwhile.
    """
    commenter = mail.commenter
    if commenter.confirmed_at is None or commenter.stopped_at is not None:
        return None
    rows, outcomes, replies, number = [mail], [], [], 0
    if mail.kind == Kind.REPLIES:
        replies, number = _replies(mail, now)
    elif _is_read(mail.comment.article, now):
        due = Mail.objects.filter(commenter=commenter, kind=Kind.OUTCOME, state=Mail.State.QUEUED, due_at__lte=now)
        due = due.exclude(pk=mail.pk).select_related("comment__article").order_by("pk")
        # What is beyond these waits for the next mail.
        rows += [row for row in due if _is_read(row.comment.article, now)][: MOST - 1]
        outcomes = _outcomes(rows, now)
    else:
        return _later(mail, now)
    if not outcomes and not replies:
        return None
    context = {
        "outcomes": outcomes,
        "replies": replies,
        "more_replies": _more(number),
        "stop": _link("stop", commenter),
    }
    return Letter(_message(mail, "news", _subject_of(outcomes, replies), context, unsubscribe=context["stop"]), rows)


def _outcomes(rows, now):
    """One entry for each comment whose verdict its writer has not been told; each row gets the decision that it tells."""
    entries = {}
    for row in rows:
        comment = row.comment
        decision = _untold(comment, now)
        if decision is None:
            continue
        row.decision = decision
        appeal = Appeal.objects.filter(comment=comment).first()
        is_approved = comment.status == Status.APPROVED
        entries[comment.pk] = {
            "headline": _isolated(comment.article.headline),
            "sent": _moment(comment.submitted_at),
            "is_approved": is_approved,
            "was_appeal": appeal is not None,
            "reason": "" if is_approved else reasons.sentence(decision.reason),
            "link": links.absolute(comment.get_absolute_url() if is_approved else links.comment_path(comment)),
            "own": links.absolute(links.comment_path(comment)),
        }
    return list(entries.values())


def _untold(comment, now):
    """The decision that made a comment what it is, when its writer is to be told: it is approved or rejected, and the last
    mail about it said something else, or was before an appeal."""
    if comment.status not in (Status.APPROVED, Status.REJECTED) or not comment.wants_notice:
        return None
    acts = Decision.objects.exclude(from_status=F("to_status")).filter(comment=comment, to_status=comment.status)
    decision = acts.order_by("-pk").first()
    told = Mail.objects.filter(comment=comment, kind=Kind.OUTCOME, state=Mail.State.SENT, decision__isnull=False)
    last = told.select_related("decision").order_by("-sent_at", "-pk").first()
    if decision is None or last is None or last.decision.to_status != comment.status:
        return decision
    appeal = Appeal.objects.filter(comment=comment).first()
    is_about_appeal = appeal is not None and last.decision_id <= appeal.decision_id < decision.pk
    return decision if is_about_appeal else None


def _replies(row, now):
    """(the first `MOST` answers, how many there are): what was approved for the first time since the row was stored, under
    comments whose writer asked to be told, the oldest first."""
    approvals = Decision.objects.filter(comment=OuterRef("pk"), to_status=Status.APPROVED)
    replies = Comment.objects.visible().filter(
        Exists(approvals.filter(at__gte=row.created_at)),
        ~Exists(approvals.filter(at__lt=row.created_at)),
        parent__commenter=row.commenter_id,
        parent__wants_notice=True,
    )
    replies = replies.exclude(commenter=row.commenter_id, commenter__isnull=False)
    entries = [
        {
            "headline": _isolated(reply.article.headline),
            "name": _isolated(reply.name),
            "is_by_newsroom": reply.is_by_newsroom,
            "text": _excerpt(reply.shown_version.text),
            "link": links.absolute(reply.get_absolute_url()),
        }
        for reply in replies.select_related("article", "shown_version").order_by("pk")[:MOST]
    ]
    return entries, replies.count()


def _subject_of(outcomes, replies):
    if len(outcomes) == 1 and not replies:
        [one] = outcomes
        if one["is_approved"]:
            return _("Your comment on “%(headline)s” is published") % {"headline": one["headline"]}
        return _("Your comment on “%(headline)s” was not published") % {"headline": one["headline"]}
    if len(replies) == 1 and not outcomes:
        [one] = replies
        return _("%(name)s answered your comment on “%(headline)s”") % one
    if replies and not outcomes:
        return _("Answers to your comments")
    return _("What is new about your comments")


def _waiting(mail, now):
    """To a moderator: what came since the row was stored and still waits."""
    user = mail.user
    may_moderate = user.is_active and user.has_perm("comments.moderate_comment")
    if not may_moderate or not user.comment_notices or not user.email:
        return None
    again = Decision.objects.filter(comment=OuterRef("pk"), to_status=Status.PENDING, at__gte=mail.created_at)
    came = Comment.objects.pending().filter(Q(submitted_at__gte=mail.created_at) | Exists(again))
    if sections := list(user.notice_sections.all()):
        came = came.filter(article__section__in=sections)
    came = came.select_related("article").defer("article__body", "article__body_text")
    # A threat is told of, however many came before it.
    urgent_first = Case(When(flags__gte=URGENT, then=0), default=1)
    came = list(waiting.with_causes(came).order_by(urgent_first, "pk")[: MOST + 1])
    if not came:
        return None
    queue = reverse("admin:comments_comment_queue")
    context = {
        "comments": [
            {
                "why": " · ".join([*([_("Urgent")] if comment.is_urgent else []), *waiting.why_again(comment)]),
                "name": _isolated(comment.name),
                "headline": _isolated(comment.article.headline),
                "text": _excerpt(comment.text),
                "link": links.absolute(f"{queue}?comment={comment.pk}"),
            }
            for comment in came[:MOST]
        ],
        "has_more": len(came) > MOST,
        "queue": links.absolute(queue),
        "profile": links.absolute(reverse("profile")),
    }
    subject = _("Comments wait for a decision")
    if len(came) == 1:
        subject = _("A comment on “%(headline)s” waits for a decision") % context["comments"][0]
    if came[0].is_urgent:
        subject = _("Urgent: %(subject)s") % {"subject": subject}
    return Letter(_message(mail, "waiting", subject, context, to=user.email), [mail])


MAKERS = {Kind.CONFIRM: _confirm, Kind.MINE: _mine, Kind.OUTCOME: _news, Kind.REPLIES: _news, Kind.WAITING: _waiting}


# --- Pieces


def _later(mail, now):
    """None for what has waited long enough for its story; raises `NotNow` before."""
    if now - mail.created_at < PATIENCE:
        raise NotNow
    return


def _is_read(article, now):
    return Article.objects.published(now).filter(pk=article.pk).exists()


def _link(purpose, commenter):
    return links.absolute(links.commenter_path(purpose, commenter.pk))


def _isolated(words):
    """A name in another script does not turn the sentence round it about."""
    return f"{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}"


def _moment(at):
    return digits.shown(with_time(at), furniture().publication)


def _excerpt(text):
    return Truncator(to_plain(text)).chars(LONGEST, truncate="…")


def _more(number):
    """“and 3 more”, where not all of so many stand in the mail."""
    number -= MOST
    if number <= 0:
        return ""
    return digits.shown(
        ngettext("And %(number)d more.", "And %(number)d more.", number) % {"number": number}, furniture().publication
    )


def _validity(purpose, now):
    span = timeuntil(now + timedelta(seconds=links.GOOD_FOR[purpose]), now)
    return digits.shown(span, furniture().publication)


def _with_name(subject):
    return f"{subject} – {furniture().publication.name}"


def _sender():
    """The publication by its name in the mail's language; Django encodes it."""
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    username, _at, domain = address.rpartition("@")
    return str(Address(" ".join(str(furniture().publication.name).split()), username, domain))


def _message(mail, name, subject, context, to="", unsubscribe=""):
    context |= {
        "subject": subject,
        "site": _isolated(furniture().publication.name),
        "site_url": settings.SITE_URL,
        "language": translation.get_language(),
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }
    headers = {"Message-ID": _message_id(mail), "Auto-Submitted": "auto-generated"}
    if unsubscribe:
        # With one click, by the mail client itself: RFC 8058.
        headers |= {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = _Message(
        # In one line, whatever a headline holds.
        " ".join(subject.split()),
        render_to_string(f"comments/mail/{name}.txt", context).strip() + "\n",
        _sender(),
        to=[to or privacy.decrypt(mail.commenter.email)],
        headers=headers,
    )
    message.attach_alternative(render_to_string(f"comments/mail/{name}.html", context), "text/html")
    return message


def _message_id(mail):
    """The same for each attempt, so that whoever gets a mail a second time can tell; of no other newsroom under this name,
    such as a copy for trials."""
    mark = salted_hmac("comments.mailing", str(mail.pk), algorithm="sha256").hexdigest()[:16]
    return f"<comments.{mail.pk}.{mark}@{urlsplit(settings.SITE_URL).hostname}>"


class _Unfolded(UnstructuredHeader):
    """A header in one line: what has no spaces cannot be folded, and Python would write it as an encoded word, which no
    mail client looks for an address in."""

    def fold(self, *, policy):
        return f"{self.name}: {self}{policy.linesep}"


_registry = HeaderRegistry()
_registry.map_to_type("list-unsubscribe", _Unfolded)


class _Message(EmailMultiAlternatives):
    if django.VERSION >= (6, 0):

        def message(self, *, policy=email.policy.default):
            return super().message(policy=policy.clone(header_factory=_registry))
