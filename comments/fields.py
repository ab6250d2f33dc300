"""The fields of the forms that readers fill in."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _, ngettext

from articles import plain_text
from comments import names

MIN_TEXT, MAX_TEXT = 3, 10_000


class NeutralField(forms.CharField):
    """Text without control characters, overrides and padding, before any length is measured."""

    def __init__(self, *, multiline=False, **kwargs):
        self.multiline = multiline
        super().__init__(strip=True, **kwargs)

    def to_python(self, value):
        clean = plain_text.neutralise if self.multiline else plain_text.one_line
        return super().to_python(clean(value) if isinstance(value, str) else value)


class CommentTextField(NeutralField):
    """What a comment says."""

    default_error_messages = {
        "required": _("Write your comment here before you send it."),
        "max_length": _("A comment has at most %(limit_value)d characters; this one has %(show_value)d."),
    }
    widget = forms.Textarea(attrs={"rows": 8, "dir": "auto"})

    def __init__(self, **kwargs):
        super().__init__(label=_("Comment"), multiline=True, max_length=MAX_TEXT, **kwargs)

    def validate(self, value):
        super().validate(value)
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


class NameField(NeutralField):
    """A name without the check marks and emoji that a reader could take for a badge."""

    def to_python(self, value):
        return super().to_python(names.without_symbols(value) if isinstance(value, str) else value)


class AddressField(forms.EmailField):
    """The commenter's e-mail address."""

    default_error_messages = {
        "invalid": _("This is not an e-mail address. It should look like name@example.org."),
        "max_length": _("An e-mail address has at most %(limit_value)d characters."),
    }
    widget = forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"})

    def __init__(self, **kwargs):
        super().__init__(label=_("Email"), max_length=254, **kwargs)

    def to_python(self, value):
        return super().to_python(plain_text.one_line(value) if isinstance(value, str) else value)

    def validate(self, value):
        super().validate(value)
        if not value.rpartition("@")[0].isascii():
            # Django's validator lets ſ and the Kelvin sign pass for s and k, and so do we when we look an address up; a
            # mail server takes them for another mailbox.
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class WebsiteField(forms.URLField):
    """An address of the web, with or without `https://`."""

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


class TrapField(forms.CharField):
    """No person sees it, many programs fill it: what comes with it filled is stored as spam under the ordinary answer."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})

    def __init__(self, **kwargs):
        super().__init__(label=_("Leave this field empty"), required=False, **kwargs)
