"""From which networks comments and reports came is forgotten after thirty days, and which mails were sent."""

import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Mail, Report
from comments.moderation import forgetting
from tests.comments.test_at_once import at_once
from tests.conftest import NOON
from tests.factories import make_comment, make_comments, make_story, make_user

MONTH, SECOND = timedelta(days=30), timedelta(seconds=1)


def make_reported(sent_at, **fields):
    comment = make_comment(make_story(published_at=sent_at - SECOND), "approved", now=sent_at, **fields)
    moderation.report(comment, "abuse", network="203.0.113.9", now=sent_at)
    return comment


def networks_known():
    return [model.objects.filter(network_digest__isnull=False).count() for model in (Comment, Report)]


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "known"), [(MONTH - SECOND, [1, 1]), (MONTH, [0, 0])])
def test_networks_are_known_for_thirty_days_and_not_a_second_longer(age, known):
    make_reported(NOON)
    assert moderation.forget(NOON + age).networks == 2 - sum(known)
    assert networks_known() == known


@pytest.mark.django_db
def test_which_mails_were_sent_is_forgotten_with_the_rest():
    user = make_user()
    for days in (29, 31):
        Mail.objects.create(kind="waiting", user=user, state="sent", due_at=NOON - timedelta(days=days))
    assert moderation.forget(NOON).mails == 1


@pytest.mark.django_db
def test_all_are_forgotten_at_once_and_some_after_each_decision(monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(forgetting, "A_TIME", 2)
    now = timezone.now()
    make_comments(make_story(published_at=now - 2 * MONTH), 6)
    Comment.objects.update(submitted_at=now - MONTH)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(make_comment(make_story("Another")), None)
    assert networks_known() == [5, 0]
    assert moderation.forget().networks == 4
    assert networks_known() == [1, 0]


@pytest.mark.django_db
def test_set_up_forgets_what_is_due(settings, tmp_path):
    settings.VAR_DIR, settings.DEBUG = tmp_path, True
    make_reported(timezone.now() - MONTH)
    call_command("set_up", stdout=StringIO())
    assert networks_known() == [0, 0]


@pytest.mark.django_db
def test_reports_whose_networks_are_forgotten_hide_nothing_with_new_ones_and_are_still_told_of():
    comment = make_reported(NOON)
    moderation.report(comment, "abuse", network="203.0.113.10", now=NOON)
    moderation.forget(NOON + MONTH)
    for number in (11, 12):
        moderation.report(comment, "abuse", network=f"203.0.113.{number}", now=NOON + MONTH)
    comment.refresh_from_db()
    assert comment.reporters == 2
    assert comment.shown_version is not None
    moderation.report(comment, "abuse", network="203.0.113.13", now=NOON + MONTH)
    comment.refresh_from_db()
    assert comment.reporters == 3
    assert comment.shown_version is None


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_somebody_decides_on_in_this_moment_is_left_to_the_next_time():
    now = timezone.now()
    held, free = (make_reported(now, name=name) for name in ("Huda", "Yusuf"))
    Report.objects.all().delete()
    is_held, is_over = threading.Event(), threading.Event()

    def decide():
        with transaction.atomic():
            Comment.objects.select_for_update().get(pk=held.pk)
            is_held.set()
            assert is_over.wait(10)

    def forget():
        is_held.wait(10)
        number = moderation.forget(now + MONTH).networks
        is_over.set()
        return number

    assert at_once(decide, forget) == [None, 1]
    assert [Comment.objects.get(pk=one.pk).network_digest is None for one in (held, free)] == [False, True]
