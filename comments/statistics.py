"""What the moderation measures of itself, counted by the database. Nothing here is kept; see `comments.figures`.

Days and months are those of `TIME_ZONE`. Whatever the newsroom itself wrote is left out: nobody decides on it. A decision
that only took personal data out, or by which reports hid what waits, moves no comment and counts nowhere.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import NamedTuple

from django.db.models import Case, Count, Exists, F, Func, IntegerField, Min, OuterRef, Q, Subquery, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from comments.models import Comment, Decision, Rule, RuleMatch

Status = Comment.Status
VERDICTS = (Status.APPROVED, Status.REJECTED, Status.SPAM)
# Codes whose label says which rule it was; the label of the others says what they found, or nothing.
LABELLED = (*Rule.Kind.values, "screen")
MONTHS = 12
MOVES = ~Q(to_status=F("from_status"))
BY_A_PERSON = Q(by__isnull=False)
# What a comment's writer or readers do is kept without a person as well, and leads to no verdict.
OF_READERS = Q(by__isnull=True) & ~Q(rule="") & ~Q(to_status__in=VERDICTS)
BY_A_RULE = Q(by__isnull=True, to_status__in=VERDICTS) & ~Q(rule="")
OF_THE_NEWSROOM = Q(from_status="", by__isnull=False)
# A person takes a verdict back, or puts another in its place; a comment that its writer withdrew is not one of these.
OVERTURNS = MOVES & BY_A_PERSON & Q(from_status__in=VERDICTS) & ~Q(to_status=Status.WITHDRAWN)
# A verdict on what waits: where an appeal or a report put it there, it may be another than the one before.
ANEW = BY_A_PERSON & Q(from_status=Status.PENDING, to_status__in=VERDICTS)
APPEALS = Q(by__isnull=True, rule="appeal", to_status=Status.PENDING)


# A verdict that its maker takes back within this time was a slip of the hand: it is no verdict, and none was overturned.
SLIP_SECONDS = 10 * 60


# Of so many waits at most a median is taken, the newest: it tells no less, and costs the same however many there are.
MOST_WAITS = 5000


class Wait(NamedTuple):
    """The median of so many waits, in seconds; None of none."""

    seconds: int | None
    number: int


class Day(NamedTuple):
    """`received`: the comments that readers sent on this day. `approved`, `rejected`, `spam`: the decisions of this day
    that said so and still stand; what was undone since is left out, and the undoing. `by_rules`: those of them that a rule
    made without a person."""

    day: date
    received: int
    approved: int
    rejected: int
    spam: int
    by_rules: int

    @property
    def decided(self):
        return self.approved + self.rejected + self.spam


class RuleFigures(NamedTuple):
    """`fired`: the comments of the span on which the rule fired, each once, whatever followed from it. The rest: what those
    comments are now. `code` and `label` as in `RuleMatch`, `label` empty where it is not the rule's."""

    code: str
    label: str
    fired: int
    approved: int
    rejected: int
    spam: int
    waiting: int


class Overturned(NamedTuple):
    """`decisions`: those of the span that approved, rejected or marked as spam, undoings left out. `overturned`: those of
    them that a person undid or replaced by another since, on the same text. Slips (`SLIP_SECONDS`) are in neither."""

    overturned: int
    decisions: int


class Month(NamedTuple):
    """The comments that readers sent in the month that begins on `first`, each counted once, by the last decision on it.

    `reasons`: the rejected by reason, "" for none. `waiting`: those without a decision, or reopened. `by_rule`: those whose
    last decision a rule made without a person. `overturned`: those of which a person ever undid or replaced a verdict that
    was no slip.
    `seconds`: the median time from sending to the first decision by a person, None where there was none.
    """

    first: date
    received: int
    approved: int
    rejected: int
    spam: int
    withdrawn: int
    reasons: dict
    by_rule: int
    overturned: int
    seconds: int | None

    @property
    def waiting(self):
        return self.received - self.approved - self.rejected - self.spam - self.withdrawn


class SecondsBetween(Func):
    """Whole seconds from the first moment to the second. Subtracted by Django, SQLite would call Python for each row."""

    output_field = IntegerField()

    def as_sqlite(self, compiler, connection, **context):
        (start, before), (end, after) = map(compiler.compile, self.get_source_expressions())
        return f"CAST(ROUND((julianday({end}) - julianday({start})) * 86400) AS INTEGER)", (*after, *before)

    def as_postgresql(self, compiler, connection, **context):
        (start, before), (end, after) = map(compiler.compile, self.get_source_expressions())
        return f"CAST(ROUND(EXTRACT(EPOCH FROM {end} - {start})) AS BIGINT)", (*after, *before)


