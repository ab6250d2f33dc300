"""Who has which comment before them. A claim keeps two moderators off one comment; it forbids nothing and expires."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import moderation
from comments.models import Claim

GOOD_FOR = timedelta(minutes=2)


def take(comment, by, now=None):
    """Claim `comment` for `by`, unless somebody else has it; returns the claim that stands, or None.

    Whoever claims a comment lets go of any other. What is decided is not claimed.
    """
    now = now or timezone.now()
    over = Q(at__lte=now - GOOD_FOR)
    Claim.objects.filter(Q(by=by) | over).exclude(comment=comment).delete()
    if comment.status != comment.Status.PENDING:
        return None
    if not Claim.objects.filter(Q(by=by) | over, comment=comment).update(by=by, at=now):
        Claim.objects.bulk_create([Claim(comment=comment, by=by, at=now)], ignore_conflicts=True)
    return Claim.objects.filter(comment=comment).select_related("by").first()


def let_go(comment_ids):
    Claim.objects.filter(comment__in=comment_ids).delete()


def is_of_another(claim, by, now=None):
    """Whether `claim` (or None) stands, and is not that of `by`."""
    return claim is not None and claim.by_id != by.pk and claim.at > (now or timezone.now()) - GOOD_FOR


def sentence(claim, now=None):
    who = moderation.name_of(claim.by)
    return _("Claimed by %(who)s %(ago)s") % {
        "who": f"\u2068{who}\u2069",
        "ago": moderation.ago((now or timezone.now()) - claim.at),
    }


def unclaimed(comments, by, now=None):
    """Those of `comments` that nobody but `by` has before them."""
    fresh = Claim.objects.filter(comment=OuterRef("pk"), at__gt=(now or timezone.now()) - GOOD_FOR).exclude(by=by)
    return comments.filter(~Exists(fresh))
