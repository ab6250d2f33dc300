"""What readers may not see, at every address where a list, a feed, a sitemap, a search or a block of data could show it.

Each address must show what is public, so that none passes because it is empty."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Correction
from comments import moderation
from comments.models import Comment
from tests.factories import (
    make_author,
    make_comment,
    make_draft,
    make_photo,
    make_publication,
    make_section,
    make_story,
    make_tag,
)

pytestmark = pytest.mark.django_db

STORY_STATES = ["draft", "in review", "ready", "scheduled", "withdrawn"]
COMMENT_STATES = ["pending", "rejected", "spam", "taken back", "on a withdrawn story", "on a scheduled story"]
# Where stories are listed; {author}, {day} and {story} are those of a public story.
STORY_ADDRESSES = [
    *("/", "/section/kuwait/", "/tag/ports/", "/author/noura-salem/", "/search/?q=zyzzyva", "/corrections/"),
    *("{year}", "{month}", "{day}", "{story}", "{story}feed/"),
    *(
        f"/{list_}feed/{kind}"
        for list_ in ("", "section/kuwait/", "tag/ports/", "author/noura-salem/")
        for kind in ("", "atom/")
    ),
    *("/sitemap.xml", "/sitemap-stories.xml", "/sitemap-front.xml", "/news-sitemap.xml", "/comments/feed/"),
    *(f"/sitemap-{name}.xml" for name in ("sections", "tags", "authors")),
]
COMMENT_ADDRESSES = ["{story}", "{story}feed/", "/comments/feed/", "{story}?thread={thread}"]
# These name no single story, the public one neither.
OF_NO_STORY = {"/sitemap.xml", *(f"/sitemap-{name}.xml" for name in ("front", "sections", "tags", "authors"))}


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


def filled(address, story, thread=""):
    year, month, day = (f"{story.published_at:{pattern}}" for pattern in ("/%Y/", "/%Y/%m/", "/%Y/%m/%d/"))
    return address.format(year=year, month=month, day=day, story=story.get_absolute_url(), thread=thread)


def hidden_story(state, **fields):
    if state in ("draft", "in review", "ready"):
        story = make_draft("Zyzzyva hidden", **fields)
        verb = {"in review": publishing.submit_for_review, "ready": publishing.mark_ready}.get(state)
        if verb:
            verb(story, by=None)
    elif state == "scheduled":
        story = make_story("Zyzzyva hidden", published_at=timezone.now() + timedelta(hours=1), **fields)
    else:
        story = make_story("Zyzzyva hidden", **fields)
        publishing.withdraw(story, by=None)
    Correction.objects.create(article=story, text="Zyzzyva hidden note")
    return story


@pytest.mark.parametrize("state", STORY_STATES)
def test_a_story_that_is_not_public_is_nowhere(client, state):
    fields = {"section": make_section(), "tags": [make_tag("Ports")], "authors": [make_author()]}
    fields |= {"featured_photo": make_photo(), "dek": "About a zyzzyva."}
    public = make_story("Zyzzyva public", **fields)
    Correction.objects.create(article=public, text="Zyzzyva public note")
    make_comment(public, status="approved")
    only = {"section": make_section("Zyzzyva hidden"), "tags": [make_tag("Zyzzyva hidden")]}
    hidden_story(state, **fields)
    hidden_story(
        state,
        **fields | only | {"authors": [make_author("Zyzzyva hidden")], "translation_of": public, "language": "ar"},
    )
    for address in STORY_ADDRESSES:
        response = client.get(filled(address, public))
        assert response.status_code == 200, address
        text = unquote(response.content.decode())
        # The row of sections and the form of the search name them all, with stories or without.
        text = re.sub(r'<nav class="section-row".*?</nav>|<select id="section".*?</select>', "", text, flags=re.DOTALL)
        assert re.search("zyzzyva.hidden", text, re.IGNORECASE) is None, address
        if address not in OF_NO_STORY:
            assert re.search("zyzzyva.public", text, re.IGNORECASE), address


@pytest.mark.parametrize("state", STORY_STATES)
def test_what_only_a_hidden_story_has_is_in_no_arabic_list_or_sitemap(client, state):
    make_story("A public story")
    fields = {"section": make_section("Zyzzyva"), "tags": [make_tag("Zyzzyva")], "authors": [make_author("Zyzzyva")]}
    hidden_story(state, language="ar", **fields)
    for name in ("sections", "tags", "authors"):
        assert client.get(f"/sitemap-{name}.xml").status_code == 404
    for path in (
        "/ar/feed/",
        "/ar/feed/atom/",
        "/ar/section/zyzzyva/feed/",
        "/sitemap-stories.xml",
        "/news-sitemap.xml",
    ):
        assert b"hidden" not in client.get(path).content


def hidden_comment(state, story):
    text = "Zyzzyva hidden comment"
    if state in ("pending", "rejected", "spam"):
        return make_comment(story, status=state, text=text)
    if state == "taken back":
        comment = make_comment(story, status="approved", text=text)
        moderation.reject(comment, None)
        return comment
    comment = make_comment(make_story("Another story"), status="approved", text=text)
    if state == "on a withdrawn story":
        publishing.withdraw(comment.article, by=None)
    else:
        type(comment.article).objects.filter(pk=comment.article_id).update(
            published_at=timezone.now() + timedelta(hours=1)
        )
    return comment


@pytest.mark.parametrize("state", COMMENT_STATES)
def test_a_comment_that_is_not_shown_is_nowhere(client, state):
    story = make_story()
    thread = make_comment(story, status="approved", text="Zyzzyva public comment")
    hidden = hidden_comment(state, story)
    if hidden.article_id == story.pk:
        Comment.objects.filter(pk=hidden.pk).update(parent=thread, thread=thread)
        hidden_comment(state, story)
    for address in COMMENT_ADDRESSES:
        response = client.get(filled(address, story, thread.pk))
        assert response.status_code == 200, address
        text = response.content.decode()
        assert "Zyzzyva hidden" not in text, address
        assert "Zyzzyva public" in text, address
        assert '"commentCount":1' in text or "feed" in address, address


@pytest.mark.parametrize("state", STORY_STATES)
def test_no_sitemap_changes_by_what_is_not_public(client, state):
    fields = {"section": make_section(), "tags": [make_tag("Ports")], "authors": [make_author()]}
    make_story("A public story", published_at=timezone.now() - timedelta(hours=2), **fields)
    names = ("", "-stories", "-front", "-sections", "-tags", "-authors")
    paths = [*(f"/sitemap{name}.xml" for name in names), "/news-sitemap.xml"]
    before = [client.get(path).content for path in paths]
    hidden_story(state, **fields)
    assert [client.get(path).content for path in paths] == before


def test_a_text_that_was_changed_since_its_approval_is_nowhere(client):
    story = make_story("A public story")
    comment = make_comment(story, status="approved", text="The text that was approved.")
    # As an edit leaves it that no moderator has seen.
    Comment.objects.filter(pk=comment.pk).update(text="An edit that nobody has read.")
    path = story.get_absolute_url()
    for address in (
        path,
        f"{path}?thread={comment.pk}",
        f"{path}feed/",
        "/comments/feed/",
        f"{path}comments/?reply={comment.pk}",
    ):
        text = client.get(address).content.decode()
        assert "The text that was approved." in text, address
        assert "An edit that nobody has read." not in text, address
