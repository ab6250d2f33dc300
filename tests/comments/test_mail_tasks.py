"""The outbox under `TASKS=worker`: which tasks wait for the worker."""

from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments import moderation, outbox, tasks
from comments.models import Commenter, Mail
from tests.factories import make_comment, make_publication, make_story

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _worker(settings):
    settings.TASKS_RUN = "worker"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.SITE_URL = "https://news.example.org"
    make_publication()


def make_decided(now=None):
    comment = make_comment(make_story(), email=f"reader{Commenter.objects.count()}@example.org", wants_notice=True)
    Commenter.objects.update(confirmed_at=timezone.now())
    Mail.objects.filter(kind="confirm").delete()
    DBTaskResult.objects.all().delete()
    moderation.approve(comment, None, now=now)
    return comment


def waiting():
    return list(DBTaskResult.objects.filter(status="READY").order_by("run_after").values_list("run_after", flat=True))


def test_a_task_waits_for_the_moment_when_the_mail_is_due_and_names_nobody():
    now = timezone.now()
    make_decided(now)
    [task] = DBTaskResult.objects.all()
    assert task.task_path == "comments.tasks.deliver_mail"
    assert task.run_after == now + timedelta(seconds=10)
    assert task.args_kwargs == {"args": [], "kwargs": {}}


def test_a_transaction_that_fails_leaves_neither_mail_nor_task():
    with transaction.atomic():
        make_decided()
        assert waiting()
        transaction.set_rollback(True)
    assert not Mail.objects.exists()
    assert waiting() == []


def test_the_task_delivers():
    make_decided(timezone.now() - MINUTE)
    tasks.deliver_mail.call()
    assert len(django_mail.outbox) == 1


def test_a_worker_that_dies_with_a_mail_in_its_hands_is_followed_by_a_task(monkeypatch):
    make_decided()
    now = timezone.now() + MINUTE
    DBTaskResult.objects.all().delete()
    outbox._claim(Mail.objects.get().pk, now)
    assert waiting() == [now + outbox.LEASE]


def test_a_mail_server_that_is_down_is_asked_by_one_task_at_a_time(monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    for _number in range(10):
        make_decided()
    now = timezone.now() + MINUTE
    DBTaskResult.objects.all().delete()
    with monkeypatch.context() as down:
        down.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
        for turn in range(60):
            outbox.deliver(now + turn * MINUTE)
            DBTaskResult.objects.filter(run_after__lte=now + (turn + 1) * MINUTE).delete()
            assert len(waiting()) <= 2
    outbox.deliver(now + 120 * MINUTE)
    assert len(django_mail.outbox) == 10


def test_when_all_is_sent_no_new_task_begins():
    make_decided()
    DBTaskResult.objects.all().delete()
    now = timezone.now() + MINUTE
    outbox.deliver(now)
    DBTaskResult.objects.all().delete()
    outbox.deliver(now + outbox.LEASE)
    assert waiting() == []
