from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import plain_text
from articles.models.article import Article


class CorrectionQuerySet(models.QuerySet):
    def published(self, now=None):
        return self.filter(article__in=Article.objects.published(now))

    def retractions_of_withdrawn(self):
        """Why a story is gone: the one thing of it that readers still get."""
        return self.filter(kind=Correction.Kind.RETRACTION, article__in=Article.objects.withdrawn())


class Correction(models.Model):
    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", _("Update")
        RETRACTION = "retraction", _("Retraction")

    article = models.ForeignKey(Article, models.CASCADE, related_name="corrections", verbose_name=_("story"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.CORRECTION)
    text = models.TextField(
        _("text"), max_length=1000, help_text=_("What was wrong and what is right: “The law is of 2013, not of 2012.”")
    )
    corrected_at = models.DateTimeField(_("when"), default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-corrected_at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self):
        return self.text[:80]

    def save(self, **kwargs):
        # A control character would keep the text out of every feed.
        self.text = plain_text.neutralise(self.text)
        super().save(**kwargs)

    def clean(self):
        if self.corrected_at and self.corrected_at > timezone.now():
            raise ValidationError({"corrected_at": _("A correction cannot be dated ahead: readers see it at once.")})

    @property
    def is_above(self):
        """Whether it stands before the text: what tells readers that they believed something wrong."""
        return self.kind in (self.Kind.CORRECTION, self.Kind.RETRACTION)
