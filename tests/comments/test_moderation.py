from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from articles import publishing
from articles.models import Article, Edition
from comments import moderation
from comments.models import Comment, Commenter, CommentVersion, Decision
from tests.conftest import NOON
from tests.factories import make_comment, make_comments, make_publication, make_story, make_submission, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status


def version_of(story):
    return Article.objects.get(pk=story.pk).version


def test_a_comment_is_held_and_nobody_sees_it():
    comment = make_comment(make_story())
    assert comment.status == Status.PENDING
    assert not Comment.objects.visible().exists()
    assert comment.versions.get().text == comment.text


def test_the_address_is_stored_in_one_table_only():
    comment = make_comment(make_story(), email="reader@example.org")
    assert "reader@example.org" not in str(Comment.objects.filter(pk=comment.pk).values().get())
    assert "reader@example.org" not in str(Commenter.objects.values().get())


def test_approving_shows_the_text_that_was_seen():
    comment, moderator = make_comment(make_story()), make_user("noura")
    decision = moderation.approve(comment, moderator)
    assert Comment.objects.visible().get().shown_version == comment.versions.get()
    assert (decision.by, decision.from_status, decision.to_status) == (moderator, "pending", "approved")
    assert decision.version == comment.versions.get()


@pytest.mark.parametrize("verb", ["reject", "mark_spam", "reopen"])
def test_every_other_verb_takes_an_approved_comment_from_readers(verb):
    comment = make_comment(make_story(), status="approved")
    moderation.VERBS[verb](comment, None)
    assert not Comment.objects.visible().exists()
    assert Comment.objects.get().shown_version is None


def test_a_comment_on_a_withdrawn_story_is_not_visible():
    story = make_story()
    make_comment(story, status="approved")
    publishing.withdraw(story, by=None)
    assert not Comment.objects.visible().exists()


def test_deciding_on_what_is_decided_tells_who_and_when():
    comment = make_comment(make_story())
    seen_by_both = Comment.objects.get(pk=comment.pk)
    moderation.approve(comment, make_user("noura", first_name="Noura"), now=NOON)
    with pytest.raises(moderation.AlreadyDecided, match="Already approved by Noura 12 seconds ago"):
        moderation.reject(seen_by_both, make_user(), now=NOON + timedelta(seconds=12))
    assert Comment.objects.get().status == Status.APPROVED
    assert Decision.objects.count() == 1


def test_a_text_that_changed_since_it_was_read_is_not_approved():
    comment = make_comment(make_story())
    seen = comment.versions.get()
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    with pytest.raises(moderation.TextChanged):
        moderation.approve(comment, None, version=seen)
    assert not Comment.objects.visible().exists()


def test_what_its_writer_withdrew_is_not_decided():
    comment = make_comment(make_story())
    Comment.objects.update(status=Status.WITHDRAWN)
    comment.refresh_from_db()
    with pytest.raises(PermissionDenied):
        moderation.approve(comment, None)


def test_a_decision_that_readers_see_makes_the_story_a_new_version_and_no_other_page():
    make_publication()
    story = make_story()
    comment = make_comment(story)
    version, edition = version_of(story), Edition.objects.get()
    moderation.approve(comment, None)
    assert version_of(story) == version + 1
    moderation.reject(comment, None)
    assert version_of(story) == version + 2
    after = Edition.objects.get()
    assert (after.number, after.comments_number) == (edition.number, edition.comments_number + 2)


def test_a_decision_that_readers_do_not_see_changes_no_page():
    story = make_story()
    comment = make_comment(story)
    version = version_of(story)
    moderation.reject(comment, None)
    assert version_of(story) == version


def test_the_trap_makes_it_spam_with_the_rule_kept():
    comment = moderation.submit(make_submission(make_story(), trap="cheap pills"))
    assert comment.status == Status.SPAM
    assert comment.decisions.get().rule == "honeypot"


def test_a_comment_by_the_newsroom_is_approved_with_its_decision():
    editor = make_user()
    comment = moderation.submit(make_submission(make_story(), user=editor, email="", name="The newsroom"))
    assert Comment.objects.visible().get() == comment
    assert comment.decisions.get().by == editor


def test_the_same_text_by_the_same_address_is_a_duplicate():
    story = make_story()
    make_comment(story, email="Reader@example.org", text="Well said.")
    with pytest.raises(moderation.Duplicate):
        make_comment(story, email="reader@example.org", text="Well said.")
    make_comment(make_story("Another"), email="reader@example.org", text="Well said.")
    assert Comment.objects.count() == 2


