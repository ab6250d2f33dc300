"""What was taken out of a comment is nowhere any more, and readers see that it was taken out, and by whom."""

import pytest
from django.core import signing
from django.utils import translation

from comments import moderation
from comments.models import Comment
from comments.text import REDACTED, to_plain
from comments.views import RECEIVED_SALT
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db

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
    received = [f"{path}comments/received/{signing.dumps(comment.pk, salt=RECEIVED_SALT)}/" for comment in comments]
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


def test_what_is_left_of_the_text_is_shown_with_its_links(client):
    story, _comments = redacted_conversation("en")
    page = client.get(story.get_absolute_url()).content.decode()
    assert '<a href="https://example.org/kept" rel="nofollow ugc noopener">' in page
    assert 'https://example.org/<span class="redacted" dir="auto">' in page
    assert "She lives in" in page
