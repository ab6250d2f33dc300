"""The outbox under several hands, on real connections to PostgreSQL."""

import threading
from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.db import connection, transaction
from django.utils import timezone

from comments import mailing, moderation, notifications, outbox
from comments.models import Comment, Commenter, Mail
from comments.moderation import person
from tests.comments.test_at_once import at_once
from tests.factories import make_comment, make_publication, make_story, make_submission, make_user
from tests.mail_server import MailServer, send_to

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(settings):
    made = MailServer()
    send_to(settings, made.port, timeout=10)
    made.start()
    yield made
    made.stop()


def make_confirmed(story, email, status, **fields):
    commenter = Commenter.objects.for_email(email)
    commenter.confirmed_at = timezone.now()
    commenter.save()
    return make_comment(story, status, email=email, wants_notice=True, **fields)


@pytest.mark.parametrize("attempt", range(3))
def test_two_who_deliver_at_once_send_each_mail_once(server, attempt):
    story, now = make_story(), timezone.now() + MINUTE
    for number in range(10):
        make_confirmed(story, f"reader{number}@example.org", "approved")
    server.slow = 0.02
    done = at_once(*[lambda: outbox.deliver(now)] * 3)
    assert sum(round.sent for round in done) == 10
    assert sorted(message["To"] for message in server.mails) == [f"reader{number}@example.org" for number in range(10)]


def test_three_a_day_holds_for_many_who_deliver_at_once(server):
    story, now = make_story(), timezone.now() + MINUTE
    make_publication(comments_a_minute=100)
    for number in range(8):
        comment = make_confirmed(story, "huda@example.org", "approved", network=f"203.0.113.{number}")
        # Not together: each would be told with the first.
        Mail.objects.filter(comment=comment).update(due_at=now + number * MINUTE)
    for turn in range(20):
        at_once(*[lambda turn=turn: outbox.deliver(now + turn * MINUTE)] * 3)
    assert len(server.mails) == 3


def test_an_address_is_asked_once_by_many_comments_at_once(settings):
    settings.COMMENT_GUARDS = False
    story = make_story()
    submissions = [
        make_submission(story, email="victim@example.net", network=f"203.0.113.{number}", wants_notice=True)
        for number in range(8)
    ]
    results = at_once(*[lambda submission=submission: moderation.submit(submission) for submission in submissions])
    assert all(isinstance(result, Comment) for result in results)
    assert Mail.objects.filter(kind="confirm").count() == 1


def test_a_network_is_stopped_at_ten_by_many_comments_at_once(settings):
    settings.COMMENT_GUARDS = False
    story = make_story()
    submissions = [
        make_submission(story, email=f"victim{number}@example.net", network="203.0.113.9", wants_notice=True)
        for number in range(16)
    ]
    results = at_once(*[lambda submission=submission: moderation.submit(submission) for submission in submissions])
    assert all(isinstance(result, Comment) for result in results)
    assert Mail.objects.filter(kind="confirm").count() == 10


def test_comments_that_come_while_mail_goes_out_are_all_told_to_the_moderator(settings, monkeypatch):
    settings.COMMENT_GUARDS = False
    settings.SITE_URL = "https://news.example.org"
    monkeypatch.setattr(outbox, "BETWEEN_NOTICES", timedelta())
    # However many have come since the last mail, each is told by its text.
    monkeypatch.setattr(mailing, "MOST", 40)
    story = make_story()
    make_user("noura", "moderator", email="noura@example.org", comment_notices="at_once")
    submissions = [make_submission(story, text=f"Text number {number}.") for number in range(40)]

    def send(part):
        for submission in submissions[part::2]:
            moderation.submit(submission)

    def deliver():
        for _turn in range(60):
            outbox.deliver()

    assert at_once(lambda: send(0), lambda: send(1), deliver) == [None, None, None]
    for turn in range(10):
        outbox.deliver(timezone.now() + turn * MINUTE)
    told = " ".join(message.body for message in django_mail.outbox)
    assert [number for number in range(40) if f"Text number {number}." not in told] == []


def test_a_digest_that_begins_in_two_transactions_at_once_is_one_row():
    story = make_story()
    make_user("noura", "moderator", email="noura@example.org", comment_notices="hourly")
    comments = [make_comment(story) for _number in range(4)]
    Mail.objects.all().delete()

    def tell(comment):
        with transaction.atomic():
            notifications.waiting([comment])

    assert at_once(*[lambda comment=comment: tell(comment) for comment in comments]) == [None] * 4
    assert Mail.objects.filter(kind="waiting").count() == 1