def test_the_fifth_comment_in_a_minute_from_one_network_must_wait():
    story = make_story(published_at=NOON - timedelta(hours=1))
    for seconds in range(4):
        make_comment(story, network="198.51.100.7", now=NOON + timedelta(seconds=seconds))
    with pytest.raises(moderation.Flooded) as refusal:
        make_comment(story, network="198.51.100.7", now=NOON + timedelta(seconds=10))
    assert refusal.value.seconds == 50
    make_comment(story, network="198.51.100.8", now=NOON + timedelta(seconds=10))
    make_comment(story, network="198.51.100.7", now=NOON + timedelta(seconds=60))


def test_the_fifth_comment_in_a_minute_from_one_address_must_wait():
    story = make_story(published_at=NOON - timedelta(hours=1))
    for host in range(4):
        make_comment(story, email="r@example.org", network=f"203.0.113.{host}", now=NOON)
    with pytest.raises(moderation.Flooded):
        make_comment(story, email="r@example.org", network="203.0.113.99", now=NOON)


def test_guessing_whose_comment_it_is_is_slowed_like_any_other_comment():
    story = make_story()
    make_comment(story, email="huda@example.org", text="Well said.", network="203.0.113.1")
    for number in range(4):
        make_comment(story, email=f"guess{number}@example.org", text="Well said.", network="198.51.100.7")
    with pytest.raises(moderation.Flooded):
        make_comment(story, email="huda@example.org", text="Well said.", network="198.51.100.7")


def test_a_comment_on_a_story_that_was_withdrawn_meanwhile_is_refused():
    story = make_story()
    submission = make_submission(story)
    publishing.withdraw(Article.objects.get(pk=story.pk), by=None)
    with pytest.raises(moderation.Gone, match="no longer published"):
        moderation.submit(submission)


def test_a_refused_comment_leaves_nothing_behind():
    story = make_story(published_at=NOON - timedelta(hours=1))
    for _ in range(4):
        make_comment(story, network="198.51.100.7", now=NOON)
    with pytest.raises(moderation.Flooded):
        make_comment(story, network="198.51.100.7", email="new@example.org", now=NOON)
    assert Commenter.objects.count() == Comment.objects.count() == 4


def test_guards_can_be_switched_off_for_load_tests(settings):
    settings.COMMENT_GUARDS = False
    story = make_story(published_at=NOON - timedelta(hours=1))
    for _ in range(6):
        make_comment(story, email="r@example.org", text="Same", now=NOON)
    assert Comment.objects.count() == 6


def test_a_story_that_closed_takes_no_comment():
    story = make_story(comments_close_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(moderation.Closed, match="on this story are closed"):
        make_comment(story)


def test_the_publication_closes_comments_everywhere():
    make_publication(comments_closed=True)
    with pytest.raises(moderation.Closed, match="on all stories"):
        make_comment(make_story())


def test_a_batch_is_one_and_tells_what_others_decided():
    story = make_story()
    comments = make_comments(story, 3, status="pending")
    taken = Comment.objects.get(pk=comments[1].pk)
    moderation.reject(taken, make_user("noura"))
    decisions, refusals = moderation.decide_many(comments, "approve", make_user())
    assert len(decisions) == 2
    assert len({decision.batch for decision in decisions}) == 1
    assert "noura" in str(refusals[0])


def test_recording_keeps_times_and_decisions():
    story = make_story()
    [comment] = moderation.record(
        [
            {
                "submission": make_submission(story),
                "status": "rejected",
                "submitted_at": NOON,
                "decided_at": NOON + timedelta(minutes=5),
                "reason": "abuse",
            }
        ]
    )
    decision = Comment.objects.get(pk=comment.pk).decisions.get()
    assert (decision.at, decision.reason, decision.from_status) == (NOON + timedelta(minutes=5), "abuse", "pending")


@pytest.mark.parametrize(
    ("delta", "words"),
    [
        (timedelta(seconds=1), "1 second ago"),
        (timedelta(minutes=3), "3 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(seconds=-5), "0 seconds ago"),
    ],
)
def test_a_span_of_time_is_told_in_words(delta, words):
    assert moderation.ago(delta) == words


@pytest.mark.parametrize(
    ("hours", "words"), [(1, "منذ ساعة"), (2, "منذ ساعتين"), (3, "منذ 3 ساعات"), (11, "منذ 11 ساعة")]
)
def test_one_and_two_are_words_of_their_own_in_arabic(hours, words):
    with translation.override("ar"):
        assert moderation.ago(timedelta(hours=hours)) == words


def test_deciding_for_the_status_that_a_comment_has_is_refused():
    comment = make_comment(make_story(), status="approved")
    with pytest.raises(moderation.AlreadyDecided):
        moderation.approve(comment, None)
    assert Decision.objects.count() == 1
