"""Why a comment was rejected, in a sentence for the one who wrote it."""

from django.utils.translation import gettext_lazy as _

from comments.models import Decision

Reason = Decision.Reason
_SENTENCES = {
    Reason.OFF_TOPIC: _("It is not about the story."),
    Reason.ABUSE: _("It insults or threatens somebody."),
    Reason.PERSONAL_DATA: _("It gives away personal data, such as an address or a telephone number."),
    Reason.ILLEGAL: _("We may not publish it by law."),
    Reason.MISINFORMATION: _("It states as a fact what is not true, or cannot be verified."),
    Reason.ADVERTISING: _("It advertises something."),
    Reason.OTHER: _("It goes against our rules for comments."),
}


def sentence(reason):
    """The sentence for a `Decision.Reason`; for a rejection without one, that of `OTHER`."""
    return _SENTENCES.get(reason, _SENTENCES[Reason.OTHER])
