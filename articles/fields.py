from django import forms
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from articles import body, body_editor, plain_text, slugs


class Translated(dict):
    """A text by language code, shown in the active language, else in the first of `LANGUAGES` that has one."""

    def __str__(self):
        return self.get(get_language()) or next(
            (self[code] for code, _name in settings.LANGUAGES if self.get(code)), ""
        )

    def __bool__(self):
        return bool(str(self))


class TranslatedWidget(forms.MultiWidget):
    template_name = "admin/translated_widget.html"

    def __init__(self, widget=forms.TextInput, attrs=None):
        self.languages = list(settings.LANGUAGES)
        super().__init__(
            {
                code: widget({"lang": code, "dir": "auto", "aria-label": name, "class": "vTextField"})
                for code, name in self.languages
            },
            attrs,
        )

    def decompress(self, value):
        return [(value or {}).get(code, "") for code, _name in self.languages]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for subwidget, (_code, language) in zip(context["widget"]["subwidgets"], self.languages, strict=True):
            subwidget["language"] = language
        return context


class TranslatedFormField(forms.MultiValueField):
    """One input a language; when the field is required, the first language must be filled."""

    incomplete = _("Fill in at least the first language; the others fall back to it.")

    def __init__(self, *, multiline=False, max_length=None, required=True, **kwargs):
        self.multiline = multiline
        self.codes = [code for code, _name in settings.LANGUAGES]
        widget = forms.Textarea if multiline else forms.TextInput
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        kwargs.setdefault("error_messages", {}).setdefault("incomplete", self.incomplete)
        super().__init__(
            fields=[
                forms.CharField(
                    required=required and index == 0,
                    max_length=max_length,
                    error_messages={"required": self.incomplete, "incomplete": self.incomplete},
                )
                for index in range(len(self.codes))
            ],
            require_all_fields=False,
            required=required,
            widget=TranslatedWidget(widget),
            **kwargs,
        )

    def compress(self, values):
        clean = plain_text.neutralise if self.multiline else plain_text.one_line
        return {code: clean(value) for code, value in zip(self.codes, values, strict=False) if value}


class _ReadableEncoder(DjangoJSONEncoder):
    """Arabic as Arabic and not as escapes, so that the admin's search finds it in the stored text."""

    def __init__(self, **options):
        super().__init__(**options | {"ensure_ascii": False})


class TranslatedField(models.JSONField):
    """A text per language, stored as JSON `{"en": "Economy", "ar": "اقتصاد"}`, read as `Translated`.

    A plain string assigned to it means the first language.
    """

    def __init__(self, *args, multiline=False, **kwargs):
        self.multiline = multiline
        kwargs.setdefault("default", dict)
        kwargs["encoder"] = _ReadableEncoder
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["encoder"]
        if self.multiline:
            kwargs["multiline"] = True
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.attname, _TranslatedAttribute(self))

    def formfield(self, **kwargs):
        return models.Field.formfield(
            self,
            **{
                "form_class": TranslatedFormField,
                "multiline": self.multiline,
                "required": not self.blank,
                # Django's answer to a callable default, which knows nothing of several inputs.
                "show_hidden_initial": False,
            }
            | {key: value for key, value in kwargs.items() if key not in ("widget", "form_class")},
        )


class _TranslatedAttribute(models.query_utils.DeferredAttribute):
    def __set__(self, instance, value):
        if isinstance(value, str):
            value = {settings.LANGUAGE_CODE: value}
        instance.__dict__[self.field.attname] = value if value is None else Translated(value)


class SlugField(models.SlugField):
    """A slug that is validated, stored and looked up in one form (see `slugs.normalised`)."""

    def to_python(self, value):
        value = super().to_python(value)
        return value and slugs.normalised(value)

    def get_prep_value(self, value):
        return self.to_python(super().get_prep_value(value))


class BodyField(models.TextField):
    """The rich text of a story or page: whatever the route, what is stored has passed `articles.body.clean`."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value is None else body.clean(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": body_editor.BodyFormField} | kwargs)
