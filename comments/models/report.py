from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment, CommentVersion
from comments.models.decision import Decision


class ReportQuerySet(models.QuerySet):
    def networks(self):
        """{comment's id: from how many networks those of these come that count}; those whose network is not known, or not any
        more, count as one where there are no others."""
        counted = self.filter(counts=True).order_by().values_list("comment")
        counted = counted.annotate(networks=models.Count("network_digest", distinct=True))
        return {pk: max(1, number) for pk, number in counted}


class Report(models.Model):
    """A reader's word that a comment should not stand as it does. Of who reports only the network's digest is kept."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    # The text that the reader had before them.
    version = models.ForeignKey(CommentVersion, models.CASCADE, related_name="reports")
    reason = models.CharField(_("reason"), max_length=20, choices=Decision.Reason)
    text = models.TextField(_("text"), blank=True)
    network_digest = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001 - null is "forgotten"
    # Whether it is one of those that together hide the comment; what screening thinks to be a machine's is not.
    counts = models.BooleanField(default=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), default=timezone.now)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [models.UniqueConstraint(fields=["version", "network_digest"], name="one_report_a_network")]
        indexes = [models.Index(fields=["network_digest", "submitted_at"], name="reports_by_network")]

    def __str__(self):
        return f"{self.comment_id}: {self.reason}"


class Appeal(models.Model):
    """What a commenter says against the rejection of a comment: once, and for another moderator than the one before."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="appeal")
    # The rejection.
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="appeal")
    text = models.TextField(_("text"))
    submitted_at = models.DateTimeField(_("submitted at"), default=timezone.now)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")

    def __str__(self):
        return f"{self.comment_id}: {self.decision_id}"
