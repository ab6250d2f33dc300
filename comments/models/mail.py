from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from comments.models.comment import Comment, Commenter
from comments.models.decision import Decision


class Mail(models.Model):
    """One mail to be sent, stored in the transaction of what it tells: the outbox.

    It says to whom and of what, by ids, and never an address or a word of the text: those are read when it is sent.
    """

    class Kind(models.TextChoices):
        # To whoever owns an address that was typed under a comment: is it yours?
        CONFIRM = "confirm"
        # The link to everything that is held about an address.
        MINE = "mine"
        # What became of a comment.
        OUTCOME = "outcome"
        # What was answered since the last of these.
        REPLIES = "replies"
        # To a moderator: what waits.
        WAITING = "waiting"

    class State(models.TextChoices):
        QUEUED = "queued"
        # In somebody's hands until `due_at`; later than that, whoever had it died with it.
        SENDING = "sending"
        SENT = "sent"
        # There was nothing to tell any more, or nobody to tell it.
        DROPPED = "dropped"
        # Tried for as long as is sensible.
        FAILED = "failed"

    kind = models.CharField(max_length=20, choices=Kind)
    commenter = models.ForeignKey(Commenter, models.CASCADE, null=True, related_name="mails")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="mails")
    decision = models.ForeignKey(Decision, models.CASCADE, null=True, related_name="+")
    # Who made us write, for the limit of mails that one network can cause.
    network_digest = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null is "nobody from outside"
    language = models.CharField(max_length=15)
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Of the attempts, those that ended nobody knows how: the mail may have gone out.
    lost = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    # Told in the mail of another row.
    told_with = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commenter"], condition=Q(kind="replies", state="queued"), name="one_digest_a_commenter"
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(kind="waiting", state="queued"), name="one_digest_a_moderator"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="mail_due", condition=Q(state__in=["queued", "sending"])),
            models.Index(fields=["commenter", "kind", "created_at"], name="mail_by_commenter"),
            models.Index(fields=["network_digest", "created_at"], name="mail_by_network"),
        ]

    def __str__(self):
        return f"{self.kind} #{self.pk}: {self.state}"
