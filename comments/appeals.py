"""Who may decide on an appeal: another moderator than the one who rejected the comment, where there is one."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef

from comments.models import Appeal


def other_moderators(by):
    """The active accounts that may moderate, but for `by`."""
    moderators = get_user_model().objects.with_perm("comments.moderate_comment")
    return moderators.filter(is_staff=True).exclude(pk=by.pk)


def for_others(comment_ids, by):
    """Those of the comments with an appeal against a rejection by `by`, whom another can relieve: while it waits, and ever
    after, so that nobody takes back what the other decided."""
    if by is None:
        return set()
    own = Appeal.objects.filter(comment__in=comment_ids, decision__by=by)
    found = set(own.values_list("comment_id", flat=True))
    return found if found and other_moderators(by).exists() else set()


def without_those_for_others(comments, by):
    """Those of `comments`, which wait, that `by` may decide on."""
    own = Appeal.objects.filter(comment=OuterRef("pk"), decision__by=by)
    return comments.exclude(Exists(own) & Exists(other_moderators(by)))
