"""The hook: whatever a screen does, the comment is kept and its sender hears nothing of it."""

import logging
import threading
import time
from types import SimpleNamespace

import pytest
from django.db import transaction

from comments import moderation, screens
from comments.models import Comment, Commenter
from comments.screening import PLACES_KEPT, Finding, Place, Subject
from tests.factories import make_comment, make_publication, make_story, make_submission

SUBJECT = Subject("a secret text", "Huda", email="huda@example.org", commenter=3)
HERE = "tests.comments.test_screens"
gate = threading.Event()


def silent(subject):
    return None


def says(subject):
    return f"thinks of {subject.email}"


def spam(subject):
    return Finding("anything", "spam", places=(Place("text", 2, 8), Place("text", 2, 800)), note="0.98")


def reject(subject):
    return SimpleNamespace(action="reject", reason="abuse")


def broken(subject):
    raise TimeoutError(subject.text)


def confused(subject):
    return 5


def confused_places(subject):
    return Finding("", "flag", places=((1,),))


def float_places(subject):
    return Finding("", "flag", places=(("text", 0.0, 3.0),))


def bool_places(subject):
    return Finding("", "flag", places=(("text", False, True),))


def many_places(subject):
    return Finding("", "flag", places=tuple(("text", 0, 1) for _place in range(1_000)))


def unclean(subject):
    return "0.98\0 \ud800 of\n1\u202e" + "x" * 1_000_000


def unclean_note(subject):
    return SimpleNamespace(action="flag", note=unclean(subject))


def hangs(subject):
    gate.wait(10)
    return "too late"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(screens, "SECONDS", 0.3)
    gate.clear()
    yield
    gate.set()


def ask(settings, *names):
    settings.COMMENT_SCREENS = [f"{HERE}.{name}" for name in names]
    return screens.ask(SUBJECT)


def test_a_screen_may_have_nothing_or_a_sentence_to_say(settings):
    [found] = ask(settings, "silent", "says")
    assert (found.code, found.action, found.label, found.note) == (
        "screen",
        "flag",
        f"{HERE}.says",
        "thinks of huda@example.org",
    )


def test_a_screen_may_decide_with_places_and_a_reason(settings):
    found, rejected = ask(settings, "spam", "reject")
    assert (found.code, found.action, found.note, found.places) == ("screen", "spam", "0.98", (Place("text", 2, 8),))
    assert (rejected.action, rejected.reason) == ("reject", "abuse")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("broken", "raised TimeoutError"),
        ("no_such_function", "raised ImportError"),
        ("confused", "answered int"),
        ("confused_places", "raised TypeError"),
        ("float_places", "answered float"),
        ("bool_places", "answered bool"),
        ("hangs", "slow"),
    ],
)
def test_what_goes_wrong_is_a_finding_and_nothing_of_the_comment_is_logged(settings, caplog, name, what):
    with caplog.at_level(logging.DEBUG):
        [found] = ask(settings, name)
    assert (found.code, found.action, found.label) == ("screen", "flag", f"{HERE}.{name} {what}")
    assert name in caplog.text
    assert "secret" not in caplog.text
    assert "huda" not in caplog.text


def test_no_more_places_are_kept_than_of_a_rule(settings):
    assert len(ask(settings, "many_places")[0].places) == PLACES_KEPT


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["unclean", "unclean_note"])
def test_what_a_screen_says_is_stored_without_what_no_database_takes(settings, name):
    settings.COMMENT_SCREENS = [f"{HERE}.{name}"]
    note = make_comment(make_story()).matches.get(code="screen").note
    assert note.startswith("0.98 of 1xxx")
    assert len(note) == 300


@pytest.mark.django_db
def test_where_no_thread_can_be_started_the_comment_is_held_and_the_place_is_free_again(settings, monkeypatch):
    def start(thread):
        raise RuntimeError("can't start new thread")

    settings.COMMENT_SCREENS = [f"{HERE}.says"]
    with monkeypatch.context() as broken:
        broken.setattr(threading.Thread, "start", start)
        for _time in range(screens.CALLS_AT_ONCE + 1):
            match = make_comment(make_story()).matches.get(code="screen")
            assert match.label == f"{HERE}.says raised RuntimeError"
    assert ask(settings, "says")[0].label == f"{HERE}.says"


