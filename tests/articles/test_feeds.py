"""RSS and Atom as the programs of readers take them: every feed parses, every field is what its format says it is."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone

from articles import publishing, tasks
from articles.models import Correction, Photo, Section
from tests.factories import (
    make_author,
    make_comment,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RELATIVE = re.compile(r"""(?:href|src)=["'](?!https?://|mailto:|tel:)""")


@pytest.fixture(autouse=True)
def _publication():
    make_publication(name={"en": "The Harbour Post", "ar": "بريد الميناء"}, tagline={"en": "News", "ar": "أخبار"})


@pytest.fixture
def story():
    photo = made_photo(caption="The hall", credit="Noura Salem / Agency", copyright_notice="© 2026 Agency")
    fields = {
        "section": make_section(),
        "tags": [make_tag("Ports"), make_tag("Storms & tides")],
        "authors": [make_author(), make_author("Yusuf")],
        "featured_photo": photo,
    }
    story = make_story("Port & <crew> return", dek="Ships waited & <sailed>.", **fields)
    make_story("قصة", dek="مقدمة", language="ar", body='<p>نص <a href="/ar/page/about/">رابط</a></p>', **fields)
    make_comment(story, status="approved", name="هدى", text="Shown & <b>")
    return story


def made_photo(**fields):
    photo = make_photo(**fields)
    tasks.make_renditions.func(photo.pk)
    return Photo.objects.get(pk=photo.pk)


def feed_paths(story, prefix=""):
    """Every feed there is, in one language."""
    subjects = ["", "section/kuwait/", "tag/ports/", f"author/{story.ordered_authors[0].slug}/"]
    lists = [f"{prefix}/{subject}feed/{kind}" for subject in subjects for kind in ("", "atom/")]
    return [*lists, f"{prefix}/comments/feed/", f"{prefix}{story.get_absolute_url()}feed/"]


