"""Whatever moderators, writers and newcomers do in whatever order: nothing is shown that was not approved as it is shown,
no decision is lost, and the log only grows."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from comments import moderation
from comments.models import Comment, CommentVersion, Decision
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status
SECRET = "555 0100"
VERBS = {
    "approve": Status.APPROVED,
    "reject": Status.REJECTED,
    "mark_spam": Status.SPAM,
    "reopen": Status.PENDING,
}
picks = st.integers(0, 30)
people = st.integers(0, 1)
verbs = st.sampled_from(sorted(VERBS))


class Readers:
    """Those who report what they see, from a few networks."""

    @rule(number=picks, host=st.integers(1, 4), trap=st.sampled_from(["", "", "", "x"]))
    def report(self, number, host, trap):
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        before, was_visible = Decision.objects.count(), comment in Comment.objects.visible()
        try:
            stored = moderation.report(comment, "abuse", network=f"203.0.113.{host}", trap=trap)
        except moderation.NotShown:
            assert not was_visible or comment.is_by_newsroom
            return
        except moderation.Flooded:
            return
        assert was_visible
        now = Comment.objects.get(pk=comment.pk)
        is_idle = stored.version.is_immune or not stored.counts
        assert (
            (now.status, Decision.objects.count()) == (comment.status, before) if is_idle else now.status == "pending"
        )

    @invariant()
    def only_enough_networks_hide_and_never_what_is_immune(self):
        for hiding in Decision.objects.filter(from_status="pending", to_status="pending", rule="reports"):
            reports = hiding.version.reports.filter(counts=True, submitted_at__lte=hiding.at)
            assert reports.values("network_digest").distinct().count() >= 3
        for comment in Comment.objects.visible().exclude(shown_version__is_immune=True):
            reports = comment.shown_version.reports.filter(counts=True)
            assert reports.values("network_digest").distinct().count() < 3


class Desk(Readers, RuleBasedStateMachine):
    """Two moderators who act on what they saw, which may be long ago; writers who change and withdraw meanwhile."""

    @initialize()
    def open(self):
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        make_publication()
        self.story = make_story()
        self.people = [make_user("noura"), make_user("yusuf")]
        # What was seen of a comment at some time, oldest first.
        self.seen = []
        self.log = []
        self.made = 0
        self.submit(0)

    def teardown(self):
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    def _pick(self, rows, number):
        return rows[number % len(rows)]

    def _look(self, comment):
        row = Comment.objects.get(pk=comment.pk)
        row.seen_version = row.versions.latest()
        self.seen.append(row)

    def _snapshot(self, number):
        """A copy, since the verbs tell the object that they are given what became of it."""
        seen = self._pick(self.seen, number)
        row = Comment(pk=seen.pk, status=seen.status)
        row.seen_version = seen.seen_version
        return row

    def _expected(self, seen, to_status):
        """What must come of moving a comment that was seen so: None, or the exception."""
        now = Comment.objects.get(pk=seen.pk)
        if now.status == Status.WITHDRAWN:
            return PermissionDenied
        if now.status in (to_status,) or now.status != seen.status:
            return moderation.AlreadyDecided
        return None if now.versions.latest() == seen.seen_version else moderation.TextChanged

    # --- Writers

    @rule(number=picks)
    def submit(self, number):
        self.made += 1
        shown = list(Comment.objects.visible().order_by("pk"))
        parent = self._pick(shown, number) if shown and number % 2 else None
        text = f"I was there, number {self.made}. Call {SECRET}."
        self._look(make_comment(self.story, parent=parent, text=text))

    @rule(number=picks)
    def revise(self, number):
        """As its writer will: a new text waits, what was approved stays shown."""
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        if comment.status in (Status.APPROVED, Status.PENDING):
            latest = comment.versions.latest()
            text = f"{latest.text} And {SECRET} again."
            CommentVersion.objects.create(comment=comment, number=latest.number + 1, text=text)
            Comment.objects.filter(pk=comment.pk).update(text=text, status=Status.PENDING)

    @rule(number=picks)
    def withdraw(self, number):
        if number % 3 == 0:
            pk = self._pick(self.seen, number).pk
            Comment.objects.filter(pk=pk).update(status=Status.WITHDRAWN, shown_version=None)

    # --- Moderators

    @rule(number=picks)
    def look(self, number):
        self._look(self._pick(self.seen, number))

    @rule(number=picks, verb=verbs, person=people)
    def decide(self, number, verb, person):
        seen = self._snapshot(number)
        expected, before = self._expected(seen, VERBS[verb]), Decision.objects.count()
        if expected:
            with pytest.raises(expected):
                moderation.VERBS[verb](seen, self.people[person], version=seen.seen_version)
        else:
            moderation.VERBS[verb](seen, self.people[person], version=seen.seen_version)
            assert Comment.objects.get(pk=seen.pk).status == VERBS[verb]
        assert Decision.objects.count() == before + (expected is None)

    @rule(numbers=st.lists(picks, min_size=1, max_size=5), verb=verbs, person=people)
    def decide_batch(self, numbers, verb, person):
        seen = list({row.pk: row for row in map(self._snapshot, numbers)}.values())
        good = [row for row in seen if self._expected(row, VERBS[verb]) is None]
        before = Decision.objects.count()
        decisions, refusals = moderation.decide_many(seen, verb, self.people[person])
        assert {decision.comment_id for decision in decisions} == {row.pk for row in good}
        assert len(refusals) == len(seen) - len(good)
        assert Decision.objects.count() == before + len(good)

    @rule(person=people)
    def undo_last_act(self, person):
        acts = moderation.last_act(self.people[person])
        decisions, refusals = moderation.undo_many(acts, self.people[person])
        assert len(decisions) + len(refusals) == len(acts)
        for decision in decisions:
            comment = Comment.objects.get(pk=decision.comment_id)
            # What came with the comment itself goes back to waiting.
            assert comment.status == (decision.undoes.from_status or Status.PENDING)
            assert comment.shown_version_id == decision.undoes.shown_before_id

    @rule(number=picks, person=people)
    def undo_any(self, number, person):
        decisions = list(Decision.objects.order_by("pk"))
        if decisions:
            decision = self._pick(decisions, number)
            if decision.is_redaction:
                return
            moderation.undo_many([decision], self.people[person])

    @rule(number=picks, person=people)
    def answer(self, number, person):
        seen = self._snapshot(number)
        if Comment.objects.count() < 12:
            before = Decision.objects.count(), Comment.objects.count()
            seen = Comment.objects.get(pk=seen.pk)
            seen.status = self._pick(self.seen, number).status
            try:
                moderation.answer(seen, self.people[person], "We ask.", version=self._snapshot(number).seen_version)
            except (moderation.AlreadyDecided, moderation.TextChanged, moderation.ParentNotShown, PermissionDenied):
                assert (Decision.objects.count(), Comment.objects.count()) == before

    @rule(number=picks, person=people)
    def redact(self, number, person):
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        was_shown = comment.shown_version_id
        try:
            moderation.redact(comment, self.people[person], [SECRET])
        except (moderation.NothingToRedact, PermissionDenied):
            return
        assert Comment.objects.get(pk=comment.pk).shown_version_id == was_shown
        assert not comment.versions.filter(text__contains=SECRET).exists()

    # --- What holds at every moment

    @invariant()
    def what_is_shown_was_approved_as_it_is_shown(self):
        for comment in Comment.objects.visible():
            assert comment.decisions.filter(to_status=Status.APPROVED, version=comment.shown_version).exists()

    @invariant()
    def what_was_hidden_last_is_not_shown(self):
        for comment in Comment.objects.all():
            last = comment.decisions.first()
            if last and last.to_status in (Status.REJECTED, Status.SPAM):
                assert comment.shown_version is None

    @invariant()
    def the_log_only_grows(self):
        log = list(Decision.objects.order_by("pk").values())
        assert log[: len(self.log)] == self.log
        self.log = log

    @invariant()
    def the_log_tells_how_each_comment_came_to_its_status(self):
        for comment in Comment.objects.exclude(status=Status.WITHDRAWN):
            last = comment.decisions.first()
            # A new text waits again without a decision of the newsroom.
            assert comment.status in (Status.PENDING, last.to_status if last else Status.PENDING)


@pytest.mark.django_db
def test_no_sequence_of_acts_shows_what_was_not_approved_or_changes_history():
    examples = 40 if connection.vendor == "sqlite" else 15
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            # A sequence is read as it was found: to make it the shortest takes many minutes.
            phases=[Phase.generate],
        ),
    )
