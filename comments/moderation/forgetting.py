"""What is kept for a while, and then forgotten without anybody's decision."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, CommentVersion, Report

ORIGINALS_KEPT = NETWORKS_KEPT = timedelta(days=30)
# So many rows are held at a time, each for a moment.
A_TIME = 1000


class Forgotten(NamedTuple):
    """How many texts before redactions, and how many digests of networks."""

    originals: int
    networks: int


def forget(now=None):
    """Forget all whose time is over; returns what was `Forgotten`."""
    now = now or timezone.now()
    return Forgotten(forget_originals(now), forget_networks(now))


def forget_originals(now):
    """Forget the texts before redactions whose time is over; returns how many."""
    over = CommentVersion.objects.filter(original_until__lte=now)
    return over.update(original=None, original_until=None)


def forget_networks(now):
    """Forget from which network came what was sent `NETWORKS_KEPT` ago, comments and reports; returns of how many."""
    return sum(_forget_networks_of(model, now - NETWORKS_KEPT) for model in (Comment, Report))


def _forget_networks_of(model, before):
    number = 0
    over = model.objects.filter(submitted_at__lte=before, network_digest__isnull=False).order_by("submitted_at")
    while True:
        with transaction.atomic():
            # What a verb holds is left to the next time: nobody waits for anybody.
            held = over.select_for_update(no_key=True, skip_locked=True)
            pks = list(held.values_list("pk", flat=True)[:A_TIME])
            model.objects.filter(pk__in=pks).update(network_digest=None)
        number += len(pks)
        if len(pks) < A_TIME:
            return number
