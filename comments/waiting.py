"""Why a comment waits that was decided on before, or that was changed, in a word each: for the queue and for the mails."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from comments import seen
from comments.models import Appeal, Comment


def with_causes(comments):
    """`comments` with what `why_again` looks at: the number of the latest text as `latest_number`, and `has_appeal` where
    its writer has appealed once."""
    return seen.with_numbers(comments).annotate(has_appeal=Exists(Appeal.objects.filter(comment=OuterRef("pk"))))


def why_again(comment):
    """The words, in the language that is active, of a comment with `latest_number` and `has_appeal`."""
    if comment.status != Comment.Status.PENDING:
        return []
    causes = [
        (comment.reporters, _("reported")),
        (comment.latest_number > 1, _("edited")),
        (comment.has_appeal, _("appeal")),
    ]
    return [word for is_so, word in causes if is_so]
