from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import alt_text, photos


class Photo(models.Model):
    """A photo of the library. The file is what `articles.photos.accept` made of the upload: decoded, turned upright,
    without metadata, at most 3,000 px wide."""

    file = models.ImageField(
        _("file"),
        upload_to=photos.storage_name,
        width_field="width",
        height_field="height",
        max_length=200,
        help_text=_("JPEG, PNG or WebP, up to 40 megapixels."),
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
    copyright_notice = models.CharField(_("copyright notice"), max_length=200, blank=True)
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
    # What `articles.tasks.make_renditions` has finished, e.g. ["w480", "w960", "square_50_50"]; empty until it ran.
    renditions = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt_text

    @cached_property
    def sources(self):
        """See `articles.photos.sources`."""
        return photos.sources(self)

    @cached_property
    def square(self):
        """The address of the square cut round the focal point for rows and thumbnails, or of the whole photo."""
        return photos.square(self)
