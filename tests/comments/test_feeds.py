import feedparser
import pytest

from articles import publishing
from comments import moderation
from tests.factories import make_comment, make_publication, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


def test_comment_feeds_hold_approved_comments_only(client):
    story, other = make_story(), make_story("Another")
    make_comment(story, status="approved", name="Huda", text="Shown <b> & https://example.org")
    for status in ("pending", "rejected", "spam"):
        make_comment(story, status=status, text=f"Secret and {status}")
    make_comment(other, status="approved", text="Elsewhere")
    for path, elsewhere in (("/comments/feed/", True), (f"{story.get_absolute_url()}feed/", False)):
        feed = client.get(path).content.decode()
        assert "Shown &amp;lt;b&amp;gt;" in feed
        assert "Secret" not in feed
        assert ("Elsewhere" in feed) is elsewhere
    publishing.withdraw(story, by=None)
    assert client.get(f"{story.get_absolute_url()}feed/").status_code == 410
    assert "Shown" not in client.get("/comments/feed/").content.decode()


def test_a_name_of_any_script_turns_nothing_around_it(client):
    make_comment(make_story("Port reopens"), status="approved", name="هدى")
    [entry] = feedparser.parse(client.get("/comments/feed/").content).entries
    assert entry.title == "\u2068هدى\u2069 on “\u2068Port reopens\u2069”"
    assert entry.author == "هدى"
    assert entry.summary.startswith('<div dir="auto">')


def test_a_decision_makes_both_feeds_new(client):
    story = make_story()
    comment = make_comment(story)
    paths = ("/comments/feed/", f"{story.get_absolute_url()}feed/")
    held = {path: client.get(path)["ETag"] for path in paths}
    moderation.approve(comment, None)
    for path in paths:
        assert client.get(path, headers={"If-None-Match": held[path]}).status_code == 200
