"""What readers' reports do to a comment: it comes before a moderator, and hidden is only what several networks report."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import publishing
from comments import moderation
from comments.models import Comment, CommentVersion, Decision, Report, Rule
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _publication():
    make_publication(comments_a_minute=1000)


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def noura():
    return make_user("noura", group="moderator")


@pytest.fixture
def comment(story, noura):
    return make_comment(story, status="approved", by=noura, text="It was the port's fault.")


def report(comment, host=1, reason="abuse", **details):
    """A report from a network of its own."""
    return moderation.report(comment, reason, network=f"203.0.113.{host}", **details)


def now(comment):
    return Comment.objects.get(pk=comment.pk)


def is_visible(comment):
    return Comment.objects.visible().filter(pk=comment.pk).exists()


def edited(comment, text="It was the ministry's fault."):
    """As its writer leaves it: a new text waits, what was approved is shown."""
    moderation.revise(comment, text)
    return now(comment)


# --- Before a moderator, without hiding


def test_the_first_report_puts_a_comment_before_the_moderators_and_readers_go_on_seeing_it(comment):
    stored = report(comment, text="This is about my brother.", now=NOW)
    assert now(comment).status == Status.PENDING
    assert is_visible(comment)
    decision = comment.decisions.first()
    assert (decision.from_status, decision.to_status, decision.by, decision.rule) == (
        Status.APPROVED,
        Status.PENDING,
        None,
        "reports",
    )
    assert (stored.version, stored.reason, stored.text, stored.counts) == (
        comment.shown_version,
        "abuse",
        "This is about my brother.",
        True,
    )


def test_a_report_makes_no_page_a_new_version_as_long_as_nothing_is_hidden(comment, story):
    before = type(story).objects.get().version
    report(comment)
    report(comment, 2)
    assert type(story).objects.get().version == before
    report(comment, 3)
    assert type(story).objects.get().version == before + 1


def test_the_moderators_are_told_once(comment, monkeypatch):
    told = []
    monkeypatch.setattr("comments.notifications.waiting", lambda comments, now: told.extend(comments))
    for host in (1, 2, 3):
        report(comment, host)
    assert told == [comment]


# --- Three networks


def test_three_networks_hide_a_comment_until_somebody_decides(comment):
    for host in (1, 2):
        report(comment, host)
    assert is_visible(comment)
    report(comment, 3)
    assert not is_visible(comment)
    assert now(comment).status == Status.PENDING
    hiding = comment.decisions.first()
    assert (hiding.from_status, hiding.to_status, hiding.by, hiding.rule) == ("pending", "pending", None, "reports")
    assert hiding.shown_before == comment.shown_version
    assert hiding.is_hiding
    assert not hiding.is_redaction


def test_three_reports_of_one_network_are_one(comment):
    first = report(comment)
    assert [report(comment), report(comment, reason="other")] == [first, first]
    assert Report.objects.count() == 1
    assert is_visible(comment)
    assert now(comment).reporters == 1


def test_a_whole_64_of_ipv6_is_one_network(comment):
    for host in range(3):
        moderation.report(comment, "abuse", network=f"2001:db8:1:1::{host}")
    assert Report.objects.count() == 1


def test_the_newsroom_says_how_many_networks_hide(comment):
    make_publication(reports_to_hide=1)
    report(comment)
    assert not is_visible(comment)


def test_reports_without_a_known_network_come_before_a_moderator_and_hide_nothing(comment):
    for _time in range(4):
        moderation.report(comment, "abuse")
    assert now(comment).status == Status.PENDING
    assert is_visible(comment)


def test_of_a_network_only_its_digest_is_kept(comment):
    stored = report(comment)
    assert "203.0.113" not in str(Report.objects.values().get())
    assert len(stored.network_digest) == 64


def test_an_edited_comment_that_waits_can_be_reported_as_it_is_shown(comment):
    edited(comment)
    before = Decision.objects.count()
    for host in (1, 2):
        assert report(comment, host).version == comment.shown_version
    assert Decision.objects.count() == before
    report(comment, 3)
    assert not is_visible(comment)


# --- Immune


def test_a_text_that_is_approved_in_spite_of_reports_is_immune(comment, noura):
    for host in (1, 2, 3):
        report(comment, host)
    moderation.approve(now(comment), noura)
    assert is_visible(comment)
    assert now(comment).reporters == 0
    before = Decision.objects.count()
    for host in range(4, 12):
        assert report(comment, host).counts
    assert is_visible(comment)
    assert now(comment).status == Status.APPROVED
    assert Decision.objects.count() == before
    assert Report.objects.count() == 11


def test_a_text_that_nobody_reported_is_not_immune(comment, noura):
    moderation.reopen(now(comment), noura)
    moderation.approve(now(comment), noura)
    assert not comment.shown_version.is_immune
    report(comment)
    assert now(comment).status == Status.PENDING


def test_an_edit_of_an_immune_comment_can_be_reported_anew(comment, noura):
    report(comment)
    moderation.approve(now(comment), noura)
    moderation.approve(edited(comment), noura)
    for host in (1, 2, 3):
        report(comment, host)
    assert not is_visible(comment)


def test_whoever_undoes_the_approval_takes_the_immunity_back(comment, noura):
    for host in (1, 2):
        report(comment, host)
    approval = moderation.approve(now(comment), noura)
    moderation.undo(approval, noura)
    assert is_visible(comment)
    assert now(comment).reporters == 2
    report(comment, 3)
    assert not is_visible(comment)


def test_reports_that_came_while_it_was_immune_count_when_the_immunity_is_taken_back(comment, noura):
    for host in (1, 2):
        report(comment, host)
    approval = moderation.approve(now(comment), noura)
    report(comment, 3)
    assert is_visible(comment)
    undone = moderation.undo(approval, noura)
    assert not is_visible(comment)
    assert (now(comment).status, now(comment).reporters) == (Status.PENDING, 3)
    hiding, last, *_earlier = comment.decisions.all()
    assert last == undone
    assert hiding.is_hiding
    assert hiding.shown_before == approval.version
    moderation.approve(now(comment), noura)
    assert is_visible(comment)


# --- What the moderators do with it


def test_a_reported_comment_is_rejected_like_any_other(comment, noura):
    report(comment)
    moderation.reject(now(comment), noura, reason="abuse")
    assert not is_visible(comment)


def test_an_undo_of_the_rejection_shows_what_was_shown_and_it_waits_again(comment, noura):
    report(comment)
    moderation.undo(moderation.reject(now(comment), noura), noura)
    assert now(comment).status == Status.PENDING
    assert is_visible(comment)
    assert now(comment).reporters == 1


def test_the_last_act_of_a_moderator_is_their_own_and_not_the_reports(comment, noura):
    approval = comment.decisions.get()
    report(comment)
    assert moderation.last_act(noura) == [approval]
    with pytest.raises(moderation.AlreadyDecided, match="Readers reported it"):
        moderation.undo(approval, noura)


def test_what_reports_hid_is_not_undone_but_approved(comment, noura):
    for host in (1, 2, 3):
        report(comment, host)
    for decision in comment.decisions.all()[:2]:
        with pytest.raises(PermissionDenied):
            moderation.undo(decision, noura)
    moderation.approve(now(comment), noura)
    assert is_visible(comment)
    assert CommentVersion.objects.get(pk=comment.shown_version_id).is_immune


def test_a_redaction_is_told_from_a_hiding(comment, noura):
    report(comment)
    redaction = moderation.redact(now(comment), noura, ["port"])
    assert redaction.is_redaction
    assert not redaction.is_hiding


# --- What is taken and what is not


@pytest.mark.parametrize("status", ["pending", "rejected", "spam"])
def test_what_readers_do_not_see_cannot_be_reported(story, status):
    with pytest.raises(moderation.NotShown):
        report(make_comment(story, status=status))
    assert not Report.objects.exists()


def test_a_comment_of_a_withdrawn_story_cannot_be_reported(comment, story):
    publishing.withdraw(story, by=None)
    with pytest.raises(moderation.NotShown):
        report(comment)


def test_what_the_newsroom_wrote_cannot_be_reported(story, noura):
    with pytest.raises(moderation.NotShown):
        report(make_comment(story, user=noura, email=""))


def test_a_machine_that_fills_the_trap_is_stored_and_does_nothing(comment):
    for host in range(5):
        assert not report(comment, host, trap="x").counts
    assert Report.objects.count() == 5
    assert now(comment).status == Status.APPROVED


@pytest.mark.parametrize(
    ("kind", "pattern", "action"), [("words", "casino", "spam"), ("network", "203.0.113.0/24", "reject")]
)
def test_a_report_that_the_moderators_rules_would_not_take_is_stored_and_does_nothing(comment, kind, pattern, action):
    Rule.objects.create(kind=kind, pattern=pattern, action=action, reason="advertising")
    assert not report(comment, text="The best casino").counts
    assert now(comment).status == Status.APPROVED


def test_a_rule_that_only_flags_lets_a_report_count(comment):
    Rule.objects.create(kind="words", pattern="casino", action="flag")
    assert report(comment, text="The best casino").counts


def test_the_sixth_report_of_a_network_in_a_minute_is_refused_with_the_time_to_wait(story, noura):
    comments = [make_comment(story, status="approved", by=noura) for _number in range(6)]
    for comment in comments[:5]:
        report(comment, now=NOW)
    with pytest.raises(moderation.Flooded, match="1 minute") as refused:
        report(comments[5], now=NOW + timedelta(seconds=20))
    assert refused.value.seconds == 40
    assert now(comments[5]).status == Status.APPROVED
    report(comments[5], now=NOW + timedelta(seconds=61))


def test_the_thirty_first_of_a_day_is_refused(comment, story, noura):
    other = make_comment(story, status="approved", by=noura)
    digest = report(comment, now=NOW).network_digest
    Report.objects.bulk_create(
        Report(
            comment=comment,
            version=CommentVersion.objects.create(comment=comment, number=number + 2, text=""),
            reason="abuse",
            network_digest=digest,
            submitted_at=NOW - timedelta(hours=number % 20),
        )
        for number in range(1, 30)
    )
    with pytest.raises(moderation.Flooded, match="hours"):
        report(other, now=NOW + timedelta(minutes=2))


def test_without_guards_any_number_is_taken(story, noura, settings):
    settings.COMMENT_GUARDS = False
    for _number in range(8):
        report(make_comment(story, status="approved", by=noura))
    assert Report.objects.count() == 8


def test_an_undo_makes_no_text_immune_and_neither_does_a_report_that_does_not_count(comment, noura):
    report(comment, trap="filled in by a machine")
    rejection = moderation.reject(now(comment), noura)
    moderation.undo(rejection, noura)
    assert not now(comment).shown_version.is_immune
    moderation.approve(moderation.reopen(now(comment), noura).comment, noura)
    assert not now(comment).shown_version.is_immune