def parsed(client, path):
    return ElementTree.fromstring(client.get(path).content)


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_every_feed_is_read_without_a_complaint_and_is_in_its_language(client, story, prefix):
    for path in feed_paths(story, prefix):
        response = client.get(path)
        feed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
        assert (feed.bozo, feed.version) == (0, "atom10" if "atom" in path else "rss20"), path
        assert feed.feed.language == (prefix.strip("/") or "en"), path
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [f"{SITE}{path}"], path
        assert feed.entries or path == "/ar/comments/feed/", path
        assert all(urlsplit(entry.link).netloc == "127.0.0.1:8000" for entry in feed.entries)
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_feeds_hold_the_stories_of_their_language_under_names_in_it(client, story):
    section = Section.objects.create(name={"en": "Sea", "ar": "البحر"}, slug="sea")
    make_story("In English", section=section)
    make_story("بالعربية", section=section, language="ar")
    feed = feedparser.parse(client.get("/ar/section/sea/feed/").content)
    assert feed.feed.title == "بريد الميناء: البحر"
    assert [entry.title for entry in feed.entries] == ["بالعربية"]
    assert feed.feed.link == f"{SITE}/ar/section/sea/"


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_no_address_in_a_feed_is_relative_or_taken_from_the_request(client, story, prefix, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for path in feed_paths(story, prefix):
        response = client.get(path, headers={"Host": "evil.example"})
        text = response.content.decode()
        assert "evil.example" not in text
        for entry in feedparser.parse(text).entries:
            held = entry.get("content", [{"value": entry.summary}])[0]["value"]
            assert not RELATIVE.search(held), path


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/page/about/", f"{SITE}/page/about/"),
        ("#notes", "{story}#notes"),
        ("?page=2", "{story}?page=2"),
        ("//example.org/x", "http://example.org/x"),
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_a_link_in_a_text_is_whole_in_feeds_and_as_written_on_the_page(client, written, read):
    story = make_story(body=f'<p>See <a href="{written}">this</a>.</p>')
    expected = read.replace("{story}", f"{SITE}{story.get_absolute_url()}")
    for path in ("/feed/", "/feed/atom/"):
        content = next(element for element in parsed(client, path).iter() if element.tag in (CONTENT, f"{ATOM}content"))
        assert f'<a href="{expected}"' in content.text
    assert f'<a href="{written}"' in client.get(story.get_absolute_url()).content.decode()


def test_rss_says_of_a_story_what_there_is_to_say(client, story):
    Correction.objects.create(article=story, text="The year is 2013.")
    rss = parsed(client, "/feed/")
    channel = rss.find("channel")
    assert (rss.tag, rss.get("version")) == ("rss", "2.0")
    assert [channel.findtext(name) for name in ("title", "link", "description", "language")] == [
        "The Harbour Post",
        f"{SITE}/",
        "News",
        "en",
    ]
    assert channel.find("ttl") is None
    item = channel.find("item")
    assert item.findtext("title") == story.headline
    assert item.findtext("link") == f"{SITE}{story.get_absolute_url()}"
    assert item.findtext("description") == "Ships waited &amp; &lt;sailed&gt;."
    assert item.find("guid").get("isPermaLink") == "false"
    assert [creator.text for creator in item.findall(CREATOR)] == ["Noura Salem", "Yusuf"]
    # An e-mail address, says RSS, and we publish none.
    assert item.find("author") is None
    assert [category.text for category in item.findall("category")] == ["Kuwait", "Ports", "Storms & tides"]
    assert parsedate_to_datetime(item.findtext("pubDate")) == story.published_at.replace(microsecond=0)
    content = item.findtext(CONTENT)
    assert '<div lang="en" dir="ltr">' in content
    for words in ("The port opened at dawn.", "The year is 2013.", "The hall", "Noura Salem / Agency"):
        assert words in content


def test_the_featured_photo_is_enclosed_with_its_true_length_and_its_credit(client, story, settings):
    photo = story.featured_photo
    item = parsed(client, "/feed/").find("channel/item")
    enclosure, media = item.find("enclosure"), item.find(f"{MEDIA}content")
    file = settings.MEDIA_ROOT / photo.full.src.removeprefix("/media/")
    address = f"{SITE}{photo.full.src}"
    assert enclosure.attrib == {"url": address, "length": str(file.stat().st_size), "type": "image/jpeg"}
    size = {"width": "1200", "height": "800"}
    assert media.attrib == {"url": address, "type": "image/jpeg", "medium": "image"} | size
    # An illustration has a credit too, and no photographer.
    assert media.find(f"{MEDIA}credit").attrib == {}
    assert media.findtext(f"{MEDIA}credit") == "Noura Salem / Agency"
    assert media.findtext(f"{MEDIA}copyright") == "© 2026 Agency"
    assert media.findtext(f"{MEDIA}description") == photo.alt_text
    entry = parsed(client, "/feed/atom/").find(f"{ATOM}entry")
    [link] = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    assert (link.get("href"), link.get("length")) == (enclosure.get("url"), enclosure.get("length"))
    assert entry.find(f"{MEDIA}content").attrib == media.attrib


def test_a_photo_whose_length_is_not_known_is_enclosed_with_none(client):
    make_story(featured_photo=make_photo())
    item = parsed(client, "/feed/").find("channel/item")
    assert item.find("enclosure") is None
    assert item.find(f"{MEDIA}content") is not None


def is_rfc3339(text):
    return datetime.fromisoformat(text).tzinfo is not None


def is_whole(text):
    parts = urlsplit(text)
    return bool(parts.scheme and parts.netloc and text.isascii())


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_atom_feeds_keep_rfc_4287(client, story, prefix):
    for path in feed_paths(story, prefix)[1:8:2]:
        feed = parsed(client, path)
        assert feed.tag == f"{ATOM}feed"
        assert feed.get(LANGUAGE) == (prefix.strip("/") or "en")
        # 4.1.1: exactly one of these, and one author where an entry has none.
        for element in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                [found] = element.findall(f"{ATOM}{name}")
                assert found.text
            assert is_whole(element.findtext(f"{ATOM}id"))
            assert is_rfc3339(element.findtext(f"{ATOM}updated"))
            assert len([link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
            for author in element.findall(f"{ATOM}author"):
                assert author.findtext(f"{ATOM}name")
                assert is_whole(author.findtext(f"{ATOM}uri"))
        assert len(feed.findall(f"{ATOM}author")) == 1
        for entry in feed.findall(f"{ATOM}entry"):
            assert is_rfc3339(entry.findtext(f"{ATOM}published"))
            assert entry.findtext(f"{ATOM}published") <= entry.findtext(f"{ATOM}updated")
            assert [author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author")] == [
                "Noura Salem",
                "Yusuf",
            ]
            [summary], [content] = entry.findall(f"{ATOM}summary"), entry.findall(f"{ATOM}content")
            assert content.get("type") == "html"
            assert summary.get("type") == "html"
            assert "<sailed>" not in summary.text


def test_a_story_keeps_its_id_when_it_is_published_anew_and_says_that_it_changed(client, story):
    def entry():
        return parsed(client, "/feed/atom/").find(f"{ATOM}entry")

    before = entry()
    publishing.save(story, {"headline": "Another headline"}, by=None)
    publishing.publish(story, by=None)
    after = entry()
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}published") == before.findtext(f"{ATOM}published")
    assert after.findtext(f"{ATOM}updated") > before.findtext(f"{ATOM}updated")


def test_a_correction_makes_a_story_newer(client, story):
    at = timezone.now().replace(microsecond=0)
    Correction.objects.create(article=story, text="The year is 2013.", corrected_at=at)
    assert parsed(client, "/feed/").findtext("channel/lastBuildDate") == at.strftime("%a, %d %b %Y %H:%M:%S +0000")


def test_an_empty_feed_is_valid_and_the_same_all_day(client, monkeypatch):
    bodies = set()
    for hour in (1, 23):
        monkeypatch.setattr(timezone, "now", lambda hour=hour: datetime(2026, 11, 23, hour, 59, tzinfo=UTC))
        response = client.get("/feed/atom/")
        bodies.add(response.content)
        assert feedparser.parse(response.content).bozo == 0
    assert len(bodies) == 1


def test_every_feed_answers_304_to_those_who_hold_it(client, story, django_assert_num_queries):
    for path in feed_paths(story) + feed_paths(story, "/ar"):
        held = client.get(path)["ETag"]
        with django_assert_num_queries(1):
            assert client.get(path, headers={"If-None-Match": held}).status_code == 304
        make_stories(1)
        assert client.get(path, headers={"If-None-Match": held}).status_code == 200


def test_what_a_feed_cannot_hold_does_not_come_into_a_story(client):
    story = make_story("Port\x0breopens \u202e now", dek="a\x0cb", body="<p>a\x08b &#8; c</p><p title='&#11;'>d</p>")
    assert (story.headline, story.dek) == ("Port reopens now", "a b")
    Correction.objects.create(article=story, text="It was Monday\x0bnot Sunday")
    for path in ("/feed/", "/feed/atom/"):
        ElementTree.fromstring(client.get(path).content)


def announced(client, path):
    page = client.get(path).content.decode()
    head = page[: page.index("</head>")]
    return re.findall(r'<link rel="alternate" type="application/(?:rss|atom)\+xml" title="[^"]+" href="([^"]+)"', head)


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_feeds_are_announced_where_they_belong(client, story, prefix):
    site = {f"{SITE}{prefix}/feed/", f"{SITE}{prefix}/feed/atom/"}
    assert set(announced(client, f"{prefix}/")) == site | {f"{SITE}{prefix}/comments/feed/"}
    assert set(announced(client, f"{prefix}{story.get_absolute_url()}")) == site | {
        f"{SITE}{prefix}{story.get_absolute_url()}feed/"
    }
    for subject in (story.section, story.tags.first(), story.ordered_authors[0]):
        path = f"{prefix}{subject.get_absolute_url()}"
        assert set(announced(client, path)) == site | {f"{SITE}{path}feed/", f"{SITE}{path}feed/atom/"}


def test_a_feed_holds_the_twenty_newest(client):
    stories = make_stories(25)
    titles = [entry.title for entry in feedparser.parse(client.get("/feed/").content).entries]
    assert titles == [story.headline for story in stories[:20]]


def test_a_scheduled_story_enters_the_feed_at_its_second(client, monkeypatch):
    make_story("Due soon", published_at=timezone.now() + timedelta(seconds=30))
    before = client.get("/feed/")
    real_now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real_now() + timedelta(seconds=31))
    after = client.get("/feed/", headers={"If-None-Match": before["ETag"]})
    assert b"Due soon" not in before.content
    assert b"Due soon" in after.content


def test_opinion_and_press_releases_say_so_in_feeds(client):
    make_story("One", kind="opinion")
    make_story("Two", kind="press_release", source_organisation="IOM")
    text = client.get("/feed/").content.decode()
    assert "The views are the author’s own." in text
    assert "Sent by &lt;bdi&gt;IOM&lt;/bdi&gt;. It is not our own reporting." in text


def test_an_authors_feed_is_described_by_the_bio(client):
    make_publication(tagline={"en": "News of the port"})
    author = make_author(bio={"en": "Writes about ships."})
    assert (
        "<description>Writes about ships.</description>"
        in client.get(f"{author.get_absolute_url()}feed/").content.decode()
    )


def test_the_feed_of_comments_holds_those_on_stories_of_its_language(client):
    make_comment(make_story("English"), status="approved", text="An English remark")
    make_comment(make_story("Arabic", language="ar"), status="approved", text="An Arabic remark")
    english, arabic = (client.get(f"{prefix}/comments/feed/").content.decode() for prefix in ("", "/ar"))
    assert ("An English remark" in english, "An Arabic remark" in english) == (True, False)
    assert ("An English remark" in arabic, "An Arabic remark" in arabic) == (False, True)
