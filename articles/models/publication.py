from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.fields import BodyField, SlugField, TranslatedField
from articles.models.photo import Photo
from articles.models.taxonomy import Section


def default_name():
    return {languages.default(): "Newsroom"}


class Publication(models.Model):
    """One row: who publishes, under which name, and what holds for the whole site."""

    class Digits(models.TextChoices):
        LATIN = "latin", _("0123456789 in every language")
        NATIVE = "native", _("those of the language: ٠١٢٣٤٥٦٧٨٩ in Arabic")

    name = TranslatedField(_("name"), default=default_name)
    tagline = TranslatedField(_("tagline"), blank=True)
    logo = models.ForeignKey(Photo, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo"))
    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("Who is responsible, as it stands in the footer.")
    )
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    default_section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("default section"),
        help_text=_("Where a story goes that is published without a section."),
    )
    comments_closed = models.BooleanField(
        _("comments closed everywhere"),
        default=False,
        help_text=_("No story takes a comment while this is on; comments that were approved stay visible."),
    )
    comments_reopen_at = models.DateTimeField(
        _("comments open again at"),
        null=True,
        blank=True,
        help_text=_(
            "When they were closed everywhere: from this time on they are open, without anybody doing anything."
        ),
    )
    comments_notice = TranslatedField(
        _("notice while comments are closed"),
        blank=True,
        help_text=_(
            "Stands in the place of the form while comments are closed everywhere. Left empty, the page says when they open "
            "again, if there is a time for that."
        ),
    )
    comments_close_after_days = models.PositiveSmallIntegerField(
        _("comments close after days"),
        default=30,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text=_(
            "Given to each story when it is first published, unless the story says otherwise. Left empty, comments stay "
            "open. Stories that are public already keep what they have."
        ),
    )
    comments_a_minute = models.PositiveSmallIntegerField(
        _("comments a minute"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("How many comments one person or one network may send in a minute; the next is asked to wait."),
    )
    reports_to_hide = models.PositiveSmallIntegerField(
        _("reports that hide a comment"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_(
            "From how many networks readers must report a comment before it is hidden until a moderator decides."
        ),
    )
    stories_a_page = models.PositiveSmallIntegerField(
        _("stories a page"),
        default=20,
        validators=[MinValueValidator(5), MaxValueValidator(100)],
        help_text=_("On the front page, in sections, tags, archives and search."),
    )
    digits = models.CharField(
        _("digits"),
        max_length=10,
        choices=Digits,
        default=Digits.LATIN,
        help_text=_("Of dates and numbers around the stories; the stories themselves keep what was written."),
    )
    section_order = models.ManyToManyField(Section, through="SectionPlacement", related_name="+")

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication")
        permissions = [("change_comment_settings", "Can change the settings about comments")]

    def __str__(self):
        return str(self.name)

    def has_closed_comments(self, now=None):
        """Whether no story takes a comment at `now`; one that is open here may be closed by itself."""
        opens_at = self.comments_reopen_at
        return self.comments_closed and (opens_at is None or opens_at > (now or timezone.now()))

    @classmethod
    def current(cls):
        """The publication's row, or an unsaved one with the defaults before set-up made it."""
        return cls.objects.select_related("logo", "default_section").filter(pk=1).first() or cls(pk=1)


class SectionPlacement(models.Model):
    publication = models.ForeignKey(Publication, models.CASCADE)
    section = models.OneToOneField(Section, models.CASCADE, related_name="placement", verbose_name=_("section"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("place of a section")
        verbose_name_plural = _("order of sections")

    def __str__(self):
        return str(self.section)


class StandingPageQuerySet(models.QuerySet):
    def in_language(self, language=None):
        return self.filter(language=language or translation.get_language())


class StandingPage(models.Model):
    slug = SlugField(_("slug"), max_length=80, allow_unicode=True)
    language = models.CharField(_("language"), max_length=15, default=languages.default, choices=languages.choices)
    title = models.CharField(_("title"), max_length=120)
    body = BodyField(_("text"))

    objects = StandingPageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "language"],
                name="one_page_a_language",
                violation_error_message=_("There is a page with this slug in this language already."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        with translation.override(self.language):
            return reverse("articles:page", args=[self.slug])
