"""What moderators are told after an act on one comment or many."""

from django.contrib import messages
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _, ngettext

from articles.plain_text import neutralise, one_line
from comments import moderation
from comments.models import Decision
from comments.moderation import NothingToRedact

REFUSALS_TOLD = 5
SHORTEST_REDACTION = 2
NOTE_LENGTH = Decision._meta.get_field("note").max_length


def tell(request, verb, decisions, refusals):
    """How many were decided, and why others were not."""
    if decisions:
        messages.success(request, done(verb, len(decisions)))
    if not decisions and not refusals:
        messages.warning(request, _("None of these comments was waiting for that."))
    tell_refusals(request, refusals)


def tell_refusals(request, refusals):
    for refusal in refusals[:REFUSALS_TOLD]:
        messages.warning(request, str(refusal))
    if (more := len(refusals) - REFUSALS_TOLD) > 0:
        told = ngettext("%(number)s more was left alone.", "%(number)s more were left alone.", more)
        messages.warning(request, told % _told(more))


def who(user):
    """Who decided, as lists name them."""
    if user is None:
        return _("the system")
    return format_html("<bdi>{}</bdi>", moderation.name_of(user))


def done(verb, number):
    return {
        "approve": ngettext("%(number)s comment approved.", "%(number)s comments approved.", number),
        "reject": ngettext("%(number)s comment rejected.", "%(number)s comments rejected.", number),
        "mark_spam": ngettext("%(number)s comment marked as spam.", "%(number)s comments marked as spam.", number),
        "reopen": ngettext("%(number)s comment reopened.", "%(number)s comments reopened.", number),
        "undo": ngettext("%(number)s decision undone.", "%(number)s decisions undone.", number),
    }[verb] % _told(number)


def _told(number):
    return {"number": number_format(number, force_grouping=True)}


def done_to(verb, name):
    return {
        "approve": _("Approved: %(name)s."),
        "reject": _("Rejected: %(name)s."),
        "mark_spam": _("Marked as spam: %(name)s."),
        "reopen": _("Waits again: %(name)s."),
        "answer": _("Answered: %(name)s."),
        "redact": _("Taken out of the text of %(name)s."),
        "undo": _("Undone: %(name)s."),
    }[verb] % {"name": f"\u2068{name}\u2069"}


def no_reason():
    return _("Choose a reason: it is kept with the decision, and counted.")


def note_typed(request):
    return one_line(request.POST.get("note", ""))[:NOTE_LENGTH]


def words_to_redact(request):
    """What a form asks to take out, one a line. Raises `NothingToRedact` for what is too short to be meant."""
    words = [line.strip() for line in neutralise(request.POST.get("words", "")).split("\n") if line.strip()]
    if any(len(word) < SHORTEST_REDACTION for word in words):
        raise NothingToRedact(_("Write at least two characters: what you write is taken out wherever it stands."))
    return words
