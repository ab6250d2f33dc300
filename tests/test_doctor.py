"""`manage.py doctor`: what it finds, and what it says is to be done."""

import socket
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from comments.models import Mail
from newsroom import health
from tests.factories import make_publication
from tests.mail_server import MailServer, send_to

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication(settings):
    settings.MAIL_FROM = settings.DEFAULT_FROM_EMAIL = "newsroom@example.org"
    make_publication()


@pytest.fixture
def server(settings):
    made = MailServer()
    send_to(settings, made.port)
    made.start()
    yield made
    made.stop()


def examine(**options):
    """(whether all is well, {check: what is said of it})."""
    out, is_well = StringIO(), True
    try:
        call_command("doctor", stdout=out, **options)
    except SystemExit as end:
        is_well = end.code == 0
    return is_well, dict(line.split(": ", 1) for line in out.getvalue().splitlines())


def test_the_doctor_first_sends_a_mail_as_sendtestemail_does(server):
    is_well, told = examine(to="editor@example.org")
    assert is_well
    assert list(told) == ["mail", "outbox", "database", "cache", "storage"]
    assert "editor@example.org" in told["mail"]
    [message] = server.mails
    assert message["To"] == "editor@example.org"


def test_without_a_name_the_mail_goes_to_the_newsrooms_own_address(server):
    examine()
    assert server.mails[0]["To"] == "newsroom@example.org"


def test_without_a_mail_server_it_says_that_mails_reach_nobody():
    is_well, told = examine()
    assert is_well
    assert "reach nobody" in told["mail"]
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("answers", "words"), [("never", "name another address with --to"), ("refuse", "refuses the mail with 554")]
)
def test_a_refusal_is_told_with_what_to_do(server, answers, words):
    server.answers = answers
    is_well, told = examine()
    assert not is_well
    assert words in told["mail"]
    assert told["database"] == "ok"


def test_a_server_that_does_not_answer_is_told_with_its_port(server):
    server.stop()
    is_well, told = examine()
    assert not is_well
    assert f"Nobody answers as a mail server at 127.0.0.1:{server.port}" in told["mail"]


def test_a_server_that_says_nothing_is_told_as_one_that_does_not_answer(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        send_to(settings, silent.getsockname()[1], timeout=0.2)
        is_well, told = examine()
    assert not is_well
    assert "Nobody answers" in told["mail"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"due_at": timedelta(minutes=-20)}, "nobody sends them"),
        ({"due_at": timedelta(minutes=30), "attempts": 5}, "refused for more than an hour"),
        ({"due_at": timedelta(days=-1), "state": "failed"}, "given up"),
    ],
)
def test_mail_that_should_be_gone_is_told(fields, words):
    fields["due_at"] += timezone.now()
    Mail.objects.create(kind="mine", **fields)
    is_well, told = examine()
    assert not is_well
    assert words in told["outbox"]


@pytest.mark.parametrize("attempts", [0, 4])
def test_mail_that_waits_for_its_time_is_well(attempts):
    # The fourth attempt is made after twenty-one minutes.
    Mail.objects.create(kind="mine", due_at=timezone.now() + timedelta(hours=1), attempts=attempts)
    is_well, told = examine()
    assert is_well
    assert told["outbox"] == "ok. 1 wait for their time."


@pytest.mark.parametrize("part", health.PARTS)
def test_what_readyz_asks_the_doctor_asks_too(monkeypatch, part):
    def fail():
        raise OSError

    monkeypatch.setitem(health.PARTS, part, fail)
    is_well, told = examine()
    assert not is_well
    assert told[part].startswith("FAILED (OSError). Look at ")
