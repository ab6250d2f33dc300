import secrets

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments import names, privacy
from comments.text import to_plain

# Tints of the square with the initials; the style sheet has one rule for each.
TINTS = 6


# What one urgent rule weighs among the flags of a comment: more than all others together.
URGENT = 1000


def random_tint():
    return secrets.randbelow(TINTS)


class CommenterManager(models.Manager):
    """The only ways from an address to a row."""

    def known(self, email):
        """The commenter with this address; None when there is none."""
        return self.filter(email_digest__in=privacy.email_digests(email)).first()

    def for_email(self, email):
        """The commenter with this address, made when there is none."""
        digests = privacy.email_digests(email)
        commenter = self.filter(email_digest__in=digests).first()
        return commenter or self.get_or_create(email_digest=digests[0], defaults={"email": privacy.encrypt(email)})[0]


class Commenter(models.Model):
    """The one table that holds addresses: encrypted, found by digest, joined by no public code."""

    email = models.TextField(null=True, editable=False)  # noqa: DJ001 - null is "erased"
    email_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # When somebody opened a link that was mailed to this address alone, and said that it is theirs.
    confirmed_at = models.DateTimeField(null=True, editable=False)
    # When its owner asked for no more mail; null again when they ask for some in a browser that holds their key.
    stopped_at = models.DateTimeField(null=True, editable=False)

    objects = CommenterManager()

    class Meta:
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")

    def __str__(self):
        return f"#{self.pk}"


class CommentQuerySet(models.QuerySet):
    def visible(self):
        """What a reader may see: a version was approved, on a story that readers may see."""
        # Asked of each comment's story by its key: as a set, all published stories would be gathered for each query.
        is_published = Exists(Article.objects.published().filter(pk=OuterRef("article")))
        return self.filter(is_published, shown_version__isnull=False)

    def pending(self):
        return self.filter(status=Comment.Status.PENDING)

    def number_on(self, article):
        """How many of these stand under `article`, as one value inside another query."""
        rows = self.filter(article=article).order_by().values("article").annotate(number=Count("pk"))
        return Subquery(rows.values("number"))

    def thread_heads(self, article):
        """Top-level comments that the page of `article` lists: visible, or with a visible reply under them; newest
        first."""
        # Narrowed to the story inside as well, else the database builds the set of all visible comments for each page.
        visible = Comment.objects.visible().filter(article=article)
        answered = visible.filter(thread__isnull=False).values("thread")
        heads = self.filter(Q(pk__in=visible.values("pk")) | Q(pk__in=answered), article=article, parent__isnull=True)
        return heads.order_by("-submitted_at", "-pk")


# The moderators' list: pending before decided; of the pending the longest waiting on top, of the decided the newest.
WAITING_ORDER = (
    models.Case(models.When(status="pending", then=0), default=1).asc(),
    models.Case(models.When(status="pending", then=F("submitted_at"))).asc(nulls_last=True),
    "-submitted_at",
    "-pk",
)