def day_start(day: date) -> datetime:
    """The first moment of a day in `TIME_ZONE`, also where its clocks skip midnight."""
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def last_days(now: datetime, number: int) -> list[date]:
    """`number` days, the last of them the one on which `now` falls."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    return [today - timedelta(days=ago) for ago in reversed(range(number))]


def waiting() -> tuple[int, datetime | None]:
    """How many comments wait for a decision now, and since when the one that has waited longest: what was reopened,
    reported, changed or appealed since then and not since it was sent. A slip and its undoing change nothing."""
    rows = Comment.objects.pending()
    again = Decision.objects.filter(MOVES, to_status=Status.PENDING, comment=OuterRef("pk"))
    again = _but_for_slips_taken_back(again).order_by("-pk").values("at")
    # In the order of the index to the first that waits since it was sent; only those before it can have waited longer.
    first = rows.filter(~Exists(again)).order_by("submitted_at", "pk").values_list("submitted_at", flat=True).first()
    earlier = rows if first is None else rows.filter(submitted_at__lt=first)
    since = earlier.aggregate(since=Min(Subquery(again[:1])))["since"]
    return rows.count(), min(filter(None, (first, since)), default=None)


def median_wait(start: datetime, end: datetime) -> Wait:
    """The median time from sending to the first decision by a person, of the first decisions made from `start` until `end`:
    the newest `MOST_WAITS` of them."""
    newest = _first_by_a_person(Decision.objects.filter(at__gte=start, at__lt=end)).order_by("-at")[:MOST_WAITS]
    rows = newest.annotate(seconds=SecondsBetween("comment__submitted_at", "at")).values_list("seconds", flat=True)
    waits = sorted(rows)
    return Wait(int(median(waits)), len(waits)) if waits else Wait(None, 0)


def per_day(days: Sequence[date]) -> list[Day]:
    """One `Day` for each of `days`, which follow on each other."""
    bounds = [day_start(day) for day in (*days, days[-1] + timedelta(days=1))]
    received = _number_by_span(_from_readers(bounds), bounds, "submitted_at")
    decided = Decision.objects.filter(
        ~OF_THE_NEWSROOM, MOVES, to_status__in=VERDICTS, at__gte=bounds[0], at__lt=bounds[-1]
    ).filter(undoes__isnull=True, undone_by__isnull=True)
    decided = decided.annotate(span=_span("at", bounds)).values("span", "to_status").order_by()
    numbers = defaultdict(int)
    for row in decided.annotate(number=Count("pk"), by_rules=Count("pk", filter=BY_A_RULE)):
        numbers[row["span"], row["to_status"]] = row["number"]
        numbers[row["span"], "by_rules"] += row["by_rules"]
    return [
        Day(day, received.get(span, 0), *(numbers[span, name] for name in (*VERDICTS, "by_rules")))
        for span, day in enumerate(days)
    ]


def per_rule(start: datetime, end: datetime) -> list[RuleFigures]:
    """Every rule that fired on a comment that was sent from `start` until `end`, the most frequent first."""
    rows = RuleMatch.objects.filter(comment__submitted_at__gte=start, comment__submitted_at__lt=end)
    rows = rows.annotate(whose=Case(When(code__in=LABELLED, then=F("label")), default=Value("")))
    numbers = defaultdict(lambda: defaultdict(int))
    rows = rows.values("code", "whose", "comment__status").order_by()
    for row in rows.annotate(number=Count("comment", distinct=True)):
        numbers[row["code"], row["whose"]][row["comment__status"]] = row["number"]
    found = [
        RuleFigures(*rule, sum(by_status.values()), *(by_status[status] for status in (*VERDICTS, Status.PENDING)))
        for rule, by_status in numbers.items()
    ]
    return sorted(found, key=lambda rule: (-rule.fired, rule.code, rule.label))


def overturned(start: datetime, end: datetime) -> dict[str, Overturned]:
    """Of the decisions made from `start` until `end`, for those of `persons` and those of `rules`."""
    is_other = OVERTURNS & Q(from_status=OuterRef("to_status")) | ANEW & ~Q(to_status=OuterRef("to_status"))
    later = _without_slips(Decision.objects.filter(is_other, comment=OuterRef("comment"), pk__gt=OuterRef("pk")))
    later = later.filter(version=OuterRef("version"))
    rows = Decision.objects.filter(~OF_THE_NEWSROOM, MOVES, to_status__in=VERDICTS, undoes__isnull=True)
    rows = _without_slips(rows).filter(at__gte=start, at__lt=end).annotate(is_overturned=Exists(later))
    was_overturned = Q(is_overturned=True)
    numbers = rows.aggregate(
        persons=Count("pk", filter=BY_A_PERSON),
        persons_overturned=Count("pk", filter=BY_A_PERSON & was_overturned),
        rules=Count("pk", filter=BY_A_RULE),
        rules_overturned=Count("pk", filter=BY_A_RULE & was_overturned),
    )
    return {name: Overturned(numbers[f"{name}_overturned"], numbers[name]) for name in ("persons", "rules")}


def months_before(midnight: datetime) -> list[date]:
    """The first days of `MONTHS` calendar months, the last of them the one in which the day before `midnight` lies."""
    last = timezone.localdate(midnight - timedelta(seconds=1), timezone.get_default_timezone())
    number = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(number - MONTHS + 1, number + 1)]


def per_month(midnight: datetime) -> list[Month]:
    """The months of `months_before` in which readers sent comments, the newest first, as things stood at `midnight`.

    Decisions made since do not count, so that asked again for the same midnight it says the same.
    """
    firsts = months_before(midnight)
    bounds = [*map(day_start, firsts), midnight]
    received = _number_by_span(_from_readers(bounds), bounds, "submitted_at")
    moves = Decision.objects.filter(MOVES, at__lt=midnight)
    of_these = moves.filter(
        comment__submitted_at__gte=bounds[0], comment__submitted_at__lt=midnight, comment__user__isnull=True
    ).annotate(span=_span("comment__submitted_at", bounds))
    numbers, reasons = defaultdict(int), defaultdict(dict)
    last = of_these.filter(~Exists(moves.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"))))
    last = last.values("span", "to_status", "reason").order_by()
    for row in last.annotate(number=Count("pk"), by_rule=Count("pk", filter=BY_A_RULE)):
        numbers[row["span"], row["to_status"]] += row["number"]
        numbers[row["span"], "by_rule"] += row["by_rule"]
        if row["to_status"] == Status.REJECTED:
            reasons[row["span"]][row["reason"]] = row["number"]
    earlier = _without_slips(Decision.objects.filter(MOVES, comment=OuterRef("comment"), version=OuterRef("version")))
    other = earlier.filter(pk__lt=OuterRef("pk"), to_status__in=VERDICTS).exclude(to_status=OuterRef("to_status"))
    changed = _without_slips(_but_for_slips_taken_back(of_these)).filter(OVERTURNS | ANEW & Exists(other))
    changed = changed.values("span").order_by()
    changed = dict(changed.annotate(number=Count("comment", distinct=True)).values_list("span", "number"))
    waits = _medians(_first_by_a_person(of_these))
    return [
        Month(
            first,
            received[span],
            *(numbers[span, status] for status in (*VERDICTS, Status.WITHDRAWN)),
            reasons[span],
            numbers[span, "by_rule"],
            changed.get(span, 0),
            waits.get(span, Wait(None, 0)).seconds,
        )
        for span, first in reversed(list(enumerate(firsts)))
        if span in received
    ]


def _from_readers(bounds):
    return Comment.objects.filter(user__isnull=True, submitted_at__gte=bounds[0], submitted_at__lt=bounds[-1])


def _span(field, bounds, first=0):
    """In which of the spans between `bounds` a moment lies, by its number. By a few comparisons, each halving them, that a
    database makes itself and in UTC: for `TruncDate` SQLite calls Python for each row."""
    if len(bounds) == 2:
        return Value(first)
    middle = len(bounds) // 2
    earlier, later = _span(field, bounds[: middle + 1], first), _span(field, bounds[middle:], first + middle)
    return Case(When(**{f"{field}__lt": bounds[middle]}, then=earlier), default=later, output_field=IntegerField())


def _number_by_span(rows, bounds, field):
    counted = rows.annotate(span=_span(field, bounds)).values("span").order_by().annotate(number=Count("pk"))
    return dict(counted.values_list("span", "number"))


def _first_by_a_person(rows):
    """Those of `rows`, decisions, before which no person had decided on the comment, but for slips and their undoing.
    How long its writer took to appeal against a rule tells nothing of how long the moderators take, so what was appealed
    against has no such decision."""
    meant = _without_slips(Decision.objects.filter(MOVES, BY_A_PERSON | APPEALS, undoes__isnull=True))
    earlier = meant.filter(comment=OuterRef("comment"), pk__lt=OuterRef("pk"))
    return _without_slips(rows.filter(MOVES, BY_A_PERSON, ~OF_THE_NEWSROOM, undoes__isnull=True)).filter(
        ~Exists(earlier)
    )


def _without_slips(rows):
    """Those of `rows`, decisions, that whoever made them did not take back at once."""
    back = Decision.objects.annotate(seconds=SecondsBetween("undoes__at", "at"))
    return rows.filter(~Exists(back.filter(undoes=OuterRef("pk"), by=OuterRef("by"), seconds__lte=SLIP_SECONDS)))


def _but_for_slips_taken_back(rows):
    """`rows`, decisions, without those by which somebody takes a slip of their own back."""
    return rows.annotate(since=SecondsBetween("undoes__at", "at")).filter(
        ~Q(undoes__by=F("by"), since__lte=SLIP_SECONDS)
    )


def _medians(rows):
    """{span: Wait} of first decisions that are annotated with their `span`: the middle wait, or the mean of the middle two."""
    among = {"partition_by": [F("span")]}
    rows = rows.annotate(seconds=SecondsBetween("comment__submitted_at", "at"))
    rows = rows.annotate(place=Window(RowNumber(), order_by="seconds", **among), number=Window(Count("pk"), **among))
    middle = rows.filter(place__gte=(F("number") + 1) / 2, place__lte=(F("number") + 2) / 2)
    found = defaultdict(list)
    for span, seconds, number in middle.order_by().values_list("span", "seconds", "number"):
        found[span, number].append(seconds)
    return {span: Wait(sum(both) // len(both), number) for (span, number), both in found.items()}
