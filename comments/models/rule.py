from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from comments.models.comment import Comment, Commenter, CommentVersion
from comments.models.decision import Decision


class RuleQuerySet(models.QuerySet):
    def in_force(self, now=None):
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now or timezone.now()))


class Rule(models.Model):
    """What moderators want to be told of, or decided for them: words, links, senders. `comments.screening` reads it."""

    class Kind(models.TextChoices):
        WORDS = "words", _("Words or a phrase")
        DOMAIN = "domain", _("Domain of a link")
        EMAIL = "email", _("E-mail address")
        EMAIL_DOMAIN = "email_domain", _("Domain of an e-mail address")
        NETWORK = "network", _("Network (CIDR)")

    class Action(models.TextChoices):
        FLAG = "flag", _("Flag for the moderators")
        URGENT = "urgent", _("Urgent: before everything that is only flagged")
        REJECT = "reject", _("Reject")
        SPAM = "spam", _("Mark as spam")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.WORDS)
    # Empty for an e-mail address: that stands in the one table for addresses, as `commenter`.
    pattern = models.CharField(_("pattern"), max_length=200, blank=True)
    commenter = models.ForeignKey(Commenter, models.SET_NULL, null=True, editable=False, related_name="+")
    action = models.CharField(_("action"), max_length=20, choices=Action, default=Action.FLAG)
    reason = models.CharField(_("reason"), max_length=20, choices=Decision.Reason, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    objects = RuleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pattern", "pk"]
        verbose_name = _("screening rule")
        verbose_name_plural = _("screening rules")

    def __str__(self):
        return self.subject

    @property
    def subject(self):
        """What it looks for, as moderators see it: of an address only whose it is."""
        if self.kind != self.Kind.EMAIL:
            return self.pattern
        if self.commenter_id is None:
            return gettext("address of a commenter who was erased")
        return gettext("address of commenter #%(number)d") % {"number": self.commenter_id}


class RuleMatch(models.Model):
    """One rule that fired on one text of a comment, and where.

    `code` is one of the built-in rules of `screening`, the kind of a `Rule`, or `screen` for one of `COMMENT_SCREENS`;
    `label` says which one, as it was then. `places` is a list of [field, start, end], in characters of that version's
    text, of the name or of the website.
    """

    class Action(models.TextChoices):
        NOTE = "note", _("Note")
        FLAG = "flag", _("Flag")
        URGENT = "urgent", _("Urgent")
        REJECT = "reject", _("Reject")
        SPAM = "spam", _("Spam")

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="matches")
    version = models.ForeignKey(CommentVersion, models.CASCADE, related_name="matches")
    rule = models.ForeignKey(Rule, models.SET_NULL, null=True, related_name="matches")
    code = models.CharField(max_length=30)
    label = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=20, choices=Action)
    places = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("rule that fired")
        verbose_name_plural = _("rules that fired")

    def __str__(self):
        return f"{self.code}: {self.label}" if self.label else self.code

    @property
    def sentence(self):
        """What a moderator reads: which rule fired, in a few words."""
        label = self.label
        if self.code == "links":
            number = int(label or 0)
            return ngettext("%(number)d link", "%(number)d links", number) % {"number": number}
        if self.code == "repeated":
            number = int(label or 0)
            return ngettext(
                "The same text stands in %(number)d other comment",
                "The same text stands in %(number)d other comments",
                number,
            ) % {"number": number}
        if self.code == "known_address" and self.action == self.Action.FLAG:
            return gettext("Address of a known commenter, under another name, not confirmed")
        if self.code == "screen":
            path, _space, what = label.partition(" ")
            what, _space, kind = what.partition(" ")
            return str(SCREENS.get(what, SCREENS[""])) % {"path": path, "kind": kind}
        # Isolated: a network or a pattern with a * keeps its order in an Arabic sentence, and an Arabic one in an English.
        return str(SENTENCES.get(self.code, self.code)) % {"label": f"\u2068{label}\u2069"}


# For each code that says the same whatever was found; `label` is the rule's pattern, or the byline.
SENTENCES = {
    "honeypot": _("The field that only machines see was filled in"),
    "first_time": _("First comment from this address"),
    "known_name": _("The name of a known commenter, from another address"),
    "known_address": _("Address of a known commenter, not confirmed"),
    "like_known": _("Like a known commenter, not confirmed"),
    "confirmed": _("Confirmed address"),
    "author_name": _("The name of one of our staff: %(label)s"),
    "role_name": _("A name that claims a place in the newsroom: %(label)s"),
    Rule.Kind.WORDS: _("Words: %(label)s"),
    Rule.Kind.DOMAIN: _("Domain: %(label)s"),
    Rule.Kind.EMAIL: _("Address of commenter %(label)s"),
    Rule.Kind.EMAIL_DOMAIN: _("Address at %(label)s"),
    Rule.Kind.NETWORK: _("Sent from %(label)s"),
}
# For the screens of COMMENT_SCREENS: what one had to say, or what became of it; `screens` writes the words.
SCREENS = {
    "": _("Screen %(path)s"),
    "slow": _("Screen %(path)s did not answer in time"),
    "busy": _("Screen %(path)s was not asked: too many earlier calls hang"),
    "raised": _("Screen %(path)s ended in an error (%(kind)s)"),
    "answered": _("Screen %(path)s gave an answer that cannot be used (%(kind)s)"),
}
