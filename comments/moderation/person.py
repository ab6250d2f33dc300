"""What somebody does about their address, by the links that are mailed to it."""

from django.db import transaction
from django.utils import timezone

from comments import notifications
from comments.models import (
    Appeal,
    Comment,
    Commenter,
    CommentLink,
    CommentVersion,
    Decision,
    Report,
    RuleMatch,
)
from comments.moderation import deciding, screened

Status = Comment.Status


@transaction.atomic
def confirm(commenter, now=None):
    """Whoever reads the mail to this address says that it is theirs. The first time counts."""
    now = now or timezone.now()
    # Held before their commenter, as whoever decides on one of them holds them: the mails of `confirmed` refer to them.
    list(Comment.objects.select_for_update(no_key=True).filter(commenter=commenter).only("pk").order_by("pk"))
    if Commenter.objects.filter(pk=commenter.pk, confirmed_at=None).update(confirmed_at=now):
        commenter.refresh_from_db()
        notifications.confirmed(commenter, now)


@transaction.atomic
def stop_mail(commenter, now=None):
    """No more mail to this address about any comment."""
    # One by one in the order in which every verb holds them, and before their commenter.
    asked = Comment.objects.select_for_update(no_key=True).filter(commenter=commenter, wants_notice=True).order_by("pk")
    Comment.objects.filter(pk__in=[comment.pk for comment in asked.only("pk")]).update(wants_notice=False)
    Commenter.objects.filter(pk=commenter.pk, stopped_at=None).update(stopped_at=now or timezone.now())


def resume_mail(commenter):
    """Mail again about comments for which somebody asks from now on."""
    Commenter.objects.filter(pk=commenter.pk).update(stopped_at=None)


def erase(commenter, now=None):
    """Forget everything that came from this address, and the address. It is the one deletion.

    What stays: the rows of the comments, empty and withdrawn, for the replies under them, and the decisions.
    """
    while not _erase(commenter.pk, now or timezone.now()):
        """A comment came from the address in this moment: it is forgotten with the others."""


@transaction.atomic
def _erase(pk, now):
    """Whether it is done. Comments, stories and the edition are held before the commenter, as whoever decides on a comment
    holds them: two who wait for each other would both fail. Who answers one of them, which needs its key alone, does not
    wait."""
    rows = list(
        Comment.objects.select_for_update(no_key=True)
        .filter(commenter=pk)
        .only("pk", "article", "status", "shown_version")
        .order_by("pk")
    )
    deciding.renew_pages({row.article_id for row in rows if row.shown_version_id is not None})
    commenter = Commenter.objects.select_for_update().filter(pk=pk).first()
    if commenter is None:
        return True
    theirs = Comment.objects.filter(commenter=pk)
    if theirs.count() != len(rows):
        return False
    _record(rows, theirs, now)
    for model in (CommentLink, RuleMatch):
        model.objects.filter(comment__in=theirs).delete()
    CommentVersion.objects.filter(comment__in=theirs).update(text="", original=None, original_until=None)
    for model in (Appeal, Report):
        model.objects.filter(comment__in=theirs).update(text="")
    blank = Comment(name="", text="")
    screened.compare_by(blank)
    theirs.update(
        text="",
        name="",
        website="",
        network_digest=None,
        wants_notice=False,
        flags=0,
        text_digest=blank.text_digest,
        name_key=blank.name_key,
        status=Status.WITHDRAWN,
        shown_version=None,
    )
    # Its mails go with it, and the comments are nobody's.
    commenter.delete()
    return True


def _record(rows, theirs, now):
    versions = CommentVersion.objects.filter(comment__in=theirs).defer("text", "original")
    latest = deciding.first_of_each(versions.order_by("comment", "-number"))
    Decision.objects.bulk_create(
        deciding.of_readers(row, Status.WITHDRAWN, latest[row.pk], rule="erased", at=now)
        for row in rows
        if row.status != Status.WITHDRAWN
    )
