from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article


class Revision(models.Model):
    """A story as an editor saved it: every field, by whom, when. `fields` holds what `publishing.FIELDS` names, with
    rows as ids (`authors` in order) and times in ISO 8601."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions")
    fields = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        get_latest_by = "pk"

    def __str__(self):
        return f"{self.article_id} @ {self.at:%Y-%m-%d %H:%M}"


class StatusChange(models.Model):
    """One act of a verb of `articles.publishing`: who moved a story from where to where, when, and with which text."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="status_changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    from_status = models.CharField(max_length=20, choices=Article.Status, blank=True)
    to_status = models.CharField(max_length=20, choices=Article.Status)
    published_at = models.DateTimeField(null=True)
    revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.article_id}: {self.from_status} → {self.to_status}"