def test_decisions_and_answers_and_deliveries_at_once_do_not_wait_for_one_another_for_ever():
    stories = [make_story(f"Story {number}") for number in range(4)]
    make_publication(comments_a_minute=100)
    noura = make_user("noura", "moderator", email="noura@example.org", comment_notices="at_once")
    parents = [
        make_confirmed(story, f"reader{number % 2}@example.org", "approved") for number, story in enumerate(stories)
    ]
    replies = [make_comment(parent.article, parent=parent) for parent in parents for _number in range(4)]

    def decide(order):
        for _turn in range(10):
            rows = list(Comment.objects.filter(pk__in=[reply.pk for reply in replies]).order_by(order))
            verb = "approve" if rows[0].status == "pending" else "reopen"
            moderation.decide_many(rows, verb, noura)

    def answer():
        for number, parent in enumerate(parents * 3):
            moderation.answer(parent, noura, f"We have asked, {number} times.")

    def deliver():
        for turn in range(20):
            outbox.deliver(timezone.now() + turn * MINUTE)

    assert at_once(lambda: decide("pk"), lambda: decide("-pk"), answer, deliver) == [None] * 4


def test_no_database_connection_is_held_while_a_mail_server_takes_its_time(monkeypatch):
    held = []
    make_confirmed(make_story(), "huda@example.org", "approved")
    monkeypatch.setattr(mailing._Message, "send", lambda message: held.append(connection.connection))
    assert outbox.deliver(timezone.now() + MINUTE).sent == 1
    assert held == [None]


def test_the_link_to_ones_own_page_is_asked_for_outside_of_any_transaction(client):
    make_publication()
    make_confirmed(make_story(), "huda@example.org", "approved")
    assert client.post("/comments/mine/", {"email": "huda@example.org"}).status_code == 200
    assert Mail.objects.filter(kind="mine").count() == 1


def approve_while_its_address_is_confirmed(monkeypatch, commenter, comment):
    """Approves `comment` when `commenter` has confirmed, but not committed."""
    noura, confirmed, approved = make_user("noura"), threading.Event(), threading.Event()
    tell = notifications.confirmed

    def told(*args):
        tell(*args)
        confirmed.set()
        approved.wait(1)

    def approve():
        confirmed.wait(5)
        moderation.approve(comment, noura)
        approved.set()

    monkeypatch.setattr(notifications, "confirmed", told)
    assert at_once(lambda: moderation.confirm(commenter), approve)[1] is None


def test_whoever_confirms_while_a_comment_is_approved_is_told(monkeypatch):
    make_publication()
    comment = make_comment(make_story(), email="huda@example.org", wants_notice=True)
    approve_while_its_address_is_confirmed(monkeypatch, comment.commenter, comment)
    assert Mail.objects.filter(kind="outcome").count() == 1


def test_whoever_confirms_while_an_answer_is_approved_is_told(monkeypatch):
    make_publication()
    story = make_story()
    comment = make_comment(story, "approved", email="huda@example.org", wants_notice=True)
    approve_while_its_address_is_confirmed(monkeypatch, comment.commenter, make_comment(story, parent=comment))
    assert Mail.objects.filter(kind="replies").count() == 1


def test_erasing_and_approving_an_answer_do_not_wait_for_each_other_for_ever(monkeypatch):
    make_publication()
    story = make_story()
    comment = make_confirmed(story, "huda@example.org", "approved")
    reply = make_comment(story, parent=comment)
    noura, erasing, deciding = make_user("noura"), threading.Event(), threading.Event()
    record, decided = person._record, notifications.decided

    def recorded(*args):
        erasing.set()
        deciding.wait(1)
        return record(*args)

    def told(*args):
        deciding.set()
        return decided(*args)

    def approve():
        erasing.wait(5)
        moderation.approve(reply, noura)

    monkeypatch.setattr(person, "_record", recorded)
    monkeypatch.setattr(notifications, "decided", told)
    assert at_once(lambda: moderation.erase(comment.commenter), approve) == [None, None]
    assert not Commenter.objects.filter(pk=comment.commenter_id).exists()


def test_confirming_and_deciding_on_what_was_decided_do_not_wait_for_each_other_for_ever(monkeypatch):
    make_publication()
    comment = make_comment(make_story(), "approved", email="huda@example.org", wants_notice=True)
    noura, deciding, confirming = make_user("noura"), threading.Event(), threading.Event()
    decided, confirmed = notifications.decided, notifications.confirmed

    def told_of_the_decision(*args):
        deciding.set()
        confirming.wait(1)
        return decided(*args)

    def told_of_the_address(*args):
        confirming.set()
        return confirmed(*args)

    def confirm():
        deciding.wait(5)
        moderation.confirm(comment.commenter)

    monkeypatch.setattr(notifications, "decided", told_of_the_decision)
    monkeypatch.setattr(notifications, "confirmed", told_of_the_address)
    done = at_once(lambda: moderation.reject(comment, noura, reason="abuse"), confirm)
    assert not [result for result in done if isinstance(result, Exception)]
    assert Mail.objects.filter(kind="outcome").exists()
