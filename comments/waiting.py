"""Why a comment waits that was decided on before, or that was changed, in a word each: for the queue and for the mails."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from comments import seen
from comments.models import Appeal, Comment


def with_marks(comments):
    """`comments` with what `marks` looks at: `latest_number`, and `has_appeal` where its writer has appealed once."""
    return seen.with_numbers(comments).annotate(has_appeal=Exists(Appeal.objects.filter(comment=OuterRef("pk"))))


def marks(comment):
    """Of one of `with_marks`, in the language that is active."""
    if comment.status != Comment.Status.PENDING:
        return []
    marked = [
        (comment.reporters, _("reported")),
        (comment.latest_number > 1, _("edited")),
        (comment.has_appeal, _("appeal")),
    ]
    return [word for is_so, word in marked if is_so]
