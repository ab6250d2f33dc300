"""Everything that is held about one address, for whoever reads the mail to it. The address itself is not said: whoever
has the link knows it, and no page shows one."""

from django.db.models import Prefetch
from django.utils import timezone

from articles.models import Article, Publication
from comments import links, outcomes
from comments.models import Comment, CommentVersion, Decision, Mail
from comments.text import to_plain

FORMAT = "newsroom-commenter-1"


def comments_of(commenter):
    """Their comments, the newest first, each with all that belongs to it."""
    rows = Comment.objects.filter(commenter=commenter).order_by("-submitted_at", "-pk")
    rows = rows.select_related("article", "appeal").defer("article__body", "article__body_text")
    versions = CommentVersion.objects.order_by("number")
    decisions = Decision.objects.select_related("version").defer("version__text", "version__original").order_by("pk")
    return rows.prefetch_related(Prefetch("versions", versions), Prefetch("decisions", decisions))


def published_among(comments):
    """The ids of those stories of `comments` that readers may see; of the others nothing is said."""
    keys = {comment.article_id for comment in comments}
    return set(Article.objects.published().filter(pk__in=keys).values_list("pk", flat=True))


def mails_to(commenter):
    return Mail.objects.filter(commenter=commenter).order_by("-created_at", "-pk")


def export(commenter, now=None):
    """All of it as one dictionary of plain values, as docs/privacy.md describes it."""
    now, comments = now or timezone.now(), list(comments_of(commenter))
    published = published_among(comments)
    return {
        "format": FORMAT,
        "publication": str(Publication.current().name),
        "exported_at": _time(now),
        "commenter": {
            "number": commenter.pk,
            "first_seen_at": _time(commenter.created_at),
            "confirmed_at": _time(commenter.confirmed_at),
            "mail_stopped_at": _time(commenter.stopped_at),
        },
        "comments": [_comment(comment, comment.article_id in published, now) for comment in comments],
        "mails": [
            {
                "kind": mail.kind,
                "comment": mail.comment_id,
                "language": mail.language,
                "state": mail.state,
                "created_at": _time(mail.created_at),
                "sent_at": _time(mail.sent_at),
            }
            for mail in mails_to(commenter)
        ],
    }


def _comment(comment, is_published, now):
    story, appeal = comment.article, getattr(comment, "appeal", None)
    return {
        "number": comment.pk,
        "story": {"headline": story.headline, "address": links.absolute(story.get_absolute_url())}
        if is_published
        else None,
        "reply_to": comment.parent_id,
        "name": comment.name,
        "website": comment.website,
        "language": comment.language,
        "submitted_at": _time(comment.submitted_at),
        "status": comment.status,
        "wants_notice": comment.wants_notice,
        "has_network_digest": comment.network_digest is not None,
        "texts": [
            {
                "number": version.number,
                "text": to_plain(version.text),
                "text_before_redaction": version.original_for_audit(now),
                "written_at": _time(version.created_at),
                "is_shown": version.pk == comment.shown_version_id,
            }
            for version in comment.versions.all()
        ],
        "decisions": [
            {
                "at": _time(decision.at),
                "from": decision.from_status,
                "to": decision.to_status,
                "reason": decision.reason,
                "text": decision.version.number,
                "in_words": outcomes.in_words(decision),
            }
            for decision in comment.decisions.all()
        ],
        "appeal": appeal and {"text": appeal.text, "submitted_at": _time(appeal.submitted_at)},
    }


def _time(moment):
    return moment and moment.isoformat(timespec="seconds")
