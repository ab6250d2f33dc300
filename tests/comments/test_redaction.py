"""What was taken out of a comment is nowhere any more, and readers see that it was taken out, and by whom."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone, translation

from comments import links, moderation
from comments.models import Comment, Decision
from comments.text import REDACTED, redacted, to_plain
from tests.conftest import NOON
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
TWO_NUMBERS = "Call 555 0100 or 555 0200."
NUMBER, PLACE = "0900 5512 7788", "Zyzzyva-Lane"
TEXT = f"She lives in https://example.org/{PLACE}/7, call {NUMBER}; see https://example.org/kept too."


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


def said_in(language):
    with translation.override(language):
        return to_plain(REDACTED)


def redacted_conversation(language):
    """A story with an approved comment, an approved reply to it, one that waits and a reply that waits; in all of them
    the same was redacted."""
    story = make_story(language=language)
    shown = make_comment(story, status="approved", text=TEXT)
    comments = [
        shown,
        make_comment(story, status="approved", text=f"A reply. {TEXT}", parent=shown),
        make_comment(story, text=f"It waits. {TEXT}"),
        make_comment(story, text=f"It waits too. {TEXT}", parent=shown),
    ]
    moderator = make_user(group="moderator")
    for comment in comments:
        moderation.redact(comment, moderator, [NUMBER, PLACE])
    return story, comments


def assert_is_clean(response, address):
    page = response.content.decode()
    assert response.status_code == 200, address
    for trace in (NUMBER, PLACE, REDACTED, "\\ue000"):
        assert trace not in page, (address, trace)
    return page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_was_redacted_is_on_no_page_of_the_readers_and_each_says_so(client, language):
    story, comments = redacted_conversation(language)
    shown, reply, *_waiting = (comment.pk for comment in comments)
    path = story.get_absolute_url()
    received = [f"{path}comments/received/{links.token('comment', comment.pk)}/" for comment in comments]
    home = "/ar" if language == "ar" else ""
    for address in (
        *(path, f"{path}?thread={shown}", f"{path}feed/", f"{home}/comments/feed/"),
        *(f"{path}comments/?reply={pk}" for pk in (shown, reply)),
        *received,
    ):
        assert said_in(language) in assert_is_clean(client.get(address), address), address
    _before, _script, data = client.get(path).content.decode().partition("application/ld+json")
    assert data.count(said_in(language)) >= 4


def test_what_was_redacted_is_not_in_the_lists_of_the_desk(client):
    _story, comments = redacted_conversation("en")
    client.force_login(make_user(group="moderator"))
    assert_is_clean(client.get("/admin/comments/comment/"), "list")
    for comment in comments:
        assert REDACTED not in client.get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()
        assert said_in("en") in str(Comment(name="N", text=REDACTED))
    assert_is_clean(client.get("/admin/comments/decision/"), "log")
    for decision in Decision.objects.all():
        assert_is_clean(client.get(f"/admin/comments/decision/{decision.pk}/change/"), "decision")


def test_what_was_redacted_is_not_in_the_trial_of_a_rule(client):
    redacted_conversation("en")
    client.force_login(make_user(group="moderator"))
    tried = {"kind": "words", "pattern": "lives", "action": "flag", "_try": "1"}
    page = assert_is_clean(client.post("/admin/comments/rule/add/", tried), "trial")
    assert said_in("en") in page


def test_what_is_left_of_the_text_is_shown_with_its_links(client):
    story, _comments = redacted_conversation("en")
    page = client.get(story.get_absolute_url()).content.decode()
    assert '<a href="https://example.org/kept" rel="nofollow ugc noopener">' in page
    assert 'https://example.org/<span class="redacted" dir="auto">' in page
    assert "She lives in" in page


# --- The text before


def redacted_at(now, words=(NUMBER,), story=None):
    comment = make_comment(story or make_story(), text=TEXT)
    moderation.redact(comment, None, list(words), now=now)
    return comment


@pytest.mark.parametrize(("age", "is_kept"), [(timedelta(days=30) - SECOND, True), (timedelta(days=30), False)])
def test_an_original_can_be_looked_at_for_thirty_days_and_not_a_second_longer(age, is_kept):
    comment = redacted_at(NOON)
    assert comment.versions.get().original_for_audit(NOON + age) == (TEXT if is_kept else None)
    assert comment.versions.get().original == TEXT


@pytest.mark.parametrize(("age", "forgotten"), [(timedelta(days=30) - SECOND, 0), (timedelta(days=30), 1)])
def test_an_original_is_forgotten_when_its_time_is_over(age, forgotten):
    comment = redacted_at(NOON)
    assert moderation.forget(NOON + age).originals == forgotten
    assert comment.versions.get().original == (None if forgotten else TEXT)


def test_a_text_that_was_never_redacted_has_no_original():
    assert make_comment(make_story()).versions.get().original_for_audit() is None


def test_the_command_says_how_many_were_forgotten():
    make_comment(make_story(published_at=NOON - timedelta(days=400)), now=NOON - timedelta(days=390))
    kept, old = redacted_at(timezone.now()), redacted_at(timezone.now() - timedelta(days=31))
    out = StringIO()
    call_command("forget", stdout=out)
    assert out.getvalue() == "Forgotten: originals 1, networks 1, mails 0.\n"
    assert [comment.versions.get().original for comment in (old, kept)] == [None, TEXT]


def test_a_decision_on_any_comment_forgets_what_is_due(django_capture_on_commit_callbacks):
    old, other = redacted_at(timezone.now() - timedelta(days=31)), make_comment(make_story())
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(other, None)
    assert old.versions.get().original is None


def test_a_second_redaction_does_not_bring_back_what_was_due():
    comment = redacted_at(NOON)
    moderation.redact(comment, None, [PLACE], now=NOON + timedelta(days=31))
    assert NUMBER not in comment.versions.get().original_for_audit(NOON + timedelta(days=32))


def test_what_was_taken_out_first_is_kept_no_longer_because_something_else_was_taken_out_later():
    noura, now = make_user("noura"), timezone.now()
    comment = make_comment(make_story(), text=TWO_NUMBERS)
    moderation.redact(comment, noura, ["555 0100"], now=now)
    moderation.redact(comment, noura, ["555 0200"], now=now + timedelta(days=29))
    version = comment.versions.get()
    assert (version.original, version.original_until) == (TWO_NUMBERS, now + timedelta(days=30))


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Ask HUDA, or Huda.", ["huda"], "Ask ████, or ████."),
        ("Call 555 0100 0200 now.", ["555 0100", "0100 0200"], "Call █████████████ now."),
        ("aaa", ["aa"], "███"),
        ("Price (a+b)*", ["(a+b)*"], "Price ██████"),
    ],
)
def test_words_are_taken_out_in_capitals_or_not_and_also_where_they_overlap(text, words, left):
    assert redacted(text, words).replace(REDACTED, "█") == left


def test_what_is_left_of_an_address_is_nothing_that_comments_are_compared_by():
    comment = make_comment(make_story(), text="See https://example.org/huda-saleh/ and https://example.org/kept")
    moderation.redact(comment, make_user("noura"), ["huda-saleh"])
    assert list(comment.links.values_list("address", flat=True)) == ["example.org/kept"]


def test_a_redaction_makes_the_page_a_new_version(client):
    story = make_story()
    comment = make_comment(story, status="approved", text="Call 555 0100.")
    held = client.get(story.get_absolute_url())["ETag"]
    moderation.redact(comment, make_user("noura"), ["555 0100"])
    page = client.get(story.get_absolute_url(), headers={"If-None-Match": held})
    assert page.status_code == 200
    assert "555 0100" not in page.content.decode()


def test_what_its_writer_withdrew_is_left_as_it_is():
    comment = make_comment(make_story(), text="Call 555 0100.")
    Comment.objects.update(status=Comment.Status.WITHDRAWN)
    with pytest.raises(PermissionDenied):
        moderation.redact(comment, make_user("noura"), ["555 0100"])


def test_set_up_forgets_what_is_due(settings, tmp_path):
    settings.DEBUG, settings.VAR_DIR = True, tmp_path
    old = redacted_at(timezone.now() - timedelta(days=31))
    call_command("set_up", stdout=StringIO())
    assert old.versions.get().original is None
