from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _, ngettext

from articles import plain_text
from articles.furniture import furniture
from comments import moderation, names, stamps, threads
from comments.models import Decision

MIN_TEXT, MAX_TEXT, MAX_REPORT = 3, 10_000, 1_000
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


class NeutralField(forms.CharField):
    """Text without control characters, overrides and padding, before any length is measured."""

    def __init__(self, *, multiline=False, **kwargs):
        self.multiline = multiline
        super().__init__(strip=True, **kwargs)

    def to_python(self, value):
        clean = plain_text.neutralise if self.multiline else plain_text.one_line
        return super().to_python(clean(value) if isinstance(value, str) else value)


class NameField(NeutralField):
    """A name without the check marks and emoji that a reader could take for a badge."""

    def to_python(self, value):
        return super().to_python(names.without_symbols(value) if isinstance(value, str) else value)


class NeutralEmailField(forms.EmailField):
    def to_python(self, value):
        return super().to_python(plain_text.one_line(value) if isinstance(value, str) else value)

    def validate(self, value):
        super().validate(value)
        if not value.rpartition("@")[0].isascii():
            # Django's validator lets ſ and the Kelvin sign pass for s and k, and so do we when we look an address up; a
            # mail server takes them for another mailbox.
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class WebsiteField(forms.URLField):
    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)
        self.validators = [
            URLValidator(schemes=["http", "https"], message=self.error_messages["invalid"])
            if isinstance(validator, URLValidator)
            else validator
            for validator in self.validators
        ]

    def to_python(self, value):
        return super().to_python(plain_text.one_line(value) if isinstance(value, str) else value)


def trap():
    return forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )


class StampedForm(forms.Form):
    """A reader's form on a story, with a field `stamp`."""

    def __init__(self, article, data=None, **kwargs):
        self.article = article
        super().__init__(None if data is None else data.copy(), label_suffix="", **kwargs)
        for field in self.fields.values():
            is_box = isinstance(field, forms.BooleanField)
            field.template_name = "newsroom/_box.html" if is_box else "newsroom/_field.html"
            # Browsers cut what is pasted beyond a maxlength without a word; the form says what is too long and keeps it.
            field.widget.attrs.pop("maxlength", None)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def fields_with_errors(self):
        return [field for field in self.visible_fields() if field.errors]

    def check_stamp(self):
        """Refuse an old one. Shown again, the form carries one of today."""
        if settings.COMMENT_GUARDS and not stamps.is_good(self.article, self.data.get("stamp", "")):
            self.add_error(None, _("The form had expired. Your text is kept: send it once more."))
        self.data["stamp"] = stamps.stamp(self.article)


class CommentForm(StampedForm):
    """The form under a story. It holds nothing per visitor: every reader gets the same bytes."""

    comment = NeutralField(
        label=_("Comment"),
        multiline=True,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        error_messages={
            "required": _("Write your comment here before you send it."),
            "max_length": _("A comment has at most %(limit_value)d characters; this one has %(show_value)d."),
        },
    )
    name = NameField(
        label=_("Name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={
            "required": _("Give the name that shall stand above your comment."),
            "max_length": _("A name has at most %(limit_value)d characters; this one has %(show_value)d."),
        },
    )
    email = NeutralEmailField(
        label=_("Email"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={
            "required": _("Give your e-mail address; it will not be published."),
            "invalid": _("This is not an e-mail address. It should look like name@example.org."),
            "max_length": _("An e-mail address has at most %(limit_value)d characters."),
        },
    )
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
    # The trap: no person sees it, many programs fill it. It is stored as spam under the ordinary answer.
    topic = trap()
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

    def clean_comment(self):
        value = self.cleaned_data["comment"]
        if plain_text.visible_length(value) < MIN_TEXT:
            raise ValidationError(
                ngettext(
                    "A comment has at least %(number)d character.",
                    "A comment has at least %(number)d characters.",
                    MIN_TEXT,
                )
                % {"number": MIN_TEXT},
                code="min_length",
            )
        return value

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
    topic = trap()
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article, data=None, **kwargs):
        super().__init__(article, data, initial={"stamp": stamps.stamp(article)}, **kwargs)
        self.helper.layout = Layout("reason", "text", Div("topic", css_class="form-trap"), "stamp")

    def clean(self):
        self.check_stamp()
        return super().clean()
