"""What the moderation counts of itself: each number by its sentence, at the edges of days and months."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import moderation, statistics
from comments.models import Comment, Decision, Rule, RuleMatch
from tests.conftest import NOON
from tests.factories import make_comment, make_publication, make_story, make_submission, make_user

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
ALWAYS = (LONG_AGO, datetime(2030, 1, 1, tzinfo=UTC))


def ago(**span):
    return NOON - timedelta(**span)


@pytest.fixture
def story(settings):
    settings.COMMENT_GUARDS = False
    make_publication()
    return make_story(published_at=LONG_AGO, comments_never_close=True)


@pytest.fixture
def noura():
    return make_user("noura")


def sent(story, at=NOON, **fields):
    return moderation.submit(make_submission(story, **fields), now=at)


def decided(comment, by, verb="approve", after=timedelta(hours=1), **details):
    """The decision of `verb` on the comment, so long after it was sent."""
    comment.refresh_from_db()
    return moderation.VERBS[verb](comment, by, now=comment.submitted_at + after, **details)


def numbers(days):
    return [(day.received, day.approved, day.rejected, day.spam, day.by_rules) for day in days]


# --- Waiting


def test_nothing_waits_in_an_empty_newsroom():
    assert statistics.waiting() == (0, None)


def test_waiting_counts_what_is_pending_and_tells_since_when_the_oldest_is(story, noura):
    decided(sent(story, ago(days=9)), noura)
    sent(story, ago(days=2))
    sent(story, ago(days=3))
    assert statistics.waiting() == (2, ago(days=3))


# --- The median wait


def test_there_is_no_median_of_nothing(story):
    sent(story)
    assert statistics.median_wait(*ALWAYS) == (None, 0)


@pytest.mark.parametrize(("minutes", "median"), [([7], 7), ([1, 9], 5), ([60, 1, 2], 2), ([40, 10, 20, 1000], 30)])
def test_the_median_is_the_middle_wait_or_the_mean_of_the_middle_two(story, noura, minutes, median):
    for wait in minutes:
        decided(sent(story), noura, after=timedelta(minutes=wait))
    assert statistics.median_wait(*ALWAYS) == (median * 60, len(minutes))


def test_a_wait_ends_with_the_first_decision_by_a_person(story, noura):
    caught = sent(story, trap="x")
    decided(caught, noura, after=timedelta(minutes=10))
    decided(caught, noura, "reject", after=timedelta(days=5))
    assert statistics.median_wait(*ALWAYS) == (600, 1)


def test_what_the_newsroom_writes_and_what_the_system_decides_is_no_wait(story, noura):
    sent(story, user=noura, email="")
    decided(sent(story), None)
    sent(story, trap="x")
    assert statistics.median_wait(*ALWAYS) == (None, 0)


def test_taking_personal_data_out_is_no_decision(story, noura):
    comment = sent(story, text="Call 555 1234")
    moderation.redact(comment, noura, ["555 1234"], now=NOON + timedelta(minutes=1))
    decided(comment, noura, after=timedelta(minutes=3))
    assert statistics.median_wait(*ALWAYS) == (180, 1)


def test_the_span_of_the_median_is_that_of_the_decisions_its_end_left_out(story, noura):
    for at in (ago(days=40), ago(days=2), ago(hours=1)):
        decided(sent(story, at), noura)
    assert statistics.median_wait(ago(days=30), NOON).number == 1
    assert statistics.median_wait(ago(days=2) + timedelta(hours=1), NOON + timedelta(seconds=1)).number == 2


# --- Per day


def test_a_day_counts_what_came_and_what_was_decided_on_it(story, noura):
    days = statistics.last_days(NOON, 3)
    decided(sent(story, ago(days=2)), noura, after=timedelta(days=1))
    decided(sent(story, ago(days=1)), noura, "reject")
    decided(sent(story, ago(days=9)), noura, "mark_spam", after=timedelta(days=9))
    sent(story, trap="x")
    assert days == [date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)]
    assert numbers(statistics.per_day(days)) == [(1, 0, 0, 0, 0), (1, 1, 1, 0, 0), (1, 0, 0, 2, 1)]


def test_a_day_is_empty_without_comments():
    assert numbers(statistics.per_day(statistics.last_days(NOON, 2))) == [(0, 0, 0, 0, 0)] * 2


def test_a_day_leaves_out_what_was_undone_the_undoing_and_reopening(story, noura):
    undone = decided(sent(story), noura)
    moderation.undo(undone, noura, now=NOON + timedelta(hours=2))
    reopened = sent(story)
    decided(reopened, noura, "mark_spam")
    decided(reopened, noura, "reopen", after=timedelta(hours=2))
    [day] = statistics.per_day([date(2026, 11, 23)])
    assert (day.received, day.approved, day.spam, day.decided) == (2, 0, 1, 1)


def test_a_day_leaves_out_what_the_newsroom_wrote(story, noura):
    sent(story, user=noura, email="")
    assert numbers(statistics.per_day([date(2026, 11, 23)])) == [(0, 0, 0, 0, 0)]


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("UTC", datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC), 22),
        ("Asia/Kuwait", datetime(2026, 11, 22, 20, 59, 59, 999999, tzinfo=UTC), 22),
        ("Asia/Kuwait", datetime(2026, 11, 22, 21, 0, tzinfo=UTC), 23),
        ("America/New_York", datetime(2026, 11, 24, 4, 59, 59, tzinfo=UTC), 23),
    ],
)
def test_a_day_begins_and_ends_at_midnight_of_the_newsroom(story, noura, settings, zone, moment, day):
    settings.TIME_ZONE = zone
    decided(sent(story, moment), noura, after=timedelta())
    days = statistics.per_day([date(2026, 11, number) for number in (21, 22, 23, 24)])
    assert [one.day.day for one in days if one.received] == [one.day.day for one in days if one.approved] == [day]


def test_today_is_the_day_of_the_newsroom(settings):
    settings.TIME_ZONE = "Asia/Kuwait"
    assert statistics.last_days(datetime(2026, 11, 23, 21, 0, tzinfo=UTC), 1) == [date(2026, 11, 24)]


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        # Beirut's clocks skip the first hour of the day, Cairo's repeat the last.
        ("Asia/Beirut", date(2026, 3, 29), 23),
        ("Africa/Cairo", date(2026, 10, 29), 25),
    ],
)
def test_a_day_on_which_the_clocks_change_is_as_long_as_it_is(story, settings, zone, day, hours):
    settings.TIME_ZONE = zone
    start = statistics.day_start(day)
    for hour in range(-1, 27):
        sent(story, start.astimezone(UTC) + timedelta(hours=hour))
    [counted] = statistics.per_day([day])
    assert counted.received == hours


# --- Per rule


def fired(story, code, label="", at=NOON, **fields):
    comment = sent(story, at, **fields)
    RuleMatch.objects.filter(comment=comment).delete()
    RuleMatch.objects.create(comment=comment, version=comment.versions.get(), code=code, label=label, action="flag")
    return comment


def test_no_rule_fired_in_an_empty_newsroom():
    assert statistics.per_rule(*ALWAYS) == []


def test_a_rule_tells_on_how_many_comments_it_fired_and_what_these_are_now(story, noura):
    for verb in ("approve", "approve", "reject", "mark_spam", None):
        comment = fired(story, "words", "loan")
        if verb:
            decided(comment, noura, verb)
    fired(story, "words", "casino")
    assert statistics.per_rule(*ALWAYS) == [("words", "loan", 5, 2, 1, 1, 1), ("words", "casino", 1, 0, 0, 0, 1)]


def test_a_rule_that_fired_twice_on_a_comment_fired_on_one(story):
    comment = fired(story, "links", "2")
    RuleMatch.objects.create(comment=comment, version=comment.versions.get(), code="links", label="3", action="flag")
    assert statistics.per_rule(*ALWAYS) == [("links", "", 1, 0, 0, 0, 1)]


def test_a_rule_counts_the_comments_of_the_span_alone(story):
    fired(story, "links", at=ago(days=31))
    fired(story, "links", at=ago(days=29))
    [rule] = statistics.per_rule(ago(days=30), NOON)
    assert rule.fired == 1


# --- Overturned


def overturned(whose="persons"):
    return statistics.overturned(*ALWAYS)[whose]


def test_nothing_is_overturned_in_an_empty_newsroom():
    assert statistics.overturned(*ALWAYS) == {"persons": (0, 0), "rules": (0, 0)}


def test_a_decision_is_overturned_when_it_is_undone_reopened_or_replaced(story, noura):
    decided(sent(story), noura)
    moderation.undo(decided(sent(story), noura), noura)
    for verb in ("reopen", "reject"):
        comment = sent(story)
        decided(comment, noura)
        decided(comment, noura, verb, after=timedelta(hours=2))
    # The rejection at the end is a decision of its own, and stands.
    assert overturned() == (3, 5)


def test_a_decision_of_a_rule_is_overturned_by_a_person(story, noura):
    sent(story, trap="x")
    decided(sent(story, trap="x"), noura)
    assert statistics.overturned(*ALWAYS) == {"persons": (0, 1), "rules": (1, 2)}


def test_what_the_system_decides_later_overturns_nothing(story, noura):
    comment = sent(story)
    decided(comment, noura)
    decided(comment, None, "reject", after=timedelta(hours=2))
    assert overturned() == (0, 1)


def test_a_decision_on_another_text_overturns_nothing(story, noura):
    comment = sent(story)
    decided(comment, noura)
    comment.versions.create(number=2, text="Another text")
    decided(comment, noura, "reject", after=timedelta(hours=2))
    assert overturned() == (0, 2)


def test_a_decision_of_the_span_may_be_overturned_after_it(story, noura):
    comment = sent(story, ago(days=3))
    decided(comment, noura)
    decided(comment, noura, "reject", after=timedelta(days=2))
    assert statistics.overturned(ago(days=3), ago(days=2))["persons"] == (1, 1)


def test_deciding_the_same_again_after_reopening_overturns_the_first_alone(story, noura):
    comment = sent(story)
    for hours, verb in enumerate(("approve", "reopen", "approve")):
        decided(comment, noura, verb, after=timedelta(hours=hours))
    assert overturned() == (1, 2)


# --- Per month

MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)


def test_there_are_no_months_without_comments():
    assert statistics.per_month(MIDNIGHT) == []


def test_a_month_counts_each_comment_once_by_its_last_decision(story, noura):
    october = datetime(2026, 10, 31, 23, tzinfo=UTC)
    decided(sent(story, october), noura, after=timedelta(hours=2))
    changed = sent(story, october)
    decided(changed, noura, after=timedelta(hours=4))
    decided(changed, noura, "reject", after=timedelta(hours=5), reason="abuse")
    decided(sent(story, october), noura, "reject", after=timedelta(hours=3))
    sent(story, october, trap="x")
    sent(story, october)
    sent(story, datetime(2026, 11, 1, tzinfo=UTC))
    november, before = statistics.per_month(MIDNIGHT)
    assert (november.first, november.received, november.waiting, november.seconds) == (date(2026, 11, 1), 1, 1, None)
    assert (before.first, before.received, before.approved, before.rejected) == (date(2026, 10, 1), 5, 1, 2)
    assert (before.spam, before.withdrawn, before.waiting) == (1, 0, 1)
    assert (before.reasons, before.by_rule, before.overturned) == ({"abuse": 1, "": 1}, 1, 1)
    assert before.seconds == 3 * 3600


def test_a_reopened_comment_waits_again_and_its_verdict_was_overturned(story, noura):
    comment = sent(story, ago(days=3))
    decided(comment, noura)
    decided(comment, noura, "reopen", after=timedelta(hours=2))
    [month] = statistics.per_month(MIDNIGHT)
    assert (month.approved, month.waiting, month.overturned) == (0, 1, 1)


def test_a_rule_decides_alone_until_a_person_does(story, noura):
    sent(story, ago(days=3), trap="x")
    decided(sent(story, ago(days=3), trap="x"), noura)
    [month] = statistics.per_month(MIDNIGHT)
    assert (month.spam, month.approved, month.by_rule, month.overturned) == (1, 1, 1, 1)


def test_a_comment_that_its_writer_withdrew_is_withdrawn_and_not_overturned(story, noura):
    comment = sent(story, ago(days=3))
    decision = decided(comment, noura)
    Comment.objects.filter(pk=comment.pk).update(shown_version=None, status="withdrawn")
    Decision.objects.create(
        comment=comment,
        version=decision.version,
        from_status="approved",
        to_status="withdrawn",
        at=ago(days=2),
    )
    [month] = statistics.per_month(MIDNIGHT)
    assert (month.approved, month.withdrawn, month.waiting, month.overturned) == (0, 1, 0, 0)


def test_what_comes_or_is_decided_after_midnight_changes_no_month(story, noura):
    comment = sent(story, MIDNIGHT - timedelta(hours=1))
    before = statistics.per_month(MIDNIGHT)
    decided(comment, noura, after=timedelta(hours=1))
    sent(story, MIDNIGHT)
    assert statistics.per_month(MIDNIGHT) == before
    [after] = statistics.per_month(MIDNIGHT + timedelta(days=1))
    assert (after.received, after.approved) == (2, 1)


def test_the_newsrooms_own_comments_are_in_no_month(story, noura):
    sent(story, ago(days=3), user=noura, email="")
    assert statistics.per_month(MIDNIGHT) == []


def test_months_are_the_last_twelve_of_the_newsrooms_calendar(story, settings):
    settings.TIME_ZONE = "Asia/Kuwait"
    # Still October in UTC, the first of November in Kuwait.
    sent(story, datetime(2026, 10, 31, 21, tzinfo=UTC))
    sent(story, datetime(2025, 11, 30, 20, 59, 59, tzinfo=UTC))
    sent(story, datetime(2025, 11, 30, 21, tzinfo=UTC))
    firsts = [month.first for month in statistics.per_month(statistics.day_start(date(2026, 11, 23)))]
    assert firsts == [date(2026, 11, 1), date(2025, 12, 1)]


@pytest.mark.parametrize(
    ("midnight", "last"),
    [
        (date(2026, 11, 1), date(2026, 10, 1)),
        (date(2026, 11, 2), date(2026, 11, 1)),
        (date(2026, 1, 1), date(2025, 12, 1)),
    ],
)
def test_a_month_is_begun_when_one_day_of_it_is_over(midnight, last):
    months = statistics.months_before(statistics.day_start(midnight))
    assert (len(months), months[-1]) == (12, last)


@pytest.mark.parametrize("times", [1, 3])
def test_the_database_is_asked_the_same_few_questions_whatever_the_rows(story, noura, times):
    for _time in range(4 * times):
        decided(sent(story, ago(days=3)), noura)
        sent(story, ago(days=2), trap="x")
    asked = {
        "waiting": (3, lambda: statistics.waiting()),
        "median_wait": (1, lambda: statistics.median_wait(*ALWAYS)),
        "per_day": (2, lambda: statistics.per_day(statistics.last_days(NOON, 30))),
        "per_rule": (1, lambda: statistics.per_rule(*ALWAYS)),
        "overturned": (1, lambda: statistics.overturned(*ALWAYS)),
        "per_month": (4, lambda: statistics.per_month(MIDNIGHT)),
    }
    for name, (number, ask) in asked.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask()
        assert len(queries) == number, name


# --- Slips


def at(minutes):
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("minutes", "by_whom", "counted"),
    [(9, "noura", (0, 0)), (11, "noura", (1, 1)), (2, "yusuf", (1, 1))],
    ids=["taken back at once", "taken back later", "taken back by a colleague"],
)
def test_a_verdict_that_its_maker_takes_back_at_once_is_no_verdict(story, minutes, by_whom, counted):
    people = {name: make_user(name) for name in ("noura", "yusuf")}
    comment = sent(story, at(-30))
    slip = moderation.mark_spam(comment, people["noura"], now=at(0))
    moderation.undo(slip, people[by_whom], now=at(minutes))
    figures = statistics.overturned(at(-60), at(60))["persons"]
    assert (figures.overturned, figures.decisions) == counted
    [month] = statistics.per_month(at(24 * 60))
    assert month.overturned == counted[0]


def test_the_wait_ends_with_the_first_verdict_that_was_no_slip(story):
    noura = make_user("noura")
    comment = sent(story, at(-30))
    moderation.undo(moderation.mark_spam(comment, noura, now=at(0)), noura, now=at(1))
    assert statistics.median_wait(at(-60), at(60)) == statistics.Wait(None, 0)
    moderation.approve(Comment.objects.get(pk=comment.pk), noura, now=at(10))
    assert statistics.median_wait(at(-60), at(60)) == statistics.Wait(40 * 60, 1)


# --- What a comment's writer does


def appealed(comment, after=timedelta(hours=2)):
    return moderation.appeal(comment, "Why?", now=comment.submitted_at + after)


def test_a_rejection_that_another_moderator_replaces_on_appeal_is_overturned(story, noura):
    yusuf = make_user("yusuf")
    replaced, confirmed = sent(story, ago(days=3)), sent(story, ago(days=3))
    for comment, verb in ((replaced, "approve"), (confirmed, "reject")):
        decided(comment, noura, "reject")
        appealed(comment)
        decided(comment, yusuf, verb, after=timedelta(hours=3))
    assert overturned() == (1, 4)
    [month] = statistics.per_month(MIDNIGHT)
    assert (month.approved, month.rejected, month.overturned) == (1, 1, 1)


def test_what_is_decided_on_a_changed_text_overturns_nothing(story, noura):
    comment = sent(story, ago(days=3))
    decided(comment, noura, after=timedelta(minutes=1))
    moderation.revise(comment, "Another text.", now=comment.submitted_at + timedelta(minutes=2))
    decided(comment, noura, "reject", after=timedelta(minutes=3))
    assert overturned() == (0, 2)
    assert statistics.per_month(MIDNIGHT)[0].overturned == 0


def test_an_edit_a_withdrawal_an_appeal_and_an_erasure_are_no_decisions_of_rules(story, noura):
    edited, withdrawn, rejected, erased = (sent(story, ago(days=3)) for _number in range(4))
    soon = edited.submitted_at + timedelta(minutes=5)
    decided(edited, noura, after=timedelta(minutes=1))
    moderation.revise(edited, "Another text.", now=soon)
    moderation.withdraw(withdrawn, now=soon)
    decided(rejected, noura, "reject", after=timedelta(minutes=1))
    appealed(rejected)
    moderation.erase(erased.commenter, now=soon)
    assert numbers(statistics.per_day([soon.date()])) == [(4, 1, 1, 0, 0)]
    assert statistics.overturned(*ALWAYS) == {"persons": (0, 2), "rules": (0, 0)}
    [month] = statistics.per_month(MIDNIGHT)
    assert (month.withdrawn, month.waiting, month.by_rule, month.overturned) == (2, 2, 0, 0)


def test_how_long_a_writer_took_to_appeal_against_a_rule_is_no_wait(story, noura):
    Rule.objects.create(pattern="casino", action="reject")
    comment = sent(story, text="The casino was closed.")
    appealed(comment, after=timedelta(days=2))
    decided(comment, noura, after=timedelta(days=3))
    decided(sent(story), noura, after=timedelta(minutes=10))
    assert statistics.median_wait(*ALWAYS) == (600, 1)


def test_a_rule_for_the_word_that_an_act_is_called_by_is_a_rule_all_the_same(story):
    Rule.objects.create(pattern="writer", action="reject")
    comment = sent(story, text="The writer was there.")
    assert not comment.decisions.get().is_of_readers
    assert statistics.overturned(*ALWAYS)["rules"] == (0, 1)


# --- What readers' reports do


def reported(story, by, *, hosts=(1,)):
    comment = make_comment(story, status="approved", by=by)
    for host in hosts:
        moderation.report(comment, "abuse", network=f"203.0.113.{host}")
    return Comment.objects.get(pk=comment.pk)


def test_reports_that_put_a_comment_before_the_moderators_overturn_nothing_and_are_no_rule_of_screening():
    by = make_user()
    reported(make_story(), by, hosts=(1, 2, 3))
    tomorrow = timezone.now() + timedelta(days=1)
    found = statistics.overturned(ago(days=1), tomorrow)
    assert (found["persons"], found["rules"]) == ((0, 1), (0, 0))
    [month, *_earlier] = statistics.per_month(tomorrow)
    assert (month.by_rule, month.overturned, month.waiting, month.approved) == (0, 0, 1, 0)
    [day] = statistics.per_day([timezone.localdate(timezone=timezone.get_default_timezone())])
    assert (day.approved, day.by_rules) == (1, 0)


@pytest.mark.parametrize(("verb", "overturned"), [("reject", 1), ("mark_spam", 1), ("approve", 0)])
def test_a_rejection_after_reports_overturns_the_approval_and_another_approval_does_not(verb, overturned):
    by = make_user()
    moderation.VERBS[verb](reported(make_story(), by), by)
    tomorrow = timezone.now() + timedelta(days=1)
    assert statistics.overturned(ago(days=1), tomorrow)["persons"] == (overturned, 2)
    [month, *_earlier] = statistics.per_month(tomorrow)
    assert month.overturned == overturned


# --- What waits once more


def test_what_is_reported_today_waits_since_today(story, noura):
    old = sent(story, ago(days=60))
    decided(old, noura)
    moderation.report(old, "abuse", network="203.0.113.1", now=ago(hours=3))
    assert statistics.waiting() == (1, ago(hours=3))
    sent(story, ago(hours=2))
    assert statistics.waiting() == (2, ago(hours=3))
    sent(story, ago(days=1))
    assert statistics.waiting() == (3, ago(days=1))


def test_a_slip_that_was_taken_back_makes_no_wait_shorter(story, noura):
    comment = sent(story, at(-30))
    slip = moderation.mark_spam(comment, noura, now=at(0))
    moderation.undo(slip, noura, now=at(1))
    assert statistics.waiting() == (1, at(-30))


def test_a_slip_on_an_appeal_overturns_nothing(story, noura):
    comment = sent(story, ago(days=3))
    decided(comment, noura, "reject")
    appealed(comment)
    yusuf = make_user("yusuf")
    slip = decided(comment, yusuf, "approve", after=timedelta(hours=3))
    moderation.undo(slip, yusuf, now=slip.at + timedelta(minutes=1))
    decided(comment, yusuf, "reject", after=timedelta(hours=4))
    assert overturned() == (0, 2)
    assert statistics.per_month(MIDNIGHT)[0].overturned == 0
