"""Whatever moderators, writers and newcomers do in whatever order: nothing is shown that was not approved as it is shown,
no decision is lost, the log only grows, and of the erased nothing remains but empty rows and the decisions."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from comments import moderation
from comments.models import Appeal, Comment, Commenter, Decision
from tests.comments.test_person import everything_stored
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
        make_publication(comments_a_minute=1_000)
        self.story = make_story()
        self.people = [make_user(name, group="moderator") for name in ("noura", "yusuf")]
        # Words that only the erased ever wrote.
        self.erased = []
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

    def _expected(self, seen, to_status, person=None):
        """What must come of moving a comment that was seen so: None, or the exception."""
        now = Comment.objects.get(pk=seen.pk)
        if now.status == Status.WITHDRAWN:
            return PermissionDenied
        if now.status in (to_status,) or now.status != seen.status:
            return moderation.AlreadyDecided
        if person and Appeal.objects.filter(comment=now, decision__by=person).exists():
            # Also when another has decided on the appeal: nobody takes that back whom it was against.
            return PermissionDenied
        return None if now.versions.latest() == seen.seen_version else moderation.TextChanged

    # --- Writers

    @rule(number=picks)
    def submit(self, number):
        self.made += 1
        shown = list(Comment.objects.visible().order_by("pk"))
        parent = self._pick(shown, number) if shown and number % 2 else None
        # Some of them know each other: three addresses, each with words of its own.
        who = number % 3
        text = f"Sentinel{who}-{len(self.erased)}x was there, number {self.made}. Call {SECRET}."
        email = f"person{who}@example.org"
        self._look(
            make_comment(self.story, parent=parent, text=text, name=f"Sentinel{who}-{len(self.erased)}x", email=email)
        )

    @rule(number=picks)
    def revise(self, number):
        """A new text waits, what was approved stays shown."""
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        before = comment.status, comment.shown_version_id, comment.versions.count()
        may, was_spam = moderation.why_fixed(comment) is None, comment.status == Status.SPAM
        try:
            moderation.revise(comment, f"{comment.text} And {SECRET} again.")
        except moderation.Fixed:
            assert not may or before[2] == 10
            comment.refresh_from_db()
            assert (comment.status, comment.shown_version_id, comment.versions.count()) == before
            return
        comment.refresh_from_db()
        assert may
        assert comment.status == (Status.SPAM if was_spam else Status.PENDING)
        assert (comment.shown_version_id, comment.versions.count()) == (before[1], before[2] + 1)

    @rule(number=picks)
    def withdraw(self, number):
        if number % 3 == 0:
            comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
            may = moderation.why_fixed(comment) is None
            try:
                moderation.withdraw(comment)
            except moderation.Fixed:
                assert not may
            else:
                assert may
                assert Comment.objects.get(pk=comment.pk).status == Status.WITHDRAWN

    @rule(number=picks)
    def appeal(self, number):
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        may = moderation.may_appeal(comment)
        try:
            moderation.appeal(comment, f"{comment.name} was there all the same. {SECRET}")
        except moderation.NoAppeal:
            assert not may
        else:
            assert may
            assert Comment.objects.get(pk=comment.pk).status == Status.PENDING

    @rule(number=picks)
    def answer_as_a_reader(self, number):
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        if comment.shown_version and Comment.objects.count() < 12:
            self.made += 1
            self._look(
                make_comment(self.story, parent=comment, text=f"An answer {self.made}.", email="other@example.org")
            )
            assert moderation.why_fixed(comment) is not None

    @rule(number=picks)
    def erase(self, number):
        commenter = Comment.objects.get(pk=self._pick(self.seen, number).pk).commenter
        if commenter is None or number % 4:
            return
        comments = list(Comment.objects.filter(commenter=commenter))
        self.erased += [comment.name for comment in comments if comment.name.startswith("Sentinel")]
        # Not the digest, which the same address has again.
        self.erased.append(commenter.email)
        moderation.erase(commenter)
        for comment in comments:
            row = Comment.objects.get(pk=comment.pk)
            assert (row.text, row.name, row.status, row.shown_version, row.commenter_id) == (
                *("", "", Status.WITHDRAWN, None, None),
            )
            assert not row.versions.exclude(text="", original=None).exists()

    # --- Moderators

    @rule(number=picks)
    def look(self, number):
        self._look(self._pick(self.seen, number))

    @rule(number=picks, verb=verbs, person=people)
    def decide(self, number, verb, person):
        seen = self._snapshot(number)
        expected, before = self._expected(seen, VERBS[verb], self.people[person]), Decision.objects.count()
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
        good = [row for row in seen if self._expected(row, VERBS[verb], self.people[person]) is None]
        before = Decision.objects.count()
        decisions, refusals = moderation.decide_many(seen, verb, self.people[person])
        assert {decision.comment_id for decision in decisions} == {row.pk for row in good}
        assert len(refusals) == len(seen) - len(good)
        assert Decision.objects.count() == before + len(good)

    @rule(person=people)
    def undo_last_act(self, person):
        acts = moderation.last_act(self.people[person])
        if any(act.is_redaction for act in acts):
            with pytest.raises(PermissionDenied):
                moderation.undo_many(acts, self.people[person])
            return
        decisions, refusals = moderation.undo_many(acts, self.people[person])
        assert len(decisions) + len(refusals) == len(acts)
        for decision in decisions:
            comment = Comment.objects.get(pk=decision.comment_id)
            # What came with the comment itself goes back to waiting, or away where the newsroom wrote it.
            first = Status.WITHDRAWN if comment.is_by_newsroom else Status.PENDING
            assert comment.status == (decision.undoes.from_status or first)
            # Reports that came while it was immune have hidden it, where they are enough.
            shown = None if comment.decisions.first().is_hiding else decision.undoes.shown_before_id
            assert comment.shown_version_id == shown

    @rule(number=picks, person=people)
    def undo_any(self, number, person):
        decisions = list(Decision.objects.order_by("pk"))
        if decisions:
            decision = self._pick(decisions, number)
            if decision.is_redaction or decision.is_of_readers:
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
            except (
                moderation.AlreadyDecided,
                moderation.TextChanged,
                moderation.ParentNotShown,
                moderation.Duplicate,
                PermissionDenied,
            ):
                assert (Decision.objects.count(), Comment.objects.count()) == before

    @rule(number=picks, person=people)
    def redact(self, number, person):
        comment = Comment.objects.get(pk=self._pick(self.seen, number).pk)
        was_shown = comment.shown_version_id
        if comment.status == Status.WITHDRAWN:
            with pytest.raises(PermissionDenied):
                moderation.redact(comment, self.people[person], [SECRET])
            return
        try:
            moderation.redact(comment, self.people[person], [SECRET])
        except moderation.NothingToRedact:
            return
        assert Comment.objects.get(pk=comment.pk).shown_version_id == was_shown
        assert not comment.versions.filter(text__contains=SECRET).exists()

    # --- What holds at every moment

    @invariant()
    def what_is_shown_was_approved_as_it_is_shown(self):
        for comment in Comment.objects.visible():
            approvals = comment.decisions.filter(to_status=Status.APPROVED, version=comment.shown_version)
            assert approvals.exclude(from_status=Status.APPROVED).exists()

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
        for comment in Comment.objects.all():
            last = comment.decisions.first()
            assert comment.status == (last.to_status if last else Status.PENDING)

    @invariant()
    def of_the_erased_nothing_remains(self):
        stored = everything_stored() if self.erased else ""
        assert [word for word in self.erased if word in stored] == []
        assert {comment.text for comment in Comment.objects.filter(commenter=None, user=None)} <= {""}
        assert not Commenter.objects.filter(email=None).exists()


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
