"""What the verbs refuse, each with its sentence."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from comments.models import Comment

Status = Comment.Status
DECIDED = {
    Status.PENDING: gettext_lazy("Already reopened by %(who)s %(ago)s."),
    Status.APPROVED: gettext_lazy("Already approved by %(who)s %(ago)s."),
    Status.REJECTED: gettext_lazy("Already rejected by %(who)s %(ago)s."),
    Status.SPAM: gettext_lazy("Already marked as spam by %(who)s %(ago)s."),
}
# Where the last act was its writer's, or readers'.
BY_READERS = {
    "edited": gettext_lazy("Its writer changed the text %(ago)s."),
    "appeal": gettext_lazy("Its writer appealed %(ago)s."),
    "reports": gettext_lazy("Readers reported it %(ago)s."),
}
PARENT_NOT_SHOWN = gettext_lazy(
    "You cannot answer this comment: it is not shown here, or no longer. Send yours again to let it stand by itself."
)


class Refused(Exception):
    """A comment that is not taken; `str()` of it is the sentence for the commenter."""


class Closed(Refused):
    pass


class Gone(Refused):
    """The story was withdrawn since its form was read."""


class Duplicate(Refused):
    pass


class ParentNotShown(Refused):
    """It answers a comment that readers do not see."""


class NotShown(Refused):
    """A report of a comment that readers do not see, or no longer."""


class Flooded(Refused):
    """Too many at once; `seconds` is how long to wait."""

    def __init__(self, seconds, sentence=None):
        self.seconds = seconds
        super().__init__(
            sentence
            or ngettext(
                "You are sending comments faster than they can be read. Wait %(number)d second, then send this one again.",
                "You are sending comments faster than they can be read. Wait %(number)d seconds, then send this one again.",
                seconds,
            )
            % {"number": seconds}
        )


class Fixed(Refused):
    """Its writer can no longer change or withdraw it."""


class Unchanged(Refused):
    """The text that it has already."""


class NoAppeal(Refused):
    pass


class AlreadyDecided(Exception):
    """Somebody else decided since this comment was looked at; `decision` is theirs (None when it is unknown)."""

    def __init__(self, comment, decision, now):
        self.comment, self.decision = comment, decision
        if decision is None:
            sentence = _("This comment is “%(status)s” already.") % {"status": comment.get_status_display()}
        else:
            own = BY_READERS.get(decision.rule) if decision.is_of_readers else None
            who = name_of(decision.by) if decision.by else _("the system")
            sentence = (own or DECIDED[comment.status]) % {"who": who, "ago": ago(now - decision.at)}
        super().__init__(f"{comment.name}: {sentence}")


class Withdrawn(PermissionDenied):
    """Nobody decides on a comment that its writer took back."""

    def __init__(self):
        super().__init__(_("Its writer has withdrawn this comment."))


class TextChanged(Exception):
    """The commenter changed the text after the moderator had read it."""

    def __init__(self, comment):
        self.comment = comment
        sentence = _("The writer has changed this comment since you read it. Read it again before you decide.")
        super().__init__(f"{comment.name}: {sentence}")


class NothingToRedact(Exception):
    """None of the words is in the text."""


def name_of(user):
    """How somebody of the staff is named to others of it."""
    return user.get_full_name() or user.get_username()


def ago(delta):
    """A time span in the past in words, by seconds, minutes, hours or days."""
    seconds = max(0, int(delta.total_seconds()))
    if seconds < 60:
        number = seconds
        words = ngettext("%(number)d second ago", "%(number)d seconds ago", number)
    elif seconds < 3600:
        number = seconds // 60
        words = ngettext("%(number)d minute ago", "%(number)d minutes ago", number)
    elif seconds < 86400:
        number = seconds // 3600
        words = ngettext("%(number)d hour ago", "%(number)d hours ago", number)
    else:
        number = seconds // 86400
        words = ngettext("%(number)d day ago", "%(number)d days ago", number)
    # By name, so that a language may say it without a figure: Arabic has a dual.
    return words % {"number": number}
