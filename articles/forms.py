from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteSelectMultiple,
)
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from articles import alt_text, photos, plain_text, publishing
from articles.models import Article, Author, Photo

Status = Article.Status


class PhotoFileField(forms.FileField):
    """An uploaded photo, as `articles.photos.accept` makes it safe to keep."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.FileInput({"accept": photos.ACCEPTED}))
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not data:
            return file
        accepted = getattr(data, "accepted", None) or accepted_or_error(data)
        if isinstance(accepted, ValidationError):
            raise accepted
        return accepted


def accepted_or_error(upload):
    """What `articles.photos.accept` makes of an upload, or the `ValidationError` that it raises."""
    try:
        return photos.accept(upload)
    except ValidationError as error:
        return error


class _InOrderWidget(AutocompleteSelectMultiple):
    """Shows the selected rows in their order; the browser posts them in the order of the options."""

    def optgroups(self, name, value, attrs=None):
        value = [pk for pk in value if plain_text.is_id(str(pk))]
        groups = super().optgroups(name, value, attrs)
        place = {str(pk): index for index, pk in enumerate(value)}
        for _label, options, _index in groups:
            options.sort(key=lambda option: place.get(str(option["value"]), -1))
        return groups


class AuthorsField(forms.ModelMultipleChoiceField):
    """Authors in the order in which they were picked; cleans to a list."""

    def __init__(self, **kwargs):
        widget = _InOrderWidget(Article._meta.get_field("authors"), admin.site)
        super().__init__(queryset=Author.objects.all(), widget=widget, **kwargs)

    def clean(self, value):
        for pk in value or []:
            if not plain_text.is_id(str(pk)):
                raise ValidationError(self.error_messages["invalid_pk_value"] % {"pk": pk}, code="invalid_pk_value")
        found = {str(author.pk): author for author in super().clean(value)}
        return [found[pk] for pk in dict.fromkeys(map(str, value or [])) if pk in found]


class ArticleForm(forms.ModelForm):
    """The story form. It shows what was saved last, which for a published story may be newer than what readers have,
    and hands everything to `articles.publishing`; it never writes the row itself."""

    new_photo = PhotoFileField(
        label=_("Upload a new photo"),
        required=False,
        help_text=_(
            "JPEG, PNG, WebP or HEIC up to 40 megapixels; it becomes this story's featured photo when you save. What the "
            "file says of itself (alt text, caption, credit, copyright) fills what you leave empty. Should the form come "
            "back with an error, choose the file again."
        ),
    )
    new_photo_alt = forms.CharField(
        label=_("Alt text of the new photo"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=Photo._meta.get_field("alt_text").help_text,
    )
    new_photo_credit = forms.CharField(
        label=_("Credit of the new photo"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=Photo._meta.get_field("credit").help_text,
    )
    bylines = AuthorsField(
        label=_("Authors"), required=False, help_text=_("In the order in which they stand above the story.")
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=Status.choices,
        initial=Status.DRAFT,
        help_text=_("“Published” puts the story, or your changes to it, before readers when you save."),
    )
    published_at = forms.SplitDateTimeField(
        label=_("Publish at"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=_(
            "Leave empty to publish at once. A time to come schedules the story; once it is public, it is fixed."
        ),
    )
    seen_revision = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = (
            *("headline", "dek", "body", "featured_photo", "featured_alt_text", "featured_caption", "section", "tags"),
            *("kind", "source_organisation", "dateline", "language", "translation_of", "slug"),
            *("comments_open", "comments_close_at", "comments_never_close"),
        )

    # Set by the admin on the class that it makes for each request.
    may_publish = True

    def __init__(self, *args, **kwargs):
        story = kwargs.get("instance")
        if story is not None and story.pk:
            saved = publishing.latest_fields(story)
            saved["bylines"] = saved.pop("authors")
            if saved["comments_close_at"]:
                saved["comments_close_at"] = parse_datetime(saved["comments_close_at"])
            kwargs["initial"] = (
                saved
                | {
                    "status": story.status,
                    "published_at": story.published_at,
                    "seen_revision": self._newest_revision_pk(story),
                }
                | (kwargs.get("initial") or {})
            )
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if type(field.widget) in (AdminTextInputWidget, AdminTextareaWidget, forms.TextInput):
                field.widget.attrs.setdefault("dir", "auto")
        # Asked now: cleaning writes the form's own time of publication to the instance.
        self.was_public = self.instance.was_public
        if "status" in self.fields:
            allowed = self._statuses()
            self.fields["status"].choices = [(value, label) for value, label in Status.choices if value in allowed]
        if self.was_public:
            for name in ("slug", "published_at"):
                if name in self.fields:
                    self.fields[name].disabled = True

    @staticmethod
    def _newest_revision_pk(story):
        return str(story.revisions.values_list("pk", flat=True).first() or "")

    def _statuses(self):
        current = self.instance.status
        if current == Status.WITHDRAWN or self.instance.was_public:
            return {current, Status.PUBLISHED, Status.WITHDRAWN} if self.may_publish else {current}
        if current == Status.PUBLISHED:
            return {Status.DRAFT, Status.PUBLISHED}
        writing = {current, Status.DRAFT, Status.IN_REVIEW}
        return writing | {Status.READY, Status.PUBLISHED} if self.may_publish else writing

    def _get_validation_exclusions(self):
        # The verbs set these two; the row's own constraint speaks of what the row will hold then.
        return super()._get_validation_exclusions() | {"status", "published_at"}

    def _post_clean(self):
        """The instance stays what is stored: a form that comes back with errors speaks of the story as it is."""
        stored = {name: getattr(self.instance, name) for name in ("status", "published_at")}
        super()._post_clean()
        for name, value in stored.items():
            setattr(self.instance, name, value)

    @property
    def keeps_changes_back(self):
        """The editor pressed “Save without publishing”."""
        return "_keep" in self.data

    def clean_headline(self):
        headline = plain_text.one_line(self.cleaned_data["headline"])
        if not headline:
            raise ValidationError(self.fields["headline"].error_messages["required"], code="required")
        return headline

    def clean_translation_of(self):
        story = self.cleaned_data["translation_of"]
        original = story and (story.translation_of or story)
        if original is not None and original == self.instance:
            raise ValidationError(_("A story cannot be a translation of itself."))
        return original

    def clean(self):
        cleaned = super().clean()
        described = self.new_photo_fields()
        if described and (sentence := alt_text.problem(described["alt_text"])):
            self.add_error("new_photo_alt", sentence)
        self._clean_seen_revision()
        self._clean_time()
        if cleaned.get("comments_never_close") and "comments_close_at" not in self.changed_data:
            # The time that the publication gave, and nobody's wish.
            cleaned["comments_close_at"] = None
        if cleaned.get("status") == Status.PUBLISHED and not self.keeps_changes_back:
            for name, sentence in publishing.problems(self._fields_to_be()).items():
                is_told = name in self.errors or (name == "featured_photo" and "new_photo_alt" in self.errors)
                if name in self.fields and not is_told:
                    self.add_error(name, sentence)
        return cleaned

    def _clean_time(self):
        """A time belongs to the status “Published”; under another it would be lost without a word."""
        at = self.cleaned_data.get("published_at")
        if at is None or "published_at" not in self.changed_data:
            return
        if self.cleaned_data.get("status") != Status.PUBLISHED:
            self.add_error("published_at", _("Choose the status “Published” for this time, or leave the time empty."))
        elif sentence := publishing.time_problem(at):
            self.add_error("published_at", sentence)

    def _clean_seen_revision(self):
        seen = self.cleaned_data.get("seen_revision")
        newest = self.instance.revisions.select_related("by").first() if self.instance.pk else None
        if seen and newest is not None and seen != str(newest.pk):
            self.data = self.data.copy()
            self.data[self.add_prefix("seen_revision")] = str(newest.pk)
            raise ValidationError(
                _(
                    "%(who)s saved this story while you were writing. Your text is kept below; Preview shows theirs. Save "
                    "again to replace it."
                )
                % {"who": newest.by or _("Somebody")},
                code="edited_meanwhile",
            )

    def _fields_to_be(self):
        fields = self.revision_fields()
        if described := self.new_photo_fields():
            fields["featured_photo"] = Photo(alt_text=described["alt_text"])
        return fields

    def new_photo_fields(self):
        """Values for the uploaded photo's fields: what was typed, else what the file says; None without an upload."""
        file = self.cleaned_data.get("new_photo")
        return file and file.described(
            alt_text=self.cleaned_data.get("new_photo_alt"), credit=self.cleaned_data.get("new_photo_credit")
        )

    def revision_fields(self):
        """The cleaned values under the names of `publishing.FIELDS`."""
        names = {"authors": "bylines"}
        return {
            name: self.cleaned_data[names.get(name, name)]
            for name in publishing.FIELDS
            if names.get(name, name) in self.cleaned_data
        }


class PublicationForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        publication = kwargs.get("instance")
        if publication is not None and publication.comments_closed and not publication.has_closed_comments():
            # Open again by now: the switch says so, and saving tidies up.
            opened = {"comments_closed": False, "comments_reopen_at": None}
            kwargs["initial"] = opened | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        opens_at = cleaned.get("comments_reopen_at")
        # With the one that is stored a form is sent back that was opened before that moment.
        if opens_at is None or opens_at == self.instance.comments_reopen_at:
            if not cleaned.get("comments_closed") and "comments_reopen_at" in cleaned:
                # Kept, it would open them at once when they are closed the next time.
                cleaned["comments_reopen_at"] = None
        elif not cleaned.get("comments_closed"):
            self.add_error(
                "comments_reopen_at",
                _("Comments are open. Close them everywhere until this time, or leave the time empty."),
            )
        elif opens_at <= timezone.now():
            self.add_error("comments_reopen_at", _("This time is past. Give one to come, or leave it empty."))
        return cleaned


class PhotoForm(forms.ModelForm):
    """A photo of the library. Fields left empty are filled from what a new file says of itself."""

    file = PhotoFileField(label=_("File"), help_text=Photo._meta.get_field("file").help_text)

    class Meta:
        model = Photo
        fields = ("file", "alt_text", "caption", "credit", "copyright_notice", "keywords", "focal_x", "focal_y")
        widgets = {
            name: forms.Textarea({"rows": 3, "class": "vLargeTextField", "dir": "auto"})
            for name in ("alt_text", "caption")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The file may bring one; the model refuses a photo without. Who only looks has no fields.
        if "alt_text" in self.fields:
            self.fields["alt_text"].required = False
        for name, field in self.fields.items():
            if name != "file":
                field.show_hidden_initial = self.instance.pk is not None
            if isinstance(field.widget, (forms.TextInput, forms.Textarea)):
                field.widget.attrs.setdefault("dir", "auto")

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if isinstance(file, photos.AcceptedPhoto):
            typed = {name: cleaned[name] for name in file.metadata._fields if name in cleaned}
            cleaned |= {name: value for name, value in file.described(**typed).items() if name in typed}
        if "file" in cleaned and not cleaned.get("alt_text") and "alt_text" not in self.errors:
            self.add_error("alt_text", alt_text.problem(""))
        return cleaned
