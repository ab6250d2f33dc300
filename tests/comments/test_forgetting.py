"""From which networks comments and reports came is forgotten after thirty days."""

import threading
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Report
from comments.moderation import forgetting
from tests.comments.test_at_once import at_once
from tests.conftest import NOON
from tests.factories import make_comment, make_comments, make_story

MONTH, SECOND = timedelta(days=30), timedelta(seconds=1)


def make_reported(sent_at, **fields):
    comment = make_comment(make_story(published_at=sent_at - SECOND), "approved", now=sent_at, **fields)
    moderation.report(comment, "abuse", network="203.0.113.9", now=sent_at)
    return comment


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "is_known"), [(MONTH - SECOND, True), (MONTH, False)])
def test_networks_are_known_for_thirty_days_and_not_a_second_longer(age, is_known):
    make_reported(NOON)
    assert moderation.forget(NOON + age).networks == (0 if is_known else 2)
    assert (Comment.objects.get().network_digest is not None) == is_known
    assert (Report.objects.get().network_digest is not None) == is_known


@pytest.mark.django_db
def test_all_are_forgotten_however_many_there_are(monkeypatch):
    monkeypatch.setattr(forgetting, "A_TIME", 2)
    make_comments(make_story(published_at=NOON), 5)
    assert moderation.forget(timezone.now() + MONTH).networks == 5
    assert not Comment.objects.filter(network_digest__isnull=False).exists()


@pytest.mark.django_db
def test_a_decision_on_any_comment_forgets_old_networks(django_capture_on_commit_callbacks):
    old = make_reported(timezone.now() - MONTH)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(make_comment(make_story("Another")), None)
    old.refresh_from_db()
    assert old.network_digest is None


@pytest.mark.django_db
def test_reports_whose_networks_are_forgotten_hide_nothing_with_new_ones():
    comment = make_reported(NOON)
    moderation.report(comment, "abuse", network="203.0.113.10", now=NOON)
    moderation.forget(NOON + MONTH)
    moderation.report(comment, "abuse", network="203.0.113.11", now=NOON + MONTH)
    comment.refresh_from_db()
    assert comment.reporters == 1
    assert comment.shown_version is not None


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_somebody_decides_on_in_this_moment_is_left_to_the_next_time():
    held, free = (make_reported(NOON, name=name) for name in ("Huda", "Yusuf"))
    Report.objects.all().delete()
    is_held, is_over = threading.Event(), threading.Event()

    def decide():
        with transaction.atomic():
            Comment.objects.select_for_update().get(pk=held.pk)
            is_held.set()
            assert is_over.wait(10)

    def forget():
        is_held.wait(10)
        number = moderation.forget(NOON + MONTH).networks
        is_over.set()
        return number

    assert at_once(decide, forget) == [None, 1]
    assert [Comment.objects.get(pk=one.pk).network_digest is None for one in (held, free)] == [False, True]
