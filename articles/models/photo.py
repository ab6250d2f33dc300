from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import alt_text, body, photos, renditions


class PhotoQuerySet(models.QuerySet):
    def in_bodies(self, *bodies):
        """{id: photo} of the photos that these cleaned bodies show, in one query, or in none where they show none."""
        found = {figure.photo for html in bodies for figure in body.figures(html)}
        return self.in_bulk(found) if found else {}


class Photo(models.Model):
    """A photo of the library. The file is what `articles.photos.accept` made of the upload: decoded, turned upright,
    without metadata, at most 3,000 px wide or high."""

    file = models.ImageField(
        _("file"),
        upload_to=photos.storage_name,
        width_field="width",
        height_field="height",
        max_length=200,
        db_index=True,
        help_text=_(
            "JPEG, PNG, WebP or HEIC, up to 40 megapixels. Alt text, caption, credit, copyright and keywords that the file "
            "carries fill the fields that you leave empty."
        ),
    )
    alt_text = models.CharField(
        _("alt text"),
        max_length=300,
        validators=[alt_text.validate],
        help_text=_(
            "What the photo shows, in one sentence, for readers who cannot see it: “Officers in a lecture hall listen "
            "to a speaker at a lectern”. Not the file's name, not “photo of”."
        ),
    )
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("Printed under the photo. A story can give its own.")
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Photographer and agency: “Noura Salem / Agency”.")
    )
    copyright_notice = models.CharField(
        _("copyright notice"),
        max_length=200,
        blank=True,
        help_text=_(
            "Whose it is: “© 2026 Agency”. Credit and notice are also written into the files that readers get."
        ),
    )
    keywords = models.CharField(
        _("keywords"), max_length=500, blank=True, help_text=_("For finding it again, separated by commas.")
    )
    focal_x = models.PositiveSmallIntegerField(
        # xgettext:no-python-format
        _("focal point, % from the left"),
        default=50,
        validators=[MaxValueValidator(100)],
    )
    focal_y = models.PositiveSmallIntegerField(
        # xgettext:no-python-format
        _("focal point, % from the top"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("What must stay in the picture when it is cropped to a square or a strip."),
    )
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    # What `articles.tasks.make_renditions` has finished, as `articles.renditions.make` returns it; {} until it ran.
    renditions = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt_text

    @property
    def attribution(self):
        """What stands under the photo beside its caption: credit and notice, once where the notice names the credit."""
        says_both = bool(self.credit) and self.credit in self.copyright_notice
        return [
            line for line in (self.credit, self.copyright_notice) if line and not (says_both and line == self.credit)
        ]

    @cached_property
    def full(self):
        """The whole photo, as `articles.renditions.Sources`."""
        return renditions.sources(self, "full")

    @property
    def full_bytes(self):
        """The length of the file at `full.src`; None while its renditions are not made."""
        return self.renditions.get("bytes")

    @cached_property
    def wide(self):
        """3:2, cut round the focal point."""
        return renditions.sources(self, "wide")

    @cached_property
    def square(self):
        return renditions.sources(self, "square")
