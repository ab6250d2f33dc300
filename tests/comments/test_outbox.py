"""The outbox against a mail server that refuses, hangs, dies and comes back."""

import logging
import re
import smtplib
import socket
import threading
import traceback
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from comments import mailing, moderation, notifications, outbox
from comments.models import Comment, Commenter, Mail
from tests.factories import make_comment, make_publication, make_story, make_submission, make_user
from tests.mail_server import MailServer, send_to

pytestmark = pytest.mark.django_db

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
VICTIM = "victim@example.net"


@pytest.fixture
def server(settings):
    settings.SITE_URL = "https://news.example.org"
    made = MailServer()
    send_to(settings, made.port)
    made.start()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


def make_told(email="huda@example.org", story=None, **fields):
    """A comment that waits, of somebody who has confirmed their address and asked to be told."""
    comment = make_comment(story or make_story(), email=email, wants_notice=True, **fields)
    Commenter.objects.filter(pk=comment.commenter_id).update(confirmed_at=timezone.now())
    Mail.objects.filter(kind="confirm").delete()
    return Comment.objects.get(pk=comment.pk)


def make_mail(now=None):
    """A mail that is due: a comment was published."""
    comment = make_told(email=f"reader{Commenter.objects.count()}@example.org")
    moderation.approve(comment, None, now=(now or timezone.now()) - MINUTE)
    return Mail.objects.get(comment=comment)


def states(*mails):
    return [Mail.objects.get(pk=mail.pk).state for mail in mails]


# --- It arrives


def test_a_mail_that_is_due_is_sent_once(server):
    mail, now = make_mail(), timezone.now()
    assert outbox.deliver(now) == (1, 0, False)
    assert outbox.deliver(now) == (0, 0, False)
    assert states(mail) == ["sent"]
    [message] = server.mails
    assert message["To"] == "reader0@example.org"
    assert message["Subject"].strip().startswith("Your comment on")


def test_nothing_is_sent_before_it_is_due(server):
    now = timezone.now()
    moderation.approve(make_told(), None, now=now)
    assert outbox.deliver(now + timedelta(seconds=9)) == (0, 0, False)
    assert outbox.deliver(now + timedelta(seconds=10)) == (1, 0, False)


def test_a_row_holds_no_address_and_no_word(server):
    comment = make_told(text="A sentence that nobody else wrote.")
    moderation.approve(comment, None)
    [row] = Mail.objects.filter(comment=comment).values_list()
    held = " ".join(str(value) for value in row)
    for word in ("huda", "example.org", "sentence", comment.commenter.email_digest):
        assert word not in held


def test_the_headers_are_those_of_a_machine_and_the_reader_can_stop_it_with_one_click(server):
    mail = make_mail()
    outbox.deliver()
    [message] = server.mails
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    assert re.fullmatch(rf"<comments\.{mail.pk}\.[0-9a-f]{{16}}@news\.example\.org>", message["Message-ID"])
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # As it goes over the wire: a mail client looks for the address as it is, not for an encoded word.
    [line] = [line for line in server.raw[0].replace(b"\r\n ", b" ").splitlines() if line.startswith(b"List-Unsub")][:1]
    assert line.split(b": ", 1)[1].strip().startswith(b"<https://news.example.org/comments/stop/")
    assert line.endswith(b"/>")


# --- It does not arrive at once


@pytest.mark.parametrize("answer", ["later", "never", "refuse"])
def test_what_the_server_refuses_is_tried_again_and_arrives_when_it_is_taken(server, answer):
    mail, now = make_mail(), timezone.now()
    server.answers = answer
    assert outbox.deliver(now) == (0, 1, False)
    assert outbox.deliver(now + timedelta(seconds=59)) == (0, 0, False)
    server.answers = "take"
    assert outbox.deliver(now + MINUTE) == (1, 0, False)
    assert len(server.mails) == 1
    assert states(mail) == ["sent"]


def test_one_recipient_who_is_refused_does_not_keep_the_others_waiting(server):
    first, second = make_mail(), make_mail()
    address = "reader0@example.org"

    async def refuse_one(_server, session, envelope, recipient, options):
        if recipient == address:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(recipient)
        return "250 OK"

    server.handle_RCPT = refuse_one
    assert outbox.deliver() == (1, 1, False)
    assert states(first, second) == ["queued", "sent"]


