"""What its writer does with a comment: changing, withdrawing, appealing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from comments import moderation
from comments.models import Appeal, Comment, Decision, Rule
from comments.queue import Queue
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def noura():
    return make_user("noura", group="moderator")


@pytest.fixture
def yusuf():
    return make_user("yusuf", group="moderator")


def again(comment):
    return Comment.objects.get(pk=comment.pk)


def minutes(number):
    return timezone.now() + timedelta(minutes=number)


# --- Changing


def test_a_changed_text_is_a_version_of_its_own_and_waits(story):
    comment = make_comment(story, text="The first text.")
    version = moderation.revise(comment, "The second text.")
    row = again(comment)
    assert (row.text, row.status, row.shown_version) == ("The second text.", Status.PENDING, None)
    assert [(each.number, each.text) for each in row.versions.all()] == [
        (2, "The second text."),
        (1, "The first text."),
    ]
    assert version == row.versions.latest()


def test_what_was_approved_is_shown_until_the_new_text_is(story, noura):
    comment = make_comment(story, status="approved", text="The first text.")
    moderation.revise(comment, "The second text.")
    row = again(comment)
    assert (row.status, row.shown_version.text) == (Status.PENDING, "The first text.")
    decision = row.decisions.first()
    assert (decision.by, decision.from_status, decision.to_status, decision.rule) == (
        None,
        "approved",
        "pending",
        "edited",
    )
    moderation.approve(row, noura)
    assert again(comment).shown_version.text == "The second text."


def test_a_change_to_what_waits_is_no_decision(story):
    comment = make_comment(story)
    moderation.revise(comment, "The second text.")
    assert not comment.decisions.exists()


def test_a_new_text_is_screened_and_no_rule_decides_on_it(story):
    comment = make_comment(story, text="A fair account.")
    Rule.objects.create(pattern="casino", action="spam")
    version = moderation.revise(comment, "A casino at https://casino.example/ and https://other.example/.")
    row = again(comment)
    assert row.status == Status.PENDING
    assert "words" in {match.code for match in version.matches.all()}
    assert row.flags == sum(match.action != "note" for match in version.matches.all()) >= 1
    assert {link.address for link in row.links.all()} == {"casino.example", "other.example"}


def test_what_was_known_in_the_moment_of_sending_holds_against_the_new_text(story):
    Rule.objects.create(kind="network", pattern="203.0.113.0/24", action="flag")
    comment = make_comment(story, network="203.0.113.5")
    version = moderation.revise(comment, "The second text.")
    assert "network" in {match.code for match in version.matches.all()}
    assert again(comment).flags == 1


def test_the_new_text_is_what_comments_are_compared_by(story):
    comment, other = make_comment(story, text="The first text."), make_comment(story, text="The second text.")
    moderation.revise(comment, "The second text.")
    assert again(comment).text_digest == other.text_digest


@pytest.mark.parametrize("verb", [lambda row, now: moderation.revise(row, "New.", now), moderation.withdraw])
class TestTheTimeForIt:
    def test_ends_after_fifteen_minutes(self, story, verb):
        comment = make_comment(story)
        with pytest.raises(moderation.Fixed, match="15 minutes"):
            verb(comment, comment.submitted_at + timedelta(minutes=15))
        verb(comment, comment.submitted_at + timedelta(minutes=14, seconds=59))

    @pytest.mark.parametrize("status", ["pending", "approved", "rejected"])
    def test_ends_with_the_first_answer_held_or_not(self, story, status, verb):
        comment = make_comment(story, status="approved")
        make_comment(story, status=status, parent=comment)
        with pytest.raises(moderation.Fixed, match="answered"):
            verb(comment, None)

    def test_is_not_ended_by_spam_or_by_an_answer_that_was_withdrawn(self, story, verb):
        comment = make_comment(story, status="approved")
        make_comment(story, status="spam", parent=comment)
        moderation.withdraw(make_comment(story, parent=comment))
        verb(comment, None)

    def test_ends_with_a_rejection(self, story, verb):
        with pytest.raises(moderation.Fixed, match="decision was made"):
            verb(make_comment(story, status="rejected"), None)

    def test_ends_with_the_withdrawal(self, story, verb):
        comment = make_comment(story)
        moderation.withdraw(comment)
        before = again(comment), comment.decisions.count()
        with pytest.raises(moderation.Fixed, match="withdrawn this comment"):
            verb(comment, None)
        assert (again(comment), comment.decisions.count()) == before

    def test_is_not_ended_by_what_its_writer_does_not_know_of(self, story, verb):
        """Were spam refused here, whoever sent it would know that it was found."""
        verb(make_comment(story, status="spam"), None)


def test_changed_spam_stays_spam_and_before_nobody(story):
    comment = make_comment(story, status="spam")
    moderation.revise(comment, "The second text.")
    assert again(comment).status == Status.SPAM
    assert not Comment.objects.pending().exists()


def test_the_same_text_is_not_stored_again(story):
    comment = make_comment(story, text="The first text.")
    with pytest.raises(moderation.Unchanged):
        moderation.revise(comment, "The first text.")
    assert comment.versions.count() == 1


def test_a_comment_has_ten_texts_and_can_be_withdrawn_still(story):
    make_publication(comments_a_minute=100)
    comment = make_comment(story)
    for number in range(9):
        moderation.revise(comment, f"Text {number}.")
    with pytest.raises(moderation.Fixed, match="only be withdrawn"):
        moderation.revise(comment, "One more.")
    assert comment.versions.count() == 10
    moderation.withdraw(comment)


def test_changes_come_no_faster_than_comments_may(story, settings):
    comment = make_comment(story)
    for number in range(3):
        moderation.revise(comment, f"Text {number}.")
    with pytest.raises(moderation.Flooded) as refusal:
        moderation.revise(comment, "One more.")
    assert 1 <= refusal.value.seconds <= 60
    moderation.revise(comment, "One more.", minutes(2))
    settings.COMMENT_GUARDS = False
    moderation.revise(comment, "And one more.", minutes(2))


def test_a_moderator_who_read_the_earlier_text_is_told(story, noura):
    comment = make_comment(story)
    seen = again(comment)
    version = seen.versions.latest()
    moderation.revise(comment, "The second text.")
    with pytest.raises(moderation.TextChanged):
        moderation.approve(seen, noura, version=version)


def test_who_comes_after_an_edit_is_told_by_whom_it_was_put_back(story, noura):
    comment = make_comment(story, status="approved")
    seen = again(comment)
    moderation.revise(comment, "The second text.")
    with pytest.raises(moderation.AlreadyDecided, match="Its writer changed the text"):
        moderation.reject(seen, noura)


# --- Withdrawing


@pytest.mark.parametrize("status", ["pending", "approved"])
def test_a_withdrawn_comment_is_nowhere_and_nobodys_to_decide(story, noura, status):
    comment = make_comment(story, status=status)
    decision = moderation.withdraw(comment)
    row = again(comment)
    assert (row.status, row.shown_version) == (Status.WITHDRAWN, None)
    assert (decision.by, decision.from_status, decision.to_status, decision.rule) == (
        None,
        status,
        "withdrawn",
        "writer",
    )
    with pytest.raises(PermissionDenied):
        moderation.approve(row, noura)


def test_the_page_of_the_story_is_a_new_one_when_what_it_showed_is_withdrawn(story):
    shown, held = make_comment(story, status="approved"), make_comment(story)
    before = type(story).objects.get().version
    moderation.withdraw(held)
    assert type(story).objects.get().version == before
    moderation.withdraw(shown)
    assert type(story).objects.get().version == before + 1


@pytest.mark.parametrize("act", ["edited", "writer", "appeal"])
def test_what_a_writer_did_is_not_undone(story, noura, act):
    comment = make_comment(story, status="rejected" if act == "appeal" else "approved")
    if act == "appeal":
        moderation.appeal(comment, "Why?")
    else:
        moderation.withdraw(comment) if act == "writer" else moderation.revise(comment, "New.")
    with pytest.raises(PermissionDenied, match="not undone"):
        moderation.undo(comment.decisions.first(), noura)
    assert moderation.last_act(noura) == []


# --- Appealing


@pytest.fixture
def rejected(story, noura):
    return make_comment(story, status="rejected", by=noura)


def test_an_appeal_puts_the_comment_before_the_moderators_again(rejected, noura):
    rejection = rejected.decisions.get()
    appeal = moderation.appeal(rejected, "I was there.")
    decision = again(rejected).decisions.first()
    assert again(rejected).status == Status.PENDING
    assert (appeal.text, appeal.decision) == ("I was there.", rejection)
    assert (decision.by, decision.from_status, decision.to_status, decision.rule) == (
        None,
        "rejected",
        "pending",
        "appeal",
    )


def test_there_is_one_appeal(rejected, yusuf):
    moderation.appeal(rejected, "I was there.")
    with pytest.raises(moderation.NoAppeal, match="already"):
        moderation.appeal(rejected, "I was there.")
    moderation.reject(again(rejected), yusuf)
    with pytest.raises(moderation.NoAppeal, match="already"):
        moderation.appeal(rejected, "Please.")
    assert Appeal.objects.get().text == "I was there."


@pytest.mark.parametrize("status", ["pending", "approved", "spam"])
def test_only_a_rejection_is_appealed_against(story, status):
    with pytest.raises(moderation.NoAppeal, match="not rejected"):
        moderation.appeal(make_comment(story, status=status), "Why?")
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("verb", ["approve", "reject", "mark_spam"])
def test_who_rejected_leaves_the_appeal_to_another(rejected, noura, yusuf, verb):
    moderation.appeal(rejected, "I was there.")
    with pytest.raises(PermissionDenied, match="another moderator"):
        moderation.VERBS[verb](again(rejected), noura)
    assert again(rejected).status == Status.PENDING
    moderation.VERBS[verb](again(rejected), yusuf)


def test_in_a_batch_the_own_appeals_are_left_and_the_rest_is_done(story, rejected, noura, yusuf):
    moderation.appeal(rejected, "I was there.")
    other = make_comment(story)
    decisions, [refusal] = moderation.decide_many([again(rejected), other], "approve", noura)
    assert [decision.comment_id for decision in decisions] == [other.pk]
    assert isinstance(refusal, PermissionDenied)


@pytest.mark.parametrize("others", ["none", "a deactivated one", "a reporter", "one who may not enter"])
def test_the_only_moderator_decides_on_the_appeal_too(rejected, noura, others):
    if others != "none":
        make_user(
            "other",
            group="reporter" if others == "a reporter" else "moderator",
            is_active=others != "a deactivated one",
        )
    if others == "one who may not enter":
        type(noura).objects.filter(username="other").update(is_staff=False)
    moderation.appeal(rejected, "I was there.")
    assert Queue().next_for(noura).pk == rejected.pk
    moderation.approve(again(rejected), noura)


def test_a_superuser_is_another_moderator(rejected, noura):
    make_user("admin", is_superuser=True)
    moderation.appeal(rejected, "I was there.")
    with pytest.raises(PermissionDenied):
        moderation.approve(again(rejected), noura)


def test_what_a_rule_rejected_anybody_decides(story, noura, yusuf):
    Rule.objects.create(pattern="casino", action="reject")
    comment = make_comment(story, text="The casino was closed.")
    moderation.appeal(comment, "It is about the casino.")
    moderation.approve(again(comment), noura)


def test_the_queue_passes_over_what_another_must_decide(story, rejected, noura, yusuf):
    moderation.appeal(rejected, "I was there.")
    later = make_comment(story)
    assert Queue().next_for(noura).pk == later.pk
    assert Queue().next_for(yusuf).pk == rejected.pk
    assert Queue().next_for(noura, make_comment(story, now=minutes(-5))).pk == later.pk


def test_who_rejected_may_take_personal_data_out_all_the_same(story, noura, yusuf):
    comment = make_comment(story, status="rejected", by=noura, text="Call 555 0100 now.")
    moderation.appeal(comment, "Why?")
    moderation.redact(comment, noura, ["555 0100"])
    assert "555" not in again(comment).text


def test_after_an_appeal_who_rejected_may_not_undo_the_rejection(rejected, noura, yusuf):
    rejection = rejected.decisions.get()
    moderation.appeal(rejected, "Why?")
    with pytest.raises(moderation.AlreadyDecided, match="Its writer appealed"):
        moderation.undo(rejection, noura)
    assert Decision.objects.count() == 2


def test_who_rejected_does_not_take_back_what_the_other_decided_on_the_appeal(rejected, noura, yusuf):
    moderation.appeal(rejected, "Read it again, please.")
    moderation.approve(Comment.objects.get(pk=rejected.pk), yusuf)
    for verb in (moderation.reject, moderation.mark_spam, moderation.reopen):
        with pytest.raises(PermissionDenied):
            verb(Comment.objects.get(pk=rejected.pk), noura)
    assert Comment.objects.get(pk=rejected.pk).status == "approved"
