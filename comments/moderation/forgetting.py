"""What is kept for a while, and then forgotten without anybody's decision."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from comments import outbox
from comments.models import Comment, CommentVersion, Report

ORIGINALS_KEPT = NETWORKS_KEPT = timedelta(days=30)
# So many networks are forgotten after a decision: no moderator waits for what has piled up.
A_TIME = 1000


class Forgotten(NamedTuple):
    """How many texts before redactions, digests of networks, and mails that were sent or given up."""

    originals: int
    networks: int
    mails: int


def forget(now=None):
    """Forget all whose time is over; returns what was `Forgotten`. Not to be called in a transaction."""
    now, networks = now or timezone.now(), 0
    while number := _forget_networks(now):
        networks += number
    return Forgotten(forget_originals(now), networks, outbox.prune(now))


def forget_some(now):
    """The same, but of the networks `A_TIME` at most."""
    forget_originals(now)
    _forget_networks(now)
    outbox.prune(now)


def forget_originals(now):
    """Forget the texts before redactions whose time is over; returns how many."""
    over = CommentVersion.objects.filter(original_until__lte=now)
    return over.update(original=None, original_until=None)


def _forget_networks(now):
    """From which network came what was sent `NETWORKS_KEPT` ago, comments and reports; returns how many rows it was."""
    number = 0
    for model in (Comment, Report):
        over = model.objects.filter(submitted_at__lte=now - NETWORKS_KEPT, network_digest__isnull=False)
        if over.exists():
            with transaction.atomic():
                # What a verb holds is left to the next time.
                held = over.select_for_update(no_key=True, skip_locked=True).order_by("submitted_at")
                pks = list(held.values_list("pk", flat=True)[:A_TIME])
                number += model.objects.filter(pk__in=pks).update(network_digest=None)
    return number
