from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.fields import BodyField, SlugField
from articles.models.photo import Photo
from articles.models.taxonomy import Author, Section, Tag

# How fast texts are read, in words a minute, where it is not 228: Trauzettel-Klosinski and Dietz, "Standardized
# Assessment of Reading Performance", IOVS 2012, measured the same texts in 17 languages.
WORDS_A_MINUTE = {"ar": 138}
WORDS_A_MINUTE_ELSE = 228
NEWS_WINDOW = timedelta(days=2)


class ArticleQuerySet(models.QuerySet):
    def published(self, now=None):
        """What a reader may see: published, and past any embargo."""
        return self.filter(status=Article.Status.PUBLISHED, published_at__lte=now or timezone.now())

    def scheduled(self, now=None):
        """Published with a time that is still to come."""
        return self.filter(status=Article.Status.PUBLISHED, published_at__gt=now or timezone.now())

    def of_last_two_days(self, now=None):
        """What a sitemap of news may name: Google wants nothing older."""
        return self.filter(published_at__gt=(now or timezone.now()) - NEWS_WINDOW)

    def withdrawn(self):
        """What was public once and is answered with 410."""
        return self.filter(status=Article.Status.WITHDRAWN)

    def in_language(self, language=None):
        return self.filter(language=language or translation.get_language())

    def in_served_languages(self):
        """Without stories in a language that was taken out of `LANGUAGES` since: their addresses answer 404."""
        return self.filter(language__in=settings.LANGUAGE_CODES)

    def translations_of(self, original_pk):
        """The story `original_pk` and everything that translates it."""
        return self.in_served_languages().filter(Q(pk=original_pk) | Q(translation_of=original_pk))

    def newest(self):
        return self.order_by("-published_at", "-pk")

    def before(self, article):
        """Those that come after `article` in `newest()`, in the same order."""
        at, pk = article.published_at, article.pk
        # The plain bound is what an index can follow.
        return self.filter(Q(published_at__lt=at) | Q(pk__lt=pk), published_at__lte=at).newest()

    def after(self, article):
        """Those that come before `article` in `newest()`, the nearest first."""
        at, pk = article.published_at, article.pk
        return self.filter(Q(published_at__gt=at) | Q(pk__gt=pk), published_at__gte=at).order_by("published_at", "pk")

    def for_lists(self):
        """With everything that a row of a list shows, in two queries whatever their number."""
        return (
            self.newest()
            .select_related("section", "featured_photo")
            .defer("body", "body_text")
            .prefetch_related(BYLINES)
        )