def test_a_server_that_is_down_for_an_hour_loses_nothing_and_gets_nothing_twice(server):
    mails, start = [make_mail() for _number in range(5)], timezone.now()
    server.stop()
    for minute in range(60):
        done = outbox.deliver(start + minute * MINUTE)
        assert done.sent == 0
        # One attempt is enough to see that nobody answers.
        assert done.failed <= 1
    server.start()
    for minute in range(60, 180):
        outbox.deliver(start + minute * MINUTE)
    assert states(*mails) == ["sent"] * 5
    assert sorted(message["To"] for message in server.mails) == [f"reader{number}@example.org" for number in range(5)]


def test_the_waits_grow_to_an_hour_and_end_after_three_days(server):
    mail, start = make_mail(), timezone.now()
    server.stop()
    now, waits = start, []
    while Mail.objects.get().state == "queued":
        outbox.deliver(now)
        due_at = Mail.objects.get().due_at
        waits.append(due_at - now)
        now = due_at
    assert waits[:6] == [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, HOUR, HOUR]
    assert states(mail) == ["failed"]
    assert timedelta(days=3) - HOUR <= now - start <= timedelta(days=3) + HOUR


def test_a_server_that_takes_the_connection_and_says_nothing_is_left_after_the_timeout(settings):
    mail = make_mail()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        send_to(settings, silent.getsockname()[1], timeout=0.2)
        assert outbox.deliver() == (0, 1, True)
    row = Mail.objects.get(pk=mail.pk)
    # It was given no text, so it cannot have taken any.
    assert (row.state, row.lost) == ("queued", 0)


def test_a_server_that_hangs_with_the_text_in_its_hands_may_have_taken_it(server):
    mail, now = make_mail(), timezone.now()
    server.slow = 1.2
    assert outbox.deliver(now) == (0, 1, True)
    row = Mail.objects.get(pk=mail.pk)
    assert (row.state, row.lost, row.due_at) == ("queued", 1, now + HOUR)


def test_a_server_that_dies_in_the_middle_of_the_text_gets_it_again_when_it_is_back(server):
    mail, now = make_mail(), timezone.now()
    server.answers = "die"
    assert outbox.deliver(now) == (0, 1, True)
    server.answers = "take"
    assert outbox.deliver(now + 59 * MINUTE).sent == 0
    assert outbox.deliver(now + HOUR).sent == 1
    assert len(server.mails) == 1
    assert states(mail) == ["sent"]


