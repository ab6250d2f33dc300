from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from comments.models.comment import Comment, CommentVersion


class DecisionQuerySet(models.QuerySet):
    """Nothing that is stored is changed or taken away. A comment with decisions cannot be deleted either: each protects the
    text that it was made on."""

    def _refuse(self, *args, **kwargs):
        raise TypeError("A decision is never changed or deleted; make a new one.")

    update = delete = bulk_update = update_or_create = _raw_delete = _refuse

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        return self._refuse() if update_conflicts else super().bulk_create(objs, *args, **kwargs)


class Decision(models.Model):
    """One act on a comment: who moved it from where to where, when, why, and which text they had before them.

    Where from and to are the same it moved the comment nowhere: personal data was taken out of the text, or enough
    readers' reports hid what they still saw of a comment that waits. Rows are stored once and never changed; an undo is a
    row of its own.
    """

    class Reason(models.TextChoices):
        OFF_TOPIC = "off_topic", _("Off topic")
        ABUSE = "abuse", _("Abuse")
        PERSONAL_DATA = "personal_data", _("Personal data")
        ILLEGAL = "illegal", _("Illegal")
        MISINFORMATION = "misinformation", _("Misinformation")
        ADVERTISING = "advertising", _("Advertising")
        OTHER = "other", _("Other")

    # The `rule` of what readers' reports did.
    BY_REPORTS = "reports"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="decisions")
    # Null is the system. Whoever has decided stays known: an account is deactivated, never deleted.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"), default=timezone.now)
    from_status = models.CharField(_("from"), max_length=20, choices=Comment.Status, blank=True)
    to_status = models.CharField(_("to"), max_length=20, choices=Comment.Status)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    version = models.ForeignKey(CommentVersion, models.PROTECT, related_name="+", verbose_name=_("text seen"))
    rule = models.CharField(_("rule"), max_length=300, blank=True)
    batch = models.UUIDField(_("batch"), null=True, db_index=True)
    # What readers had before, for an undo.
    shown_before = models.ForeignKey(CommentVersion, models.PROTECT, null=True, editable=False, related_name="+")
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="undone_by", verbose_name=_("undoes")
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        get_latest_by = "pk"
        base_manager_name = "objects"
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(fields=["by", "-id"], name="decisions_of_somebody"),
            models.Index(fields=["at"], name="decisions_by_time"),
        ]

    def __str__(self):
        if self.is_redaction:
            return gettext("Personal data taken out")
        if self.is_hiding:
            return gettext("Hidden by reports, still waiting")
        before = self.get_from_status_display() if self.from_status else gettext("Received")
        return gettext("%(before)s → %(after)s") % {"before": before, "after": self.get_to_status_display()}

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A decision is never changed; make a new one.")
        # Else Django would first try to update the row of that key.
        super().save(*args, **kwargs | {"force_insert": True})

    def delete(self, *args, **kwargs):
        raise TypeError("A decision is never deleted; make a new one.")

    @property
    def is_redaction(self):
        return self.from_status == self.to_status and self.reason == self.Reason.PERSONAL_DATA

    @property
    def is_hiding(self):
        """Whether readers' reports took from readers what they still saw of a comment that waits."""
        return self.from_status == self.to_status and not self.is_redaction

    @property
    def is_of_readers(self):
        """Whether its writer or readers did this; a rule of screening decides on nothing but what comes in."""
        return self.by_id is None and self.from_status != "" and self.rule in CAUSES

    @property
    def cause(self):
        """What made the system decide, in words: the rules that fired, or what readers or the writer did."""
        return CAUSES[self.rule] if self.is_of_readers else self.rule


# What readers and writers do, by the `rule` of its decision.
CAUSES = {
    Decision.BY_REPORTS: _("reports by readers"),
    "edited": _("edited by its writer"),
    "writer": _("withdrawn by its writer"),
    "appeal": _("appeal by its writer"),
    "erased": _("erased at its writer’s request"),
}
