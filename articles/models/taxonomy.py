from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import slugs
from articles.fields import SlugField, TranslatedField


class SluggedModel(models.Model):
    """A named thing with an address of its own; the slug is made from the name when it is left empty."""

    slug = SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("The last part of its address. Left empty, it is made from the name."),
    )
    url_name = None
    name_field = "name"

    class Meta:
        abstract = True

    def __str__(self):
        return str(getattr(self, self.name_field))

    def save(self, **kwargs):
        self.slug = self.slug or slugs.unique(type(self), str(self))
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse(self.url_name, args=[self.slug])


class SectionQuerySet(models.QuerySet):
    def in_order(self):
        """As the publication places them; a section that it does not place comes after, by slug."""
        return self.order_by(models.F("placement__position").asc(nulls_last=True), "slug")


class Section(SluggedModel):
    name = TranslatedField(_("name"), help_text=_("As readers see it in the row of sections."))
    description = TranslatedField(
        _("description"), blank=True, multiline=True, help_text=_("A sentence under the name on the section's page.")
    )
    url_name = "articles:section"
    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class Tag(SluggedModel):
    name = TranslatedField(_("name"))
    url_name = "articles:tag"

    class Meta:
        ordering = ["slug"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class Author(SluggedModel):
    byline = TranslatedField(_("byline"), help_text=_("The name as it stands above a story."))
    bio = TranslatedField(
        _("bio"), blank=True, multiline=True, help_text=_("Two or three sentences for the author's page.")
    )
    portrait = models.ForeignKey(
        "articles.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("user"),
        help_text=_("The account that writes under this byline, if there is one."),
    )
    url_name = "articles:author"
    name_field = "byline"

    class Meta:
        ordering = ["slug"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")
