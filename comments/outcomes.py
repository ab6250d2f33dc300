"""What became of a comment, in words for its writer. A moderator's name and note are not among them."""

from django.utils.translation import gettext, gettext_lazy as _

from comments import reasons
from comments.models import Comment

Status = Comment.Status
BY_READERS = {
    "edited": _("You changed the text after it was approved; the new text waits for a moderator."),
    "writer": _("You withdrew it."),
    "appeal": _("You appealed against the rejection."),
    "reports": _("Readers reported it; a moderator looks at it again."),
}
BY_A_MODERATOR = {
    Status.PENDING: _("A moderator put it back to be read again."),
    Status.APPROVED: _("A moderator approved it."),
    Status.REJECTED: _("A moderator rejected it."),
    Status.SPAM: _("A moderator marked it as spam."),
}
BY_A_RULE = {
    Status.PENDING: _("It was put back to be read again."),
    Status.APPROVED: _("It was approved."),
    Status.REJECTED: _("A rule rejected it before anybody read it."),
    Status.SPAM: _("A rule took it for spam before anybody read it."),
}


def reason(decision):
    """Why it was rejected, as a sentence."""
    return str(reasons.sentence(decision.reason))


def in_words(decision):
    if decision.is_redaction:
        return gettext("A moderator took personal data out of the text.")
    if decision.is_hiding:
        return gettext("Several readers reported it; it is hidden until a moderator has looked at it again.")
    if decision.is_of_readers:
        return str(BY_READERS.get(decision.rule, decision.cause))
    words = str((BY_A_MODERATOR if decision.by_id else BY_A_RULE)[decision.to_status])
    return f"{words} {reason(decision)}" if decision.to_status == Status.REJECTED else words