class HangsUpAtData(threading.Thread):
    """A mail server that is polite until it is to be given the text."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]

    def run(self):
        while True:
            try:
                client, _address = self.socket.accept()
            except OSError:
                return
            with client, client.makefile("rb") as lines:
                client.sendall(b"220 hello\r\n")
                for line in lines:
                    if line.upper().startswith((b"DATA", b"QUIT")):
                        break
                    client.sendall(b"250 OK\r\n")


def test_a_server_that_hangs_up_before_the_text_has_not_taken_the_mail_however_often(settings, server):
    mail, now = make_mail(), timezone.now()
    bad = HangsUpAtData()
    bad.start()
    send_to(settings, bad.port)
    for attempt in range(4):
        assert outbox.deliver(now + attempt * HOUR).sent == 0
    bad.socket.close()
    mail.refresh_from_db()
    assert (mail.state, mail.lost) == ("queued", 0)
    send_to(settings, server.port)
    assert outbox.deliver(now + 5 * HOUR).sent == 1


def test_a_mailbox_that_is_none_is_given_up_after_some_hours_and_not_after_one(server):
    mail, now = make_mail(), timezone.now()
    server.answers = "never"
    for minute in range(61):
        outbox.deliver(now + minute * MINUTE)
    assert states(mail) == ["queued"]
    for hour in range(2, 12):
        outbox.deliver(now + hour * HOUR)
    assert (states(mail), server.tried) == (["failed"], outbox.MOST_REFUSALS)


def test_a_server_that_takes_a_mail_and_never_says_so_gets_it_twice_at_most_under_one_message_id(server):
    mail, now = make_mail(), timezone.now()
    server.answers = "take_and_die"
    for hours in range(100):
        outbox.deliver(now + hours * HOUR)
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert states(mail) == ["failed"]


def test_a_server_that_is_silent_at_the_good_bye_has_taken_the_mail(server, monkeypatch):
    def fail(self):
        raise smtplib.SMTPResponseException(421, b"bye")

    monkeypatch.setattr(smtplib.SMTP, "quit", fail)
    mail = make_mail()
    assert outbox.deliver() == (1, 0, False)
    assert states(mail) == ["sent"]


# --- A crash in the middle


class Crash(BaseException):
    """What no `except Exception` holds: the process is gone."""


def crash(*args, **options):
    raise Crash


def test_a_crash_after_sending_and_before_marking_sends_once_more_and_no_oftener(server, monkeypatch):
    mail, now = make_mail(), timezone.now()
    for turn in range(2):
        with monkeypatch.context() as broken:
            broken.setattr(outbox, "_mark", crash)
            with pytest.raises(Crash):
                outbox.deliver(now + turn * outbox.LEASE)
    for turn in range(2, 200):
        outbox.deliver(now + turn * outbox.LEASE)
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert states(mail) == ["failed"]


def test_a_mail_that_was_lost_once_arrives(server, monkeypatch):
    mail, now = make_mail(), timezone.now()
    with monkeypatch.context() as broken:
        broken.setattr(mailing, "letter", crash)
        with pytest.raises(Crash):
            outbox.deliver(now)
    assert outbox.deliver(now + 9 * MINUTE).sent == 0
    assert outbox.deliver(now + 10 * MINUTE).sent == 1
    assert states(mail) == ["sent"]


def test_a_database_that_fails_while_marking_counts_as_lost_and_not_as_refused(server, monkeypatch):
    mail, now = make_mail(), timezone.now()

    def fail(*args):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(outbox, "_mark", fail)
        with pytest.raises(RuntimeError):
            outbox.deliver(now)
    assert states(mail) == ["sending"]
    outbox.deliver(now + outbox.LEASE)
    assert Mail.objects.get().lost == 1
    assert len(server.mails) == 2


def test_a_mail_that_cannot_be_written_does_not_keep_the_others_waiting(server, monkeypatch):
    first, second = make_mail(), make_mail()
    write = mailing.letter
    monkeypatch.setattr(mailing, "letter", lambda mail, now: 1 / 0 if mail.pk == first.pk else write(mail, now))
    assert outbox.deliver() == (1, 1, False)
    assert states(first, second) == ["queued", "sent"]


def test_whoever_comes_late_does_not_undo_what_another_has_done(server):
    mail, now = make_mail(), timezone.now()
    slow = outbox._claim(mail.pk, now)
    quick = outbox._claim(mail.pk, now + outbox.LEASE)
    assert quick.lost == 1
    outbox._mark(quick, outbox._send(quick, now), now)
    outbox._put_back(slow, TimeoutError(), now)
    assert states(mail) == ["sent"]


def test_the_log_names_rows_and_errors_and_quotes_nobody(server, caplog):
    mail = make_mail()
    server.answers = "never"
    with caplog.at_level(logging.DEBUG):
        outbox.deliver()
    [record] = [record for record in caplog.records if record.name == "comments.outbox"]
    assert str(mail.pk) in record.getMessage()
    assert "SMTPRecipientsRefused" in record.getMessage()
    assert "@" not in record.getMessage()
    assert "nobody of that name" not in record.getMessage()
    assert record.exc_info is None


def test_no_error_that_comes_on_top_of_a_refusal_tells_the_address(server, monkeypatch):
    make_mail()
    monkeypatch.setattr(mailing._Message, "send", refuse_with_the_address)
    monkeypatch.setattr(outbox, "_put_back", fail_in_the_database)
    with pytest.raises(OperationalError) as raised:
        outbox.deliver()
    assert "reader0@example.org" not in "".join(traceback.format_exception(raised.value))


def refuse_with_the_address(message):
    raise smtplib.SMTPRecipientsRefused(dict.fromkeys(message.to, (550, b"no such mailbox")))


def fail_in_the_database(*args):
    raise OperationalError("database is locked")


def test_a_submission_is_told_without_address_network_and_key():
    told = repr(make_submission(None, email=VICTIM, network="203.0.113.77", key="a-key-of-a-browser"))
    assert not [word for word in (VICTIM, "203.0.113.77", "a-key-of-a-browser") if word in told]


# --- How many


def test_a_thousand_comments_under_a_victims_address_send_it_one_mail_a_day(server, settings):
    settings.COMMENT_GUARDS = False
    story, start = make_story(), timezone.now()
    words = {"name": "Zanzibar Quuxley", "text": "Purchase frobnication", "website": "https://sentinel.example/xyzzyx"}
    for number in range(1_000):
        now = start + number * timedelta(seconds=80)
        network = f"2001:db8:{number:x}::1"
        email = VICTIM if number % 2 else "Victim@Example.NET"
        comment = make_comment(story, email=email, network=network, wants_notice=True, now=now, **words)
        if number % 10 == 0:
            moderation.approve(comment, None, now=now)
        elif number % 10 == 1:
            moderation.reject(comment, None, now=now)
        if number % 50 == 0:
            outbox.deliver(now)
    outbox.deliver(start + DAY - MINUTE)
    [message] = server.mails
    text = str(message) + message.get_body(("plain",)).get_content() + message.get_body(("html",)).get_content()
    body = text.replace(message["To"], "")
    # Long ones, which no signature and no base64 holds by chance.
    for word in ("zanzibar", "quuxley", "purchase", "frobnication", "sentinel", "xyzzyx", "victim"):
        assert word not in body.lower()
    assert "Port reopens after storm" in body


def test_verdicts_that_are_told_together_are_one_of_the_three_mails_a_day(server, settings):
    settings.COMMENT_GUARDS = False
    story, now = make_story(), timezone.now()
    comments = [make_told(story=story, text=f"Text number {number}.") for number in range(5)]
    for comment in comments[:3]:
        moderation.approve(comment, None, now=now)
    outbox.deliver(now + MINUTE)
    for hours, comment in enumerate(comments[3:], 1):
        moderation.approve(comment, None, now=now + hours * HOUR)
        outbox.deliver(now + hours * HOUR + MINUTE)
    assert len(server.mails) == 3


def test_an_address_that_is_confirmed_gets_three_mails_a_day_and_loses_none_of_the_news(server):
    story, start = make_story(), timezone.now()
    comments = [make_told(story=story, network=f"203.0.113.{number}", now=start) for number in range(1, 3)]
    for number in range(20):
        now = start + number * HOUR
        comment = make_comment(
            story, email="huda@example.org", wants_notice=True, now=now, network=f"203.0.113.{number + 10}"
        )
        comments.append(comment)
        moderation.approve(comment, None, now=now)
        outbox.deliver(now + MINUTE)
    assert len(server.mails) == 3
    outbox.deliver(start + 23 * HOUR)
    assert len(server.mails) == 3
    outbox.deliver(start + DAY + 2 * MINUTE)
    [*_three, last] = server.mails
    assert len(server.mails) == 4
    # What waited is told together.
    assert last.get_body(("plain",)).get_content().count("is published:") == 17
    assert Mail.objects.filter(kind="outcome", told_with__isnull=False).count() == 16
    assert not Mail.objects.filter(state="queued").exists()


def test_one_network_cannot_make_us_write_to_more_than_ten_addresses_a_day(server, settings):
    settings.COMMENT_GUARDS = False
    story, now = make_story(), timezone.now()
    for number in range(15):
        make_comment(story, email=f"somebody{number}@example.net", network="203.0.113.9", wants_notice=True, now=now)
    for number in range(15):
        notifications.asked_for_mine(f"somebody{number}@example.net", "203.0.113.9", "en", now)
    assert Mail.objects.count() == 10
    make_comment(story, email="late@example.net", network="203.0.113.9", wants_notice=True, now=now + DAY + MINUTE)
    assert Mail.objects.count() == 11


# --- In the end


def test_what_was_sent_is_forgotten_after_thirty_days(server):
    make_mail()
    now = timezone.now()
    outbox.deliver(now)
    waiting = make_mail(now + 29 * DAY)
    outbox.prune(now + 29 * DAY)
    assert Mail.objects.count() == 2
    outbox.prune(now + 31 * DAY)
    assert list(Mail.objects.all()) == [waiting]


def test_the_command_sends_what_is_due(server, capsys):
    make_mail()
    call_command("send_mail")
    assert capsys.readouterr().out == "1 sent, 0 failed.\n"
    assert len(server.mails) == 1


def test_the_command_says_that_the_server_does_not_work(server, capsys):
    make_mail()
    server.stop()
    call_command("send_mail")
    told = capsys.readouterr()
    assert told.out == "0 sent, 1 failed.\n"
    assert "doctor" in told.err


def test_no_thread_runs_in_tests_and_commands():
    import threading

    make_mail()
    assert "outbox" not in [thread.name for thread in threading.enumerate()]


def test_a_moderator_is_a_reader_of_mail_too(server):
    """A digest that fails while the next one has begun is told with it."""
    story = make_story()
    make_user("noura", group="moderator", email="noura@example.org", comment_notices="at_once")
    make_comment(story, text="The first one.")
    now = timezone.now()
    [row] = Mail.objects.filter(kind="waiting")
    taken = outbox._claim(row.pk, now)
    make_comment(story, text="The second one.")
    assert Mail.objects.filter(kind="waiting", state="queued").count() == 1
    outbox._put_back(taken, TimeoutError(), now)
    assert Mail.objects.filter(kind="waiting").count() == 1
    outbox.deliver(now + 2 * MINUTE)
    [message] = server.mails
    text = message.get_body(("plain",)).get_content()
    assert "The first one." in text
    assert "The second one." in text
