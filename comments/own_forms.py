"""The forms on the pages that are reached by a link, and the one that asks for such a link."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _, ngettext

from articles import plain_text
from comments.forms import MAX_TEXT, MIN_TEXT, NeutralEmailField, NeutralField

MAX_APPEAL = 2_000


def long_enough(text):
    if plain_text.visible_length(text) < MIN_TEXT:
        raise ValidationError(
            ngettext(
                "A comment has at least %(number)d character.",
                "A comment has at least %(number)d characters.",
                MIN_TEXT,
            )
            % {"number": MIN_TEXT}
        )


class OwnForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for field in self.fields.values():
            field.template_name = "newsroom/_field.html"
            # Browsers cut what is pasted beyond a maxlength without a word; the form says what is too long and keeps it.
            field.widget.attrs.pop("maxlength", None)

    @property
    def fields_with_errors(self):
        return [field for field in self.visible_fields() if field.errors]

    def refuse(self, sentence):
        """Let the form say nothing but why it was not taken."""
        self.errors.clear()
        self.add_error(None, sentence)


class EditForm(OwnForm):
    text = NeutralField(
        label=_("Comment"),
        multiline=True,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        validators=[long_enough],
        error_messages={
            "required": _("Write your comment here before you send it."),
            "max_length": _("A comment has at most %(limit_value)d characters; this one has %(show_value)d."),
        },
    )


class AppealForm(OwnForm):
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


class AddressForm(OwnForm):
    """Asks for a link to what is held about an address. It is the same for every reader, and so is its answer."""

    email = NeutralEmailField(
        label=_("Email"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={
            "required": _("Give the address that you wrote your comments with."),
            "invalid": _("This is not an e-mail address. It should look like name@example.org."),
            "max_length": _("An e-mail address has at most %(limit_value)d characters."),
        },
    )
    # The trap, as in the form for a comment.
    topic = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
