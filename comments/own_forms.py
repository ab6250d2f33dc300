"""The forms on the pages that are reached by a link, and the one that asks for such a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.fields import AddressField, CommentTextField, NeutralField, TrapField
from comments.forms import ReaderForm

MAX_APPEAL = 2_000


class EditForm(ReaderForm):
    text = CommentTextField()


class AppealForm(ReaderForm):
    text = NeutralField(
        label=_("Why should it be published?"),
        multiline=True,
        max_length=MAX_APPEAL,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        error_messages={
            "required": _("Say in a sentence or two why the decision is wrong."),
            "max_length": _("This has room for %(limit_value)d characters; yours are %(show_value)d."),
        },
    )


class AddressForm(ReaderForm):
    """Asks for a link to what is held about an address. It is the same for every reader, and so is its answer."""

    email = AddressField(error_messages={"required": _("Give the address that you wrote your comments with.")})
    topic = TrapField()
