"""Undo, batches and the log, which only grows."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article, Edition
from comments import moderation
from comments.models import Comment, CommentVersion, Decision
from tests.conftest import NOON
from tests.factories import make_comment, make_comments, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status


def as_it_is(comment):
    return Comment.objects.get(pk=comment.pk)


def test_undoing_an_approval_hides_the_comment_and_lets_it_wait_again():
    comment, noura = make_comment(make_story()), make_user("noura")
    undone = moderation.undo(moderation.approve(comment, noura), noura)
    assert as_it_is(comment).status == Status.PENDING
    assert not Comment.objects.visible().exists()
    assert (undone.from_status, undone.to_status, undone.by) == ("approved", "pending", noura)


def test_undoing_a_rejection_shows_the_text_that_was_shown_before():
    comment = make_comment(make_story(), status="approved")
    moderation.undo(moderation.reject(comment, None), None)
    assert Comment.objects.visible().get().shown_version == comment.versions.get()
    assert as_it_is(comment).status == Status.APPROVED


def test_an_undo_can_be_undone():
    comment = make_comment(make_story())
    undone = moderation.undo(moderation.reject(comment, None), None)
    moderation.undo(undone, None)
    assert as_it_is(comment).status == Status.REJECTED
    assert Decision.objects.count() == 3


def test_a_decision_is_undone_once():
    comment = make_comment(make_story())
    decision = moderation.reject(comment, None)
    moderation.undo(decision, make_user("noura", first_name="Noura"))
    with pytest.raises(moderation.AlreadyDecided, match="Noura"):
        moderation.undo(decision, None)
    assert Decision.objects.count() == 2


def test_what_somebody_decided_afterwards_is_not_undone_with_it():
    comment = make_comment(make_story())
    decision = moderation.reject(comment, None)
    moderation.approve(comment, make_user("yusuf"))
    with pytest.raises(moderation.AlreadyDecided, match="approved by yusuf"):
        moderation.undo(decision, None)
    assert as_it_is(comment).status == Status.APPROVED


def test_the_same_status_by_another_decision_is_not_undone_by_the_first():
    comment = make_comment(make_story())
    first = moderation.reject(comment, None)
    moderation.reopen(comment, None)
    moderation.reject(comment, None)
    with pytest.raises(moderation.AlreadyDecided):
        moderation.undo(first, None)


def test_an_undo_does_not_show_a_text_that_came_after_the_decision():
    comment = make_comment(make_story(), status="approved")
    decision = moderation.reject(comment, None)
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    with pytest.raises(moderation.TextChanged):
        moderation.undo(decision, None)
    assert not Comment.objects.visible().exists()


def test_undoing_the_rejection_of_a_new_text_leaves_the_approved_one_shown_and_the_new_one_waiting():
    comment = make_comment(make_story(), status="approved")
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    Comment.objects.filter(pk=comment.pk).update(status=Status.PENDING)
    moderation.undo(moderation.reject(as_it_is(comment), None), None)
    assert Comment.objects.visible().get().shown_version.number == 1
    assert as_it_is(comment).status == Status.PENDING


def test_what_its_writer_withdrew_is_not_brought_back_by_an_undo():
    comment = make_comment(make_story(), status="approved")
    decision = moderation.reject(comment, None)
    Comment.objects.update(status=Status.WITHDRAWN)
    with pytest.raises(PermissionDenied):
        moderation.undo(decision, None)


def test_what_a_rule_decided_is_undone_to_waiting():
    comment = make_comment(make_story(), trap="pills")
    moderation.undo(comment.decisions.get(), make_user())
    assert as_it_is(comment).status == Status.PENDING


def test_one_undo_takes_a_whole_batch_back_as_a_batch():
    comments, noura = make_comments(make_story(), 5, status="pending"), make_user("noura")
    moderation.decide_many(comments, "mark_spam", noura)
    undone, refusals = moderation.undo_many(moderation.last_act(noura), noura)
    assert (len(undone), refusals) == (5, [])
    assert Comment.objects.pending().count() == 5
    assert len({decision.batch for decision in undone}) == 1


def test_what_others_decided_since_stays_when_a_batch_is_undone():
    comments, noura = make_comments(make_story(), 3, status="pending"), make_user("noura")
    moderation.decide_many(comments, "reject", noura)
    moderation.approve(as_it_is(comments[1]), make_user("yusuf"))
    undone, [refusal] = moderation.undo_many(moderation.last_act(noura), noura)
    assert len(undone) == 2
    assert "approved by yusuf" in str(refusal)
    assert as_it_is(comments[1]).status == Status.APPROVED


def test_the_last_act_goes_back_step_by_step_and_skips_what_was_undone_and_what_others_did():
    story, noura = make_story(), make_user("noura")
    first, second = make_comment(story), make_comment(story)
    moderation.approve(first, noura)
    moderation.reject(second, noura)
    moderation.approve(make_comment(story), make_user("yusuf"))
    moderation.undo_many(moderation.last_act(noura), noura)
    [decision] = moderation.last_act(noura)
    assert decision.comment == first
    moderation.undo(decision, noura)
    assert moderation.last_act(noura) == []


def test_after_a_redaction_nothing_earlier_is_undone_in_its_place():
    comment, noura = make_comment(make_story(), text="Call 555 0100 now."), make_user("noura")
    approval = moderation.approve(comment, noura)
    redaction = moderation.redact(comment, noura, ["555 0100"])
    assert moderation.last_act(noura) == [redaction]
    with pytest.raises(PermissionDenied):
        moderation.undo(redaction, noura)
    moderation.undo(approval, noura)
    assert as_it_is(comment).status == Status.PENDING


def test_a_batch_that_fails_in_the_middle_decides_nothing(monkeypatch):
    comments = make_comments(make_story(), 3, status="pending")

    def fail(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("articles.edition.advance", fail)
    with pytest.raises(OSError, match="disk"):
        moderation.decide_many(comments, "approve", None)
    assert Comment.objects.pending().count() == 3
    assert not Decision.objects.exists()


def test_a_batch_makes_each_story_one_new_version():
    make_publication()
    stories = [make_story("One"), make_story("Two")]
    comments = [comment for story in stories for comment in make_comments(story, 3, status="pending")]
    before = Edition.objects.get().comments_number
    versions = [Article.objects.get(pk=story.pk).version for story in stories]
    moderation.decide_many(comments, "approve", None)
    assert [Article.objects.get(pk=story.pk).version for story in stories] == [version + 1 for version in versions]
    assert Edition.objects.get().comments_number == before + 1


def test_a_batch_of_any_size_asks_as_many_questions(django_assert_num_queries):
    make_publication()
    small, large = (make_comments(make_story(str(number)), number, status="pending") for number in (3, 60))
    # The transaction (2); rows, texts and decisions before (3); what was reported is immune from now on; rows, decisions,
    # story and edition (5) written.
    for comments in (small, large):
        with django_assert_num_queries(11):
            moderation.decide_many(comments, "approve", None)


def test_undoing_a_batch_of_any_size_asks_as_many_questions(django_assert_num_queries):
    make_publication()
    small, large = (make_comments(make_story(str(number)), number, status="pending") for number in (3, 60))
    for comments in (small, large):
        decisions, _refusals = moderation.decide_many(comments, "approve", None)
        # As above, but what was immune is not any more, and its reports are counted again.
        with django_assert_num_queries(12):
            moderation.undo_many(decisions, None)


def test_a_stored_decision_cannot_be_changed():
    decision = moderation.reject(make_comment(make_story()), None, reason="abuse")
    decision.reason = "off_topic"
    with pytest.raises(TypeError, match="never changed"):
        decision.save()


def test_an_answer_of_the_newsroom_approves_what_it_answers():
    make_publication()
    story, noura = make_story(published_at=NOON - timedelta(days=1)), make_user("noura")
    comment = make_comment(story, now=NOON)
    answer = moderation.answer(comment, noura, "We have asked the ministry.", now=NOON)
    assert set(Comment.objects.visible()) == {comment, answer}
    assert (answer.name, answer.user, answer.parent) == ("The Harbour Post", noura, comment)
    assert answer.decisions.get().by == noura


def test_an_answer_that_cannot_stand_leaves_the_comment_waiting():
    comment = make_comment(make_story())
    Article.objects.update(status=Article.Status.WITHDRAWN)
    with pytest.raises(moderation.Gone):
        moderation.answer(comment, make_user(), "We have asked the ministry.")
    assert as_it_is(comment).status == Status.PENDING


def test_an_answer_to_what_was_decided_meanwhile_is_refused():
    comment = make_comment(make_story())
    moderation.reject(as_it_is(comment), make_user("yusuf"))
    with pytest.raises(moderation.AlreadyDecided, match="rejected by yusuf"):
        moderation.answer(comment, make_user(), "We have asked the ministry.")
    assert Comment.objects.count() == 1


def test_one_undo_takes_back_an_answer_with_the_approval_that_came_with_it():
    make_publication()
    comment, noura = make_comment(make_story()), make_user("noura")
    answer = moderation.answer(comment, noura, "We have asked the ministry.")
    moderation.undo_many(moderation.last_act(noura), noura)
    # What the newsroom wrote itself does not wait for a moderator.
    assert [as_it_is(row).status for row in (comment, answer)] == [Status.PENDING, Status.WITHDRAWN]
    assert not Comment.objects.visible().exists()


def test_the_same_answer_is_not_given_twice():
    make_publication()
    comment, noura = make_comment(make_story(), status="approved"), make_user("noura")
    answer = moderation.answer(comment, noura, "We have asked.")
    with pytest.raises(moderation.Duplicate):
        moderation.answer(as_it_is(comment), noura, "We have asked.")
    moderation.reject(answer, noura)
    assert moderation.answer(as_it_is(comment), noura, "We have asked.").status == Status.APPROVED


def test_an_answer_to_what_was_hidden_meanwhile_says_who_hid_it():
    make_publication()
    comment = make_comment(make_story(), status="approved")
    moderation.mark_spam(as_it_is(comment), make_user("yusuf"))
    with pytest.raises(moderation.AlreadyDecided, match="marked as spam by yusuf"):
        moderation.answer(comment, make_user(), "We have asked.")


@pytest.mark.parametrize("verb", ["withdraw", "erase"])
def test_an_answer_to_what_was_withdrawn_meanwhile_is_refused_with_a_sentence(verb):
    make_publication()
    comment = make_comment(make_story(), status="approved")
    if verb == "withdraw":
        moderation.withdraw(as_it_is(comment))
    else:
        moderation.erase(comment.commenter)
    with pytest.raises(moderation.Withdrawn, match="Its writer has withdrawn this comment"):
        moderation.answer(comment, make_user(), "We have asked.")
    assert Comment.objects.count() == 1