class Article(models.Model):
    """A story as readers see it. `articles.publishing` alone writes it; what an editor saves is a `Revision` first."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        READY = "ready", _("Ready")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        PRESS_RELEASE = "press_release", _("Press release")
        ANALYSIS = "analysis", _("Analysis")
        OPINION = "opinion", _("Opinion")
        INTERVIEW = "interview", _("Interview")

    headline = models.CharField(_("headline"), max_length=200, help_text=_("What happened, in one line; no full stop."))
    slug = SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("The last part of the address, made from the headline. Fixed once the story is published."),
    )
    dek = models.TextField(
        _("dek"),
        max_length=400,
        blank=True,
        validators=[MaxLengthValidator(400)],
        help_text=_("One or two sentences under the headline and in lists."),
    )
    dateline = models.CharField(
        _("dateline"), max_length=80, blank=True, help_text=_("Where it was reported from: “Kuwait City”.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.NEWS,
        help_text=_("Opinion and press releases are labelled as such above the headline."),
    )
    source_organisation = models.CharField(
        _("source organisation"),
        max_length=200,
        blank=True,
        help_text=_("Who sent the press release. Readers see it under the headline."),
    )
    body = BodyField(_("text"), blank=True)
    body_text = models.TextField(editable=False, blank=True)
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("section"),
        help_text=_("Left empty, the publication's default section is taken when the story is published."),
    )
    tags = models.ManyToManyField(Tag, blank=True, verbose_name=_("tags"))
    authors = models.ManyToManyField(Author, through="ArticleAuthor", blank=True, verbose_name=_("authors"))
    featured_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="featured_in", verbose_name=_("featured photo")
    )
    # Those in the text, written beside it.
    photos = models.ManyToManyField(Photo, through="ArticlePhoto", related_name="in_texts", editable=False)
    featured_alt_text = models.CharField(
        _("alt text in this story"),
        max_length=300,
        blank=True,
        help_text=_("Only where this story needs another than the photo's own."),
    )
    featured_caption = models.CharField(
        _("caption in this story"),
        max_length=500,
        blank=True,
        help_text=_("Only where this story needs another than the photo's own."),
    )
    language = models.CharField(_("language"), max_length=15, default=languages.default, choices=languages.choices)
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
        help_text=_("The story that this one translates; readers can then switch between the two."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    # When readers last got another text than before; never set by comments, tags or a corrected slug.
    updated_at = models.DateTimeField(_("updated at"), null=True, blank=True, editable=False)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    comments_open = models.BooleanField(_("comments are open"), default=True)
    comments_close_at = models.DateTimeField(
        _("comments close at"),
        null=True,
        blank=True,
        help_text=_(
            "Left empty, the story gets a time when it is first published: after as many days as the publication says."
        ),
    )
    comments_never_close = models.BooleanField(
        _("comments never close"),
        default=False,
        help_text=_("Readers may comment for ever, whatever the publication says about days."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        permissions = [("publish_article", "Can publish, schedule and withdraw stories")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="published_needs_a_time",
                violation_error_message=_("A published story needs a time of publication."),
            ),
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                name="one_translation_a_language",
                violation_error_message=_("There is a translation of that story in this language already."),
            ),
            models.CheckConstraint(
                condition=Q(translation_of__isnull=True) | ~Q(translation_of=models.F("pk")),
                name="translates_another_story",
                violation_error_message=_("A story cannot be a translation of itself."),
            ),
            models.CheckConstraint(
                condition=Q(comments_never_close=False) | Q(comments_close_at__isnull=True),
                name="comments_close_or_never_do",
                violation_error_message=_("Comments close at a time, or never: choose one of the two."),
            ),
        ]
        indexes = [
            # published(): lists, archives, feeds and the next embargo.
            models.Index(
                fields=["language", "-published_at", "-id"],
                name="published_by_language",
                condition=Q(status="published"),
            ),
            models.Index(
                fields=["section", "-published_at", "-id"], name="published_by_section", condition=Q(status="published")
            ),
            models.Index(fields=["published_at"], name="published_by_time", condition=Q(status="published")),
            # Whether readers may see a match of a search, asked 2,000 times: without a look into the wide rows.
            models.Index(
                fields=["language", "id", "published_at"], name="published_by_id", condition=Q(status="published")
            ),
        ]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        """The story's canonical address, under its own language's prefix; it carries the date of first publication."""
        day = timezone.localtime(self.published_at, timezone.get_default_timezone())
        with translation.override(self.language):
            return reverse("articles:detail", args=[day.year, day.month, day.day, self.slug])

    @property
    def is_scheduled(self):
        return self.status == self.Status.PUBLISHED and self.published_at > timezone.now()

    @property
    def is_public(self):
        """What `published()` says of rows, of this one."""
        return self.status == self.Status.PUBLISHED and self.published_at <= timezone.now()

    @property
    def was_public(self):
        """Readers had the story once: its address and first publication are fixed."""
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def ordered_authors(self):
        return [credit.author for credit in self.articleauthor_set.all()]

    @property
    def direction(self):
        return "rtl" if translation.get_language_info(self.language)["bidi"] else "ltr"

    @property
    def is_updated(self):
        return self.updated_at is not None and self.updated_at > self.published_at

    @property
    def word_count(self):
        return len(self.body_text.split())

    @property
    def reading_minutes(self):
        """How long an ordinary reader takes for the text, in whole minutes, at least one."""
        return max(1, round(self.word_count / WORDS_A_MINUTE.get(self.language, WORDS_A_MINUTE_ELSE)))

    @property
    def corrections_above(self):
        """Those that tell readers that what they believed was wrong: they stand before the text."""
        return [correction for correction in self.corrections.all() if correction.is_above]

    @property
    def corrections_below(self):
        return [correction for correction in self.corrections.all() if not correction.is_above]

    @property
    def modified_at(self):
        """When readers last got other words: with the text, or with a correction under it."""
        moments = [self.published_at, self.updated_at, *(note.corrected_at for note in self.corrections.all())]
        return max(filter(None, moments))

    @cached_property
    def photo_alt_text(self):
        return self.featured_alt_text or (self.featured_photo.alt_text if self.featured_photo else "")

    @cached_property
    def photo_caption(self):
        return self.featured_caption or (self.featured_photo.caption if self.featured_photo else "")

    def has_closed_comments(self, now=None):
        """Whether this story itself takes no more comments at `now`; the publication may close all of them besides."""
        closes_at = self.comments_close_at
        return not self.comments_open or (closes_at is not None and closes_at <= (now or timezone.now()))


class ArticleAuthor(models.Model):
    """One byline of a story, in its place."""

    article = models.ForeignKey(Article, models.CASCADE)
    author = models.ForeignKey(Author, models.PROTECT)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="one_byline_an_author")]

    def __str__(self):
        return str(self.author)


class ArticlePhoto(models.Model):
    """A photo in the text of a story: as long as it is there, the library keeps it."""

    article = models.ForeignKey(Article, models.CASCADE)
    photo = models.ForeignKey(Photo, models.PROTECT)

    class Meta:
        verbose_name = _("photo in a text")
        verbose_name_plural = _("photos in texts")
        constraints = [models.UniqueConstraint(fields=["article", "photo"], name="one_use_a_photo")]

    def __str__(self):
        return f"{self.photo_id} in {self.article_id}"


BYLINES = models.Prefetch("articleauthor_set", ArticleAuthor.objects.select_related("author"))