class Comment(models.Model):
    """A comment in every status. `comments.moderation` alone writes it; readers get `shown_version` or nothing."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Pending")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")
        SPAM = "spam", _("Spam")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    article = models.ForeignKey(Article, models.PROTECT, related_name="comments", verbose_name=_("story"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("reply to")
    )
    # The top-level comment that this one stands under; null for a top-level comment itself.
    thread = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="thread_replies")
    commenter = models.ForeignKey(Commenter, models.SET_NULL, null=True, related_name="comments")
    # Set when the newsroom itself answers.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("staff")
    )
    network_digest = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001 - null is "forgotten"
    name = models.CharField(_("name"), max_length=100)
    # The colour of the square with the initials: by chance, so that it tells nothing of who wrote.
    tint = models.PositiveSmallIntegerField(default=random_tint, editable=False)
    website = models.URLField(_("website"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=15)
    # “Tell me when my comment is approved or answered.”
    wants_notice = models.BooleanField(_("wants to be told"), default=False, editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PENDING)
    shown_version = models.ForeignKey("CommentVersion", models.PROTECT, null=True, editable=False, related_name="+")
    # What screening made of the latest text, for sorting and grouping what waits: how many rules hold against it, with
    # `URGENT` for those that are; the text and the name in the form in which they are compared. Null where not known.
    flags = models.PositiveSmallIntegerField(_("flags"), default=0, editable=False)
    text_digest = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001
    name_key = models.CharField(max_length=200, null=True, editable=False)  # noqa: DJ001
    # From how many networks readers have reported it since it was last approved, those included that are forgotten.
    reporters = models.PositiveSmallIntegerField(_("reports"), default=0, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), default=timezone.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [("moderate_comment", "Can approve, reject and reopen comments")]
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_version__isnull=True) | Q(status__in=["approved", "pending"]),
                name="hidden_unless_approved_or_pending_again",
            ),
        ]
        indexes = [
            # The threads of a story page.
            models.Index(
                fields=["article", "-submitted_at", "-id"], name="thread_heads", condition=Q(parent__isnull=True)
            ),
            # The feed of comments.
            models.Index(
                fields=["-submitted_at", "-id"], name="newest_shown", condition=Q(shown_version__isnull=False)
            ),
            # The moderators' queue.
            models.Index(fields=["submitted_at", "id"], name="waiting", condition=Q(status="pending")),
            models.Index(
                fields=["-flags", "submitted_at", "id"], name="waiting_by_flags", condition=Q(status="pending")
            ),
            models.Index(
                fields=["article", "submitted_at", "id"], name="waiting_by_story", condition=Q(status="pending")
            ),
            models.Index(
                fields=["-reporters", "submitted_at", "id"], name="waiting_by_reports", condition=Q(status="pending")
            ),
            # Those that wait and are alike, without the many of the kind that were decided before.
            models.Index(
                fields=["text_digest", "submitted_at", "id"], name="waiting_by_text", condition=Q(status="pending")
            ),
            models.Index(
                fields=["network_digest", "submitted_at", "id"],
                name="waiting_by_network",
                condition=Q(status="pending"),
            ),
            models.Index(
                fields=["commenter", "submitted_at", "id"], name="waiting_by_commenter", condition=Q(status="pending")
            ),
            models.Index(fields=["text_digest", "submitted_at", "id"], name="by_text"),
            # Whether a name is that of somebody whose comments readers know.
            models.Index(fields=["name_key", "commenter"], name="known_names", condition=Q(status="approved")),
            # The flood guard's two counts.
            models.Index(fields=["network_digest", "submitted_at"], name="by_network"),
            models.Index(fields=["commenter", "submitted_at"], name="by_commenter"),
            # Whose networks are to be forgotten.
            models.Index(fields=["submitted_at"], name="networks_kept", condition=Q(network_digest__isnull=False)),
        ]

    def __str__(self):
        return f"{self.name}: {to_plain(self.text)[:60]}"

    def get_absolute_url(self):
        return reverse("comments:permalink", kwargs=story_kwargs(self.article) | {"pk": self.pk})

    @property
    def is_by_newsroom(self):
        return self.user_id is not None

    @property
    def is_urgent(self):
        return self.flags >= URGENT

    @property
    def number_of_flags(self):
        return self.flags % URGENT

    @property
    def initials(self):
        return names.initials(self.name)


def story_kwargs(article):
    """The parts of a story's address, for the addresses that hang below it."""
    day = timezone.localtime(article.published_at, timezone.get_default_timezone())
    return {"year": day.year, "month": day.month, "day": day.day, "slug": article.slug}


class CommentVersion(models.Model):
    """One text of a comment; `Comment.text` is the latest.

    Where personal data was taken out, `original` is the text before, for the audit until `original_until`.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    original = models.TextField(null=True, editable=False)  # noqa: DJ001 - null is "never redacted, or forgotten"
    original_until = models.DateTimeField(null=True, editable=False)
    # It was reported and approved all the same: further reports of this text hide nothing.
    is_immune = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        get_latest_by = "number"
        constraints = [models.UniqueConstraint(fields=["comment", "number"], name="one_text_a_number")]
        indexes = [
            models.Index(fields=["original_until"], name="originals_kept", condition=Q(original_until__isnull=False)),
        ]

    def __str__(self):
        return f"{self.comment_id} v{self.number}"

    def original_for_audit(self, now=None):
        """The text before personal data was taken out, as long as moderators may look at it; else None."""
        is_kept = self.original_until is not None and self.original_until > (now or timezone.now())
        return self.original if is_kept else None


class CommentLink(models.Model):
    """An address in a comment's latest text, or its website, as it is compared: see `screening.links`."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="links")
    address = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "comment"], name="one_row_a_link")]

    def __str__(self):
        return self.address


class Claim(models.Model):
    """Who has a comment before them, so that two moderators keep off each other's. It forbids nothing and expires."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="claim")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.comment_id}: {self.by_id}"
