from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import plain_text
from articles.furniture import furniture
from comments import moderation, names, stamps, threads
from comments.fields import AddressField, CommentTextField, NameField, NeutralField, TrapField, WebsiteField
from comments.models import Decision

MAX_REPORT = 1_000
# Why a reader reports a comment, in their words; the codes are those of a moderator's decision.
REPORT_REASONS = {
    Decision.Reason.ABUSE: _("It insults, threatens or incites hatred"),
    Decision.Reason.PERSONAL_DATA: _("It tells something private about somebody"),
    Decision.Reason.MISINFORMATION: _("It says something that is not true"),
    Decision.Reason.OFF_TOPIC: _("It has nothing to do with the story"),
    Decision.Reason.ADVERTISING: _("It is advertising"),
    Decision.Reason.ILLEGAL: _("I think it is against the law"),
    Decision.Reason.OTHER: _("Something else"),
}


class ReaderForm(forms.Form):
    """A form that a reader fills in. Its pages set each field by a template of ours."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for field in self.fields.values():
            is_box = isinstance(field, forms.BooleanField)
            field.template_name = "newsroom/_box.html" if is_box else "newsroom/_field.html"
            # Browsers cut what is pasted beyond a maxlength without a word; the form says what is too long and keeps it.
            field.widget.attrs.pop("maxlength", None)

    @property
    def fields_with_errors(self):
        return [field for field in self.visible_fields() if field.errors]

    def refuse(self, sentence):
        """Let the form say nothing but why it was not taken."""
        self.errors.clear()
        self.add_error(None, sentence)


class StampedForm(ReaderForm):
    """A reader's form on a story, with a field `stamp`."""

    def __init__(self, article, data=None, **kwargs):
        self.article = article
        super().__init__(None if data is None else data.copy(), **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def check_stamp(self):
        """Refuse an old one. Shown again, the form carries one of today."""
        if settings.COMMENT_GUARDS and not stamps.is_good(self.article, self.data.get("stamp", "")):
            self.add_error(None, _("The form had expired. Your text is kept: send it once more."))
        self.data["stamp"] = stamps.stamp(self.article)


class CommentForm(StampedForm):
    """The form under a story. It holds nothing per visitor: every reader gets the same bytes."""

    comment = CommentTextField()
    name = NameField(
        label=_("Name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={
            "required": _("Give the name that shall stand above your comment."),
            "max_length": _("A name has at most %(limit_value)d characters; this one has %(show_value)d."),
        },
    )
    email = AddressField(error_messages={"required": _("Give your e-mail address; it will not be published.")})
    website = WebsiteField(
        label=_("Website (optional)"),
        required=False,
        max_length=200,
        widget=forms.URLInput(attrs={"autocomplete": "url", "dir": "ltr"}),
        error_messages={
            "invalid": _("This is not a web address. It should look like https://example.org."),
            "max_length": _("A web address has at most %(limit_value)d characters."),
        },
    )
    notify = forms.BooleanField(label=_("Tell me when my comment is approved or answered"), required=False)
    # For the script alone, which shows it: what it stands for never leaves the browser.
    remember = forms.BooleanField(label=_("Remember my name and e-mail in this browser"), required=False)
    topic = TrapField()
    parent = forms.CharField(required=False, widget=forms.HiddenInput)
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    # Empty in the page; the script fills in what this browser keeps since its owner confirmed an address in it.
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article, data=None, *, parent=None, **kwargs):
        # Whether it was to answer a comment that readers do not see.
        self.has_lost_parent = False
        initial = {"stamp": stamps.stamp(article), "parent": parent.pk if parent else ""}
        super().__init__(article, data, initial=initial, **kwargs)
        self.helper.layout = Layout(
            *("comment", "name", "email", "website", "notify", Div("remember", hidden=True)),
            *(Div("topic", css_class="form-trap"), "parent", "stamp", "key"),
        )

    def clean_name(self):
        value = self.cleaned_data["name"]
        if not plain_text.visible_length(value):
            raise ValidationError(self.fields["name"].error_messages["required"], code="required")
        if names.is_kept(value, furniture().publication):
            raise ValidationError(
                _("This name is kept for the newsroom. Choose another one to stand above your comment."), code="kept"
            )
        return value

    def clean_parent(self):
        value = self.cleaned_data["parent"]
        if not value:
            return None
        parent = threads.visible_comment(self.article, value)
        if parent is None:
            self.lose_parent()
        return parent

    def lose_parent(self):
        """Shown again, the form says that there is nothing to answer, and answers nothing."""
        self.has_lost_parent = True
        self.data["parent"] = ""
        self.add_error(None, moderation.PARENT_NOT_SHOWN)

    def clean(self):
        self.check_stamp()
        # Shown again, the script fills it in again.
        self.data["key"] = ""
        return super().clean()


class ReportForm(StampedForm):
    """By which a reader reports a comment. Every reader gets the same bytes."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it"),
        choices=REPORT_REASONS.items(),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what is wrong with the comment."),
            "invalid_choice": _("Choose what is wrong with the comment."),
        },
    )
    text = NeutralField(
        label=_("What should the moderators know? (optional)"),
        required=False,
        multiline=True,
        max_length=MAX_REPORT,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={
            "max_length": _("A report has at most %(limit_value)d characters; this one has %(show_value)d."),
        },
    )
    topic = TrapField()
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article, data=None, **kwargs):
        super().__init__(article, data, initial={"stamp": stamps.stamp(article)}, **kwargs)
        self.helper.layout = Layout("reason", "text", Div("topic", css_class="form-trap"), "stamp")

    def clean(self):
        self.check_stamp()
        return super().clean()
