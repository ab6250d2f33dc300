"""The numbers of `comments.statistics` as pages show them, kept for a while in Django's cache: numbers and moments alone,
so that what is kept is nobody's and of no language.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.cache import cache
from django.utils import timezone

from comments import statistics
from comments.models import Comment, Decision

DAYS = 30
DESK_SECONDS = 60
WAIT_SECONDS = 10 * 60
MONTHS_SECONDS = 24 * 3600
# Of fewer decisions nothing is said about how long one takes.
ENOUGH = 20
# Part of each key. To be raised when what is kept gets another shape.
SHAPE = 1


class Desk(NamedTuple):
    """What the desk shows of the last `DAYS` days, as counted at `at`; `received` are the comments of all of them."""

    at: datetime
    received: int
    wait: statistics.Wait
    days: list
    rules: list
    persons: statistics.Overturned
    by_rules: statistics.Overturned

    @property
    def is_empty(self):
        return not (self.received or self.wait.number or self.persons.decisions or self.by_rules.decisions)


def desk() -> Desk:
    """The figures of the last `DAYS` days, at most `DESK_SECONDS` old."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    return cache.get_or_set(f"comments.desk.{SHAPE}.{today}", _desk, DESK_SECONDS)


def _desk():
    now = timezone.now()
    days = statistics.last_days(now, DAYS)
    start = statistics.day_start(days[0])
    counted = statistics.per_day(days)
    overturned = statistics.overturned(start, now)
    return Desk(
        at=now,
        received=sum(day.received for day in counted),
        wait=statistics.median_wait(start, now),
        days=counted,
        rules=statistics.per_rule(start, now),
        persons=overturned["persons"],
        by_rules=overturned["rules"],
    )


def months() -> list[statistics.Month]:
    """`statistics.per_month` as of the last midnight. Counted once a day, and again when something was stored since that
    is dated before it, as comments of another system are."""
    midnight = statistics.day_start(timezone.localdate(timezone=timezone.get_default_timezone()))
    comments = Comment.objects.filter(submitted_at__lt=midnight).order_by("-pk").values_list("pk", flat=True)
    decisions = Decision.objects.filter(at__lt=midnight).order_by("-pk").values_list("pk", flat=True)
    key = f"comments.months.{SHAPE}.{midnight.timestamp():.0f}.{comments.first()}.{decisions.first()}"
    return cache.get_or_set(key, lambda: statistics.per_month(midnight), MONTHS_SECONDS)


def usual_wait() -> int | None:
    """The median time to a decision in seconds, as of at most `WAIT_SECONDS` ago; None where there were too few."""
    now = timezone.now()
    key, days = f"comments.wait.{SHAPE}", timedelta(days=DAYS)
    wait = cache.get_or_set(key, lambda: statistics.median_wait(now - days, now), WAIT_SECONDS)
    return wait.seconds if wait.number >= ENOUGH else None