def test_a_connection_that_cannot_be_closed_leaves_its_place_free(settings, monkeypatch):
    def close_all():
        raise OSError

    monkeypatch.setattr(screens.connections, "close_all", close_all)
    monkeypatch.setattr(threading, "excepthook", lambda _arguments: None)
    labels = {ask(settings, "silent") == [] for _time in range(screens.CALLS_AT_ONCE + 2)}
    assert labels == {True}


def test_one_that_hangs_does_not_silence_the_others_and_all_share_the_time(settings):
    started = time.monotonic()
    found = ask(settings, "hangs", "says", "hangs")
    assert time.monotonic() - started < 1
    assert [finding.label.rpartition(".")[2] for finding in found] == ["hangs slow", "says", "hangs slow"]


def test_calls_that_hang_are_bounded_and_free_again_when_they_end(settings, monkeypatch):
    monkeypatch.setattr(screens, "SECONDS", 0.01)
    before = threading.active_count()
    labels = [ask(settings, "hangs")[0].label.partition(" ")[2] for _time in range(screens.CALLS_AT_ONCE + 2)]
    assert labels == ["slow"] * screens.CALLS_AT_ONCE + ["busy"] * 2
    assert threading.active_count() - before <= screens.CALLS_AT_ONCE
    gate.set()
    until = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    monkeypatch.setattr(screens, "SECONDS", 5)
    assert ask(settings, "hangs")[0].note == "too late"


@pytest.mark.django_db
def test_trouble_holds_the_comment_and_says_why(settings):
    settings.COMMENT_SCREENS = [f"{HERE}.broken"]
    comment = make_comment(make_story())
    match = comment.matches.get(code="screen")
    assert (comment.status, comment.flags) == ("pending", 1)
    assert match.sentence == f"Screen {HERE}.broken ended in an error (TimeoutError)"


@pytest.mark.django_db
def test_a_screen_that_says_spam_decides_and_leaves_its_decision(settings):
    settings.COMMENT_SCREENS = [f"{HERE}.spam"]
    comment = make_comment(make_story())
    assert comment.status == "spam"
    assert comment.decisions.get().rule == f"{HERE}.spam"


@pytest.mark.django_db
def test_what_is_refused_anyway_is_not_asked_about(settings, monkeypatch):
    asked = []
    monkeypatch.setattr(screens, "ask", lambda subject: asked.append(subject) or [])
    settings.COMMENT_SCREENS = [f"{HERE}.silent"]
    story, closed = make_story(), make_story(comments_open=False)
    make_publication(comments_a_minute=2)
    first = make_submission(story)
    moderation.submit(first)
    for submission in (first, make_submission(closed)):
        with pytest.raises(moderation.Refused):
            moderation.submit(submission)
    make_comment(story, email=first.email)
    with pytest.raises(moderation.Flooded):
        moderation.submit(make_submission(story, email=first.email))
    assert len(asked) == 2


@pytest.mark.django_db
def test_a_story_that_closes_while_screens_are_asked_takes_no_comment_and_keeps_no_address(settings, monkeypatch):
    def close(subject):
        make_publication(comments_closed=True)
        return []

    monkeypatch.setattr(screens, "ask", close)
    settings.COMMENT_SCREENS = [f"{HERE}.silent"]
    with pytest.raises(moderation.Closed):
        moderation.submit(make_submission(make_story()))
    assert not Comment.objects.exists()
    assert not Commenter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_screens_are_asked_outside_of_the_transaction(settings, monkeypatch):
    seen = []

    def look(subject):
        seen.append(transaction.get_connection().in_atomic_block)
        return []

    monkeypatch.setattr(screens, "ask", look)
    settings.COMMENT_SCREENS = [f"{HERE}.silent"]
    make_comment(make_story())
    assert seen == [False]
