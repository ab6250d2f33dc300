from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing
from comments import moderation
from tests.factories import make_comment, make_publication, make_section, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


@pytest.fixture
def clock(monkeypatch):
    """`clock(delta)` moves what the application takes for now."""
    real_now = timezone.now

    def move(delta):
        monkeypatch.setattr(timezone, "now", lambda: real_now() + delta)

    return move


def etag(client, path="/", **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return response["ETag"]


def test_a_page_carries_its_version_and_may_be_kept(client):
    response = client.get("/")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-if-error=86400"
    assert response["Vary"] == "Accept-Encoding"
    assert "Last-Modified" not in response
    assert etag(client) == etag(client)


@pytest.mark.parametrize("wrapped", ["{}", "W/{}", '"other", {}'])
def test_a_client_that_has_the_version_gets_304(client, wrapped):
    story = make_story()
    address = story.get_absolute_url()
    held = wrapped.format(etag(client, address))
    response = client.get(address, headers={"If-None-Match": held})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag(client, address)
    assert response["Vary"] == "Accept-Encoding"


def test_the_form_on_its_own_page_has_the_version_of_its_story(client):
    story = make_story()
    comment = make_comment(story, status="approved")
    address = f"{story.get_absolute_url()}comments/?reply={comment.pk}"
    held = etag(client, address)
    assert client.get(address, headers={"If-None-Match": held}).status_code == 304
    moderation.reject(comment, None)
    assert client.get(address, headers={"If-None-Match": held}).status_code == 403


def test_a_decision_makes_the_feed_of_comments_a_new_version(client):
    comment = make_comment(make_story())
    held = etag(client, "/comments/feed/")
    moderation.approve(comment, None)
    assert etag(client, "/comments/feed/") != held


def test_304_is_one_query(client, django_assert_num_queries):
    story = make_story()
    make_comment(story, status="approved")
    held = etag(client, story.get_absolute_url())
    with django_assert_num_queries(1):
        assert client.get(story.get_absolute_url(), headers={"If-None-Match": held}).status_code == 304


def test_unknown_parameters_make_no_other_version(client):
    make_story()
    assert etag(client, "/?utm_source=mail") == etag(client, "/")
    assert etag(client, "/?page=1") != etag(client, "/")


def test_a_thread_and_a_page_of_comments_each_have_their_own_version(client):
    story = make_story()
    path, head = story.get_absolute_url(), make_comment(story, status="approved")
    whole = client.get(path)["ETag"]
    assert len({whole, client.get(f"{path}?thread={head.pk}")["ETag"], client.get(f"{path}?comments=1")["ETag"]}) == 3


def test_each_language_and_host_independent_address_has_its_own(client):
    assert etag(client, "/") != etag(client, "/ar/")
    assert etag(client, "/corrections/") != etag(client, "/")


def test_publishing_makes_the_front_page_a_new_version(client):
    before = etag(client)
    story = make_story()
    assert etag(client) != before
    before = etag(client)
    publishing.withdraw(story, by=None)
    assert etag(client) != before


def test_an_approved_comment_makes_its_story_a_new_version_and_not_the_front_page(client):
    story = make_story()
    front, page = etag(client), etag(client, story.get_absolute_url())
    comment = make_comment(story)
    assert etag(client, story.get_absolute_url()) == page
    moderation.approve(comment, None)
    assert etag(client, story.get_absolute_url()) != page
    assert etag(client) == front


def test_a_scheduled_story_appears_at_its_second(client, clock):
    make_story("Due soon", published_at=timezone.now() + timedelta(seconds=30))
    held = etag(client)
    assert b"Due soon" not in client.get("/").content
    clock(timedelta(seconds=31))
    response = client.get("/", headers={"If-None-Match": held})
    assert response.status_code == 200
    assert b"Due soon" in response.content


def test_comments_close_at_their_second(client, clock):
    story = make_story(comments_close_at=timezone.now() + timedelta(seconds=30))
    address = story.get_absolute_url()
    held = etag(client, address)
    clock(timedelta(seconds=31))
    assert client.get(address, headers={"If-None-Match": held}).status_code == 200
    assert b"comment-form" not in client.get(address).content


def test_a_day_makes_a_new_version_because_the_stamp_is_new(client, clock):
    story = make_story()
    held = etag(client, story.get_absolute_url())
    clock(timedelta(days=1))
    assert etag(client, story.get_absolute_url()) != held


def test_a_withdrawn_story_is_gone_for_those_who_hold_it_too(client):
    story = make_story()
    held = etag(client, story.get_absolute_url())
    publishing.withdraw(story, by=None)
    response = client.get(story.get_absolute_url(), headers={"If-None-Match": held})
    assert response.status_code == 410
    assert "ETag" not in response


@pytest.mark.parametrize("path", ["/search/?q=port", "/2026/01/01/nothing/", "/section/none/"])
def test_what_is_no_kept_page_has_no_version(client, path):
    assert "ETag" not in client.get(path)


def test_renaming_a_section_in_the_admin_makes_every_page_a_new_version(client, admin_client):
    section = make_section("Old name")
    held = etag(client)
    admin_client.post(
        f"/admin/articles/section/{section.pk}/change/",
        {"name_en": "New name", "name_ar": "", "description_en": "", "description_ar": "", "slug": section.slug},
    )
    assert etag(client) != held
    assert b"New name" in client.get("/").content


def test_a_compressed_page_holds_the_same_version_weakly(client):
    make_story(body="<p>" + "Long text. " * 200 + "</p>")
    strong = etag(client)
    weak = etag(client, "/", **{"Accept-Encoding": "gzip"})
    assert weak == f"W/{strong}"
    assert client.get("/", headers={"If-None-Match": weak, "Accept-Encoding": "gzip"}).status_code == 304


@pytest.mark.parametrize("moment", ["2026-11-23 21:00:00", "2026-11-24 00:00:00"])
def test_midnight_here_and_midnight_in_utc_each_make_a_new_version(client, monkeypatch, settings, moment):
    settings.TIME_ZONE = "Asia/Kuwait"
    midnight = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    etags = set()
    for seconds in (-2, -1, 1, 2):
        monkeypatch.setattr(timezone, "now", lambda seconds=seconds: midnight + timedelta(seconds=seconds))
        etags.add(etag(client))
    assert len(etags) == 2
