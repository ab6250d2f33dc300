"""Two at the same time, on two real connections to PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.admin import site
from django.db import connection, transaction
from django.utils import timezone

from articles import publishing, search
from articles.models import Article
from comments import moderation
from comments.admin import RuleAdmin
from comments.models import Appeal, Comment, Commenter, CommentVersion, Decision, Report, Rule, RuleMatch
from comments.moderation import screened
from comments.screening import Finding
from tests.factories import (
    make_comment,
    make_comments,
    make_draft,
    make_publication,
    make_stories,
    make_story,
    make_submission,
    make_user,
)

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(*functions):
    """What each function returned or raised, run in threads of their own that start together."""
    barrier = threading.Barrier(len(functions))

    def run(function):
        barrier.wait(10)
        try:
            return function()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(run, functions))


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_moderators_one_wins_and_the_other_is_told_who_and_when(attempt):
    comment = make_comment(make_story())
    noura, yusuf = make_user("noura"), make_user("yusuf")
    seen = [Comment.objects.get(pk=comment.pk) for _ in range(2)]
    results = at_once(
        lambda: moderation.approve(seen[0], noura),
        lambda: moderation.reject(seen[1], yusuf),
    )
    [decision] = [result for result in results if isinstance(result, Decision)]
    [refusal] = [result for result in results if isinstance(result, moderation.AlreadyDecided)]
    winner = decision.by.username
    assert winner in str(refusal)
    assert "0 seconds ago" in str(refusal) or "1 second ago" in str(refusal)
    assert Decision.objects.get().by.username == winner
    assert Comment.objects.get().status == decision.to_status


def test_the_second_moderator_waits_for_the_first():
    comment = make_comment(make_story())
    seen = Comment.objects.get(pk=comment.pk)
    locked, decided = threading.Event(), threading.Event()

    def first():
        with transaction.atomic():
            moderation.approve(comment, make_user("noura"))
            locked.set()
            # The other has no answer while this transaction is open.
            return decided.wait(0.5)

    def second():
        locked.wait(10)
        try:
            return moderation.approve(seen, None)
        finally:
            decided.set()

    waited, refusal = at_once(first, second)
    assert waited is False
    assert isinstance(refusal, moderation.AlreadyDecided)


def test_a_form_sent_twice_at_once_is_stored_once():
    submission = make_submission(make_story(), text="Once is enough.")
    results = at_once(*[lambda: moderation.submit(submission)] * 4)
    assert sum(isinstance(result, Comment) for result in results) == 1
    assert sum(isinstance(result, moderation.Duplicate) for result in results) == 3
    assert Comment.objects.count() == 1


def test_the_flood_limit_holds_for_many_at_once():
    story = make_story()
    submissions = [make_submission(story, network="203.0.113.5") for _ in range(10)]
    results = at_once(*[lambda submission=submission: moderation.submit(submission) for submission in submissions])
    assert sum(isinstance(result, Comment) for result in results) == 4
    assert sum(isinstance(result, moderation.Flooded) for result in results) == 6


def test_the_flood_limit_holds_for_one_address_from_many_networks_at_once():
    story = make_story()
    submissions = [make_submission(story, email="huda@example.org", network=f"203.0.113.{host}") for host in range(10)]
    make_comment(make_story("Another"), email="huda@example.org")
    results = at_once(*[lambda submission=submission: moderation.submit(submission) for submission in submissions])
    assert sum(isinstance(result, Comment) for result in results) == 3
    assert sum(isinstance(result, moderation.Flooded) for result in results) == 7


def test_rules_that_are_deleted_while_they_fire_break_neither_side():
    """Comments come, what waits is looked through again, and the rules behind it all are made and deleted."""
    story, admin = make_story(), RuleAdmin(Rule, site)
    make_publication(comments_a_minute=1_000)
    submissions = [make_submission(story, text=f"casino {number}") for number in range(60)]

    def send():
        for submission in submissions:
            moderation.submit(submission)

    def rescreen():
        for _turn in range(20):
            moderation.rescreen(Comment.objects.all())

    def change():
        for _turn in range(60):
            admin.delete_model(None, Rule.objects.create(pattern="casino"))

    assert at_once(send, rescreen, change) == [None, None, None]
    moderation.rescreen(Comment.objects.all())
    assert not RuleMatch.objects.filter(code="words").exists()


def test_whoever_deletes_a_rule_waits_for_the_comment_that_it_fires_on():
    rule, comment = Rule.objects.create(pattern="casino"), make_comment(make_story(), text="Nothing.")
    version, finding = comment.versions.get(), Finding("words", "flag", "casino", rule=rule.pk)
    held, deleted = threading.Event(), threading.Event()

    def store():
        with transaction.atomic():
            screened.held({rule.pk})
            held.set()
            # The other has looked for matches, where it does not wait before that; then comes this one.
            waited = not deleted.wait(0.5)
            screened.keep_matches([(comment, version, [finding])])
            return waited

    def delete():
        held.wait(10)
        try:
            return RuleAdmin(Rule, site).delete_model(None, rule)
        finally:
            deleted.set()

    assert at_once(store, delete) == [True, None]
    assert RuleMatch.objects.get(code="words").rule is None


def test_two_drafts_of_one_headline_at_once_get_two_slugs():
    make_publication()
    results = at_once(*[lambda: make_draft("Same words")] * 4)
    assert sorted(story.slug for story in results) == ["same-words", "same-words-2", "same-words-3", "same-words-4"]


def test_versions_count_every_decision_made_at_once():
    story = make_story()
    comments = [make_comment(story) for _ in range(4)]
    at_once(*[lambda comment=comment: moderation.approve(comment, None) for comment in comments])
    assert Article.objects.get().version == story.version + 4


def test_publishing_twice_at_once_publishes_once_and_then_again():
    story = make_draft()
    results = at_once(*[lambda: publishing.publish(Article.objects.get(pk=story.pk), by=None)] * 2)
    assert not [result for result in results if isinstance(result, Exception)]
    [first, second] = story.status_changes.order_by("pk")
    assert (first.from_status, second.from_status) == ("draft", "published")
    assert first.published_at == second.published_at


def test_an_import_of_comments_beside_a_rebuild_of_the_index_locks_in_the_same_order():
    make_publication()
    # Ids far apart: a set of small numbers happens to be in order.
    stories = make_stories(300)[::9]
    submissions = [make_submission(story) for story in stories]

    def imports():
        for _turn in range(40):
            moderation.record(
                [
                    {"submission": submission, "status": "approved", "submitted_at": timezone.now()}
                    for submission in submissions
                ]
            )

    def rebuilds():
        for _turn in range(40):
            list(search.index_all(search.concerned()))

    assert at_once(imports, rebuilds) == [None, None]


@pytest.mark.parametrize("attempt", range(3))
def test_two_batches_over_the_same_comments_at_once_decide_each_comment_once(attempt):
    comments = [comment for name in ("One", "Two") for comment in make_comments(make_story(name), 10, status="pending")]
    noura, yusuf = make_user("noura"), make_user("yusuf")
    seen = [list(Comment.objects.filter(pk__in=[row.pk for row in comments]).order_by(by)) for by in ("pk", "-pk")]
    (approved, refused), (rejected, late) = at_once(
        lambda: moderation.decide_many(seen[0], "approve", noura),
        lambda: moderation.decide_many(seen[1], "reject", yusuf),
    )
    assert len(approved) + len(rejected) == 20
    assert len(refused) + len(late) == 20
    assert Decision.objects.count() == 20
    assert Comment.objects.visible().count() == len(approved)


@pytest.mark.parametrize("attempt", range(3))
def test_an_undo_and_a_decision_at_once_leave_one_of_the_two_and_the_other_is_told(attempt):
    comment, noura = make_comment(make_story()), make_user("noura")
    rejection = moderation.reject(comment, noura)
    results = at_once(
        lambda: moderation.undo(rejection, noura),
        lambda: moderation.approve(Comment.objects.get(pk=comment.pk), make_user("yusuf")),
    )
    row = Comment.objects.get(pk=comment.pk)
    told = [result for result in results if isinstance(result, moderation.AlreadyDecided)]
    # Whoever of the two reads the row second may find it as the first left it; then both count, in that order.
    assert len(told) + Decision.objects.count() == 3
    assert row.status == Decision.objects.order_by("pk").last().to_status
    assert (row.shown_version is not None) == (row.status == Comment.Status.APPROVED)


def test_the_same_batch_is_not_undone_twice_at_once():
    comments, noura = make_comments(make_story(), 10, status="pending"), make_user("noura")
    decisions, _refusals = moderation.decide_many(comments, "reject", noura)
    results = at_once(*[lambda: moderation.undo_many(decisions, noura)] * 2)
    assert sorted(len(undone) for undone, _refusals in results) == [0, 10]
    assert Decision.objects.count() == 20
    assert Comment.objects.pending().count() == 10


def test_a_redaction_and_an_approval_at_once_show_the_redacted_text():
    comment, noura = make_comment(make_story(), text="Call 555 0100 now."), make_user("noura")
    seen = Comment.objects.get(pk=comment.pk)
    at_once(lambda: moderation.redact(comment, noura, ["555 0100"]), lambda: moderation.approve(seen, noura))
    assert "555" not in Comment.objects.visible().select_related("shown_version").get().shown_version.text
    assert Decision.objects.count() == 2


@pytest.mark.parametrize("attempt", range(3))
def test_an_edit_and_an_approval_at_once_show_what_was_read_or_nothing(attempt):
    comment, noura = make_comment(make_story(), text="The first text."), make_user("noura")
    seen = Comment.objects.get(pk=comment.pk)
    version = seen.versions.latest()
    revised, approved = at_once(
        lambda: moderation.revise(comment, "The second text."),
        lambda: moderation.approve(seen, noura, version=version),
    )
    row = Comment.objects.select_related("shown_version").get()
    assert isinstance(revised, CommentVersion)
    assert (row.text, row.status) == ("The second text.", "pending")
    if isinstance(approved, moderation.TextChanged):
        assert row.shown_version is None
    else:
        assert row.shown_version.text == "The first text."
        assert [decision.rule for decision in row.decisions.all()] == ["edited", ""]


@pytest.mark.parametrize("attempt", range(3))
def test_a_withdrawal_and_an_approval_at_once_leave_nothing_shown(attempt):
    comment, noura = make_comment(make_story()), make_user("noura")
    seen = Comment.objects.get(pk=comment.pk)
    withdrawn, _approved = at_once(lambda: moderation.withdraw(comment), lambda: moderation.approve(seen, noura))
    row = Comment.objects.get()
    assert isinstance(withdrawn, Decision)
    assert (row.status, row.shown_version) == ("withdrawn", None)
    assert row.decisions.first() == withdrawn


@pytest.mark.parametrize("attempt", range(5))
def test_an_erasure_while_comments_come_leaves_each_erased_or_of_somebody_new(attempt):
    story = make_story()
    make_publication(comments_a_minute=1_000)
    address = "huda@example.org"
    first = make_comment(story, status="approved", email=address)
    submissions = [make_submission(story, email=address, parent=first if number % 2 else None) for number in range(8)]

    def send():
        for submission in submissions:
            try:
                moderation.submit(submission)
            except moderation.ParentNotShown:
                continue

    results = at_once(send, lambda: moderation.erase(first.commenter), send)
    # The same text twice is refused to the second, unless an erasure came between; nothing else may go wrong.
    assert [result for result in results if result and not isinstance(result, moderation.Duplicate)] == []
    assert not Commenter.objects.filter(pk=first.commenter_id).exists()
    for comment in Comment.objects.all():
        assert (comment.text == "") == (comment.commenter_id is None)
    assert not CommentVersion.objects.exclude(text="").filter(comment__commenter=None).exists()


def test_erasures_beside_decisions_on_the_same_comments_never_wait_for_each_other():
    story, noura = make_story(), make_user("noura")
    make_publication(comments_a_minute=1_000)
    comments = [make_comment(story, email=f"person{number % 4}@example.org") for number in range(24)]
    commenters = list(Commenter.objects.order_by("pk"))

    def decide():
        for verb in ("approve", "reject", "reopen", "approve"):
            moderation.decide_many(list(Comment.objects.filter(pk__in=[row.pk for row in comments])), verb, noura)

    def erase():
        for commenter in commenters:
            moderation.erase(commenter)

    def write():
        for comment in comments[::3]:
            for verb in (lambda row: moderation.revise(row, "Another text."), moderation.withdraw):
                try:
                    verb(comment)
                except moderation.Refused:
                    continue

    assert at_once(decide, erase, write) == [None, None, None]
    assert set(Comment.objects.values_list("status", "text", "shown_version")) == {("withdrawn", "", None)}


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_appeals_at_once_one_is_kept(attempt):
    comment = make_comment(make_story(), status="rejected")
    results = at_once(*[lambda: moderation.appeal(comment, "I was there.")] * 2)
    assert sum(isinstance(result, Appeal) for result in results) == 1
    assert sum(isinstance(result, moderation.NoAppeal) for result in results) == 1
    assert Decision.objects.filter(rule="appeal").count() == 1


@pytest.mark.parametrize("attempt", range(3))
def test_reports_at_once_from_many_networks_are_counted_each_and_hide_the_comment_once(attempt):
    make_publication(reports_to_hide=4)
    comment = make_comment(make_story(), status="approved")
    networks = [f"203.0.113.{host}" for host in range(6)]
    results = at_once(
        *[lambda network=network: moderation.report(comment, "abuse", network=network) for network in networks]
    )
    # Whoever comes after the comment is hidden is told that there is nothing to report any more.
    assert sum(isinstance(result, Report) for result in results) == 4
    assert sum(isinstance(result, moderation.NotShown) for result in results) == 2
    assert Comment.objects.get().reporters == 4
    steps = [(decision.from_status, decision.to_status) for decision in comment.decisions.order_by("pk")[1:]]
    assert steps == [("approved", "pending"), ("pending", "pending")]


def test_the_same_report_sent_twice_at_once_is_stored_once():
    comment = make_comment(make_story(), status="approved")
    results = at_once(*[lambda: moderation.report(comment, "abuse", network="203.0.113.1")] * 4)
    assert len({result.pk for result in results}) == 1
    assert Report.objects.count() == 1


def test_the_limit_of_reports_holds_for_many_at_once():
    story = make_story()
    comments = [make_comment(story, status="approved") for _number in range(9)]
    results = at_once(
        *[lambda comment=comment: moderation.report(comment, "abuse", network="203.0.113.1") for comment in comments]
    )
    assert sum(isinstance(result, Report) for result in results) == 5
    assert sum(isinstance(result, moderation.Flooded) for result in results) == 4


@pytest.mark.parametrize("attempt", range(5))
def test_a_report_and_an_approval_at_once_leave_it_shown_and_immune_or_waiting(attempt):
    """Two networks have reported it; the third would hide it in the moment in which it is approved."""
    comment, noura = make_comment(make_story(), status="approved"), make_user("noura")
    for host in (1, 2):
        moderation.report(comment, "abuse", network=f"203.0.113.{host}")
    seen = Comment.objects.get(pk=comment.pk)
    third, approval = at_once(
        lambda: moderation.report(comment, "abuse", network="203.0.113.3"),
        lambda: moderation.approve(seen, noura),
    )
    # Whichever came first, what was approved stands: either its report did nothing, or it was shown again.
    assert isinstance(third, Report)
    assert isinstance(approval, Decision)
    row = Comment.objects.select_related("shown_version").get(pk=comment.pk)
    assert (row.status, row.shown_version.is_immune, row.reporters) == (Comment.Status.APPROVED, True, 0)
    assert row.decisions.first() == approval


@pytest.mark.parametrize("attempt", range(3))
def test_a_report_and_a_rejection_at_once_wait_for_each_other(attempt):
    comment, noura = make_comment(make_story(), status="approved"), make_user("noura")
    seen = Comment.objects.get(pk=comment.pk)
    reported, rejected = at_once(
        lambda: moderation.report(comment, "abuse", network="203.0.113.1"), lambda: moderation.reject(seen, noura)
    )
    if isinstance(rejected, Decision):
        assert isinstance(reported, moderation.NotShown)
        assert Comment.objects.get(pk=comment.pk).status == Comment.Status.REJECTED
    else:
        assert isinstance(rejected, moderation.AlreadyDecided)
        assert Comment.objects.get(pk=comment.pk).status == Comment.Status.PENDING
