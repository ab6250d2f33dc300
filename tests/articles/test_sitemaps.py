"""The sitemaps against what sitemaps.org and Google's pages on images, languages and news say of each field."""

import re
from datetime import UTC, datetime, timedelta
from itertools import chain
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.db.models import F
from django.utils import timezone

from articles import publishing, sitemaps
from articles.models import Article, Correction, Edition
from tests.factories import (
    make_author,
    make_draft,
    make_page,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
W3C_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
FILES = ["front", "stories", "sections", "tags", "authors", "pages", "moderation"]


@pytest.fixture(autouse=True)
def _publication():
    make_publication(name={"en": "The Harbour Post", "ar": "بريد الميناء"})


@pytest.fixture
def pair():
    """A story and its translation, with everything that a sitemap can say of them."""
    inside = make_photo()
    fields = {"section": make_section(), "tags": [make_tag()], "authors": [make_author()]}
    fields |= {"featured_photo": make_photo(), "body": f'<p>Text.</p><figure data-photo="{inside.pk}"></figure>'}
    make_page()
    make_page(language="ar", title="الخصوصية")
    story = make_story("Port & crew", **fields)
    return story, make_story("قصة", language="ar", translation_of=story, **fields)


def parsed(client, path):
    response = client.get(path, headers={"Host": "localhost"})
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml"
    assert b"localhost" not in response.content
    return ElementTree.fromstring(response.content)


def locations(client, name, **query):
    page = parsed(client, f"/sitemap-{name}.xml" + "".join(f"?{key}={value}" for key, value in query.items()))
    return [url.findtext(f"{SITEMAP}loc").removeprefix(SITE) for url in page]


def alternates(url):
    return {link.get("hreflang"): link.get("href").removeprefix(SITE) for link in url.findall(f"{XHTML}link")}


def entry(client, name, path):
    [url] = [url for url in parsed(client, f"/sitemap-{name}.xml") if url.findtext(f"{SITEMAP}loc") == f"{SITE}{path}"]
    return url


def is_location(text):
    # sitemaps.org: with the protocol, shorter than 2,048 characters, of this site alone, and escaped.
    parts = urlsplit(text)
    return f"{parts.scheme}://{parts.netloc}" == SITE and len(text) < 2048 and text.isascii()


def test_the_index_names_each_file_with_its_last_change(client, pair):
    index = parsed(client, "/sitemap.xml")
    assert index.tag == f"{SITEMAP}sitemapindex"
    assert [sitemap.findtext(f"{SITEMAP}loc") for sitemap in index] == [f"{SITE}/sitemap-{name}.xml" for name in FILES]
    for sitemap in index:
        names = [element.tag.removeprefix(SITEMAP) for element in sitemap]
        if sitemap.findtext(f"{SITEMAP}loc").endswith(("sitemap-pages.xml", "sitemap-moderation.xml")):
            assert names == ["loc"]
        else:
            assert names == ["loc", "lastmod"]
            assert W3C_DATETIME.fullmatch(sitemap.findtext(f"{SITEMAP}lastmod"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_keeps_the_protocol_field_by_field(client, pair, name):
    page = parsed(client, f"/sitemap-{name}.xml")
    assert page.tag == f"{SITEMAP}urlset"
    assert 0 < len(page) <= 50_000
    for url in page:
        assert url.tag == f"{SITEMAP}url"
        tags = [element.tag for element in url]
        # The schema's order: its own elements, then those of other namespaces.
        assert tags == sorted(tags, key=[f"{SITEMAP}loc", f"{SITEMAP}lastmod", f"{XHTML}link", f"{IMAGE}image"].index)
        assert tags.count(f"{SITEMAP}loc") == 1
        assert is_location(url.findtext(f"{SITEMAP}loc"))
        assert all(W3C_DATETIME.fullmatch(changed.text) for changed in url.findall(f"{SITEMAP}lastmod"))
        images = url.findall(f"{IMAGE}image")
        assert len(images) <= 1000
        assert all(is_location(image.findtext(f"{IMAGE}loc")) for image in images)
        links = url.findall(f"{XHTML}link")
        assert all(link.get("rel") == "alternate" and is_location(link.get("href")) for link in links)
        # Google: each version names all of them, itself among them.
        assert not links or url.findtext(f"{SITEMAP}loc") in {link.get("href") for link in links}
    assert all(client.get(path).status_code == 200 for path in locations(client, name))


def test_a_story_says_when_it_changed_its_photos_and_its_translations(client, pair):
    story, translation = pair
    publishing.save(story, {"headline": "Port and crew"}, by=None)
    publishing.publish(story, by=None)
    story.refresh_from_db()
    url = entry(client, "stories", story.get_absolute_url())
    assert datetime.fromisoformat(url.findtext(f"{SITEMAP}lastmod")) == story.updated_at.replace(microsecond=0)
    images = [image.findtext(f"{IMAGE}loc") for image in url.findall(f"{IMAGE}image")]
    assert images == [f"{SITE}{photo.full.src}" for photo in (story.featured_photo, *story.photos.all())]
    expected = {"en": story.get_absolute_url(), "ar": translation.get_absolute_url()}
    expected["x-default"] = story.get_absolute_url()
    assert alternates(url) == expected
    assert alternates(entry(client, "stories", translation.get_absolute_url())) == expected


@pytest.mark.parametrize("kind", ["correction", "update"])
def test_a_correction_changes_its_story_and_its_file(client, pair, kind):
    story, _translation = pair
    for hours in (2, 1):
        moment = timezone.now() + timedelta(hours=hours)
        Correction.objects.create(article=story, kind=kind, text="It was Monday.", corrected_at=moment)
    Edition.objects.update(number=F("number") + 1)
    expected = story.modified_at.replace(microsecond=0)
    assert expected > story.published_at
    url = entry(client, "stories", story.get_absolute_url())
    assert datetime.fromisoformat(url.findtext(f"{SITEMAP}lastmod")) == expected
    [changed] = [
        file.findtext(f"{SITEMAP}lastmod")
        for file in parsed(client, "/sitemap.xml")
        if "stories" in file.findtext(f"{SITEMAP}loc")
    ]
    assert datetime.fromisoformat(changed) == expected


def test_readers_of_other_languages_are_led_to_the_original(client):
    original = make_story("قصة", language="ar")
    translation = make_story("A story", translation_of=original)
    assert alternates(entry(client, "stories", translation.get_absolute_url()))["x-default"] == (
        original.get_absolute_url()
    )


def test_a_translation_that_is_not_public_is_no_alternate(client):
    story = make_story("A story")
    make_draft("مسودة", language="ar", translation_of=story)
    publishing.withdraw(make_story("قصة", language="ar", translation_of=make_story("Another")), by=None)
    tomorrow = timezone.now() + timedelta(days=1)
    make_story("غدا", language="ar", translation_of=make_story("A third"), published_at=tomorrow)
    assert not any(alternates(url) for url in parsed(client, "/sitemap-stories.xml"))
    assert b'hreflang="ar" href="http' not in client.get(story.get_absolute_url()).content


def test_a_translation_in_another_file_is_an_alternate_too(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "STORIES_A_FILE", 1)
    story = make_story("A story")
    translation = make_story("قصة", language="ar", translation_of=story)
    for row in (story, translation):
        [url] = parsed(client, f"/sitemap-stories.xml?p={row.pk + 1}")
        assert set(alternates(url)) == {"en", "ar", "x-default"}


def test_many_stories_stand_in_several_files_each_once_and_stay_where_they_are(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "STORIES_A_FILE", 10)
    stories = make_stories(35)

    def files():
        index = [sitemap.findtext(f"{SITEMAP}loc") for sitemap in parsed(client, "/sitemap.xml")]
        paths = [location.removeprefix(SITE) for location in index if "stories" in location]
        return {path: [url.findtext(f"{SITEMAP}loc") for url in parsed(client, path)] for path in paths}

    before = files()
    assert sorted(chain.from_iterable(before.values())) == sorted(
        f"{SITE}{story.get_absolute_url()}" for story in stories
    )
    assert max(map(len, before.values())) <= 10
    publishing.withdraw(Article.objects.get(pk=stories[0].pk), by=None)
    make_stories(1)
    moved = {location: path for path, found in files().items() for location in found}
    assert all(moved.get(location, path) == path for path, found in before.items() for location in found)


@pytest.mark.parametrize("query", ["p=0", "p=99", "p=x", "p=-1", "p=9223372036854775807", "p=1e3", "p=%00", "p="])
def test_a_file_that_is_not_there_is_a_404(client, query):
    make_story()
    assert client.get(f"/sitemap-stories.xml?{query}").status_code == 404


@pytest.mark.parametrize("name", ["tags", "nothing", "drafts"])
def test_a_sitemap_with_nothing_in_it_is_a_404_and_not_in_the_index(client, name):
    make_story()
    make_tag()
    assert client.get(f"/sitemap-{name}.xml").status_code == 404
    assert f"sitemap-{name}" not in client.get("/sitemap.xml").content.decode()


def test_lists_stand_there_in_the_languages_of_their_stories(client):
    both, one, none = make_section("Both"), make_section("One"), make_section("None")
    make_story("A", section=both, tags=[make_tag("Used")], authors=[make_author()])
    make_story("ب", section=both, language="ar")
    make_story("ج", section=one, language="ar")
    make_draft("D", section=none, tags=[make_tag("Unused")], authors=[make_author("Nobody yet")])
    assert locations(client, "sections") == ["/ar/section/both/", "/section/both/", "/ar/section/one/"]
    assert alternates(entry(client, "sections", "/section/both/")) == {
        "en": "/section/both/",
        "ar": "/ar/section/both/",
        "x-default": "/section/both/",
    }
    assert alternates(entry(client, "sections", "/ar/section/one/")) == {}
    assert locations(client, "tags") == ["/tag/used/"]
    assert locations(client, "authors") == ["/author/noura-salem/"]
    assert locations(client, "front") == ["/", "/ar/"]


def head_versions(client, path):
    page = client.get(path).content.decode()
    return dict(re.findall(rf'<link rel="alternate" hreflang="([^"]+)" href="{SITE}([^"]+)">', page))


def test_the_head_of_a_list_names_the_languages_that_the_sitemap_names(client):
    both, one = make_section("Both"), make_section("One")
    tag, author = make_tag(), make_author()
    make_story("A", section=both, tags=[tag], authors=[author])
    make_story("ب", section=both, language="ar")
    make_story("ج", section=one, language="ar")
    make_draft("د", language="ar", section=both, tags=[tag], authors=[author])
    make_story("غدا", language="ar", tags=[tag], published_at=timezone.now() + timedelta(days=1))
    for name in ("sections", "tags", "authors", "front"):
        for path in locations(client, name):
            assert head_versions(client, path) == alternates(entry(client, name, path)), path
    assert head_versions(client, "/section/both/")
    assert b"og:locale:alternate" not in client.get(tag.get_absolute_url()).content


@pytest.mark.parametrize("make", [make_section, make_tag, make_author])
def test_a_list_without_stories_in_its_language_asks_not_to_be_indexed(client, make):
    subject = make()
    field = {"Section": {"section": subject}, "Tag": {"tags": [subject]}, "Author": {"authors": [subject]}}
    make_story("قصة", language="ar", **field[type(subject).__name__])
    path, noindex = subject.get_absolute_url(), b'<meta name="robots" content="noindex">'
    empty, full = client.get(path).content, client.get(f"/ar{path}").content
    assert noindex in empty
    assert b'rel="canonical"' not in empty
    assert noindex not in full
    assert b'rel="canonical"' in full
    assert not head_versions(client, path)
    assert b"og:locale:alternate" not in empty


def test_robots_shuts_the_search_of_each_language_and_no_tag_of_that_name(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    shut = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    assert shut == ["/admin/", "/search/", "/ar/search/"]


def test_robots_names_both_sitemaps_by_their_full_address(client):
    lines = client.get("/robots.txt", headers={"Host": "localhost"}).content.decode().splitlines()
    named = [line for line in lines if line.startswith("Sitemap: ")]
    assert named == [f"Sitemap: {SITE}/sitemap.xml", f"Sitemap: {SITE}/news-sitemap.xml"]


# --- News


def news(client):
    return parsed(client, "/news-sitemap.xml").findall(f"{SITEMAP}url")


def test_the_news_sitemap_says_what_google_asks_of_it(client, pair):
    for url, story, name in zip(news(client), reversed(pair), ("بريد الميناء", "The Harbour Post"), strict=True):
        assert [element.tag for element in url] == [f"{SITEMAP}loc", f"{NEWS}news"]
        assert url.findtext(f"{SITEMAP}loc") == f"{SITE}{story.get_absolute_url()}"
        assert [element.tag for element in url.iter() if element.tag.startswith(NEWS)] == [
            f"{NEWS}{name}" for name in ("news", "publication", "name", "language", "publication_date", "title")
        ]
        details = url.find(f"{NEWS}news")
        assert details.findtext(f"{NEWS}publication/{NEWS}name") == name
        assert details.findtext(f"{NEWS}publication/{NEWS}language") == story.language
        assert details.findtext(f"{NEWS}title") == story.headline
        date = details.findtext(f"{NEWS}publication_date")
        assert W3C_DATETIME.fullmatch(date)
        assert datetime.fromisoformat(date) == story.published_at.replace(microsecond=0)


def test_the_date_in_the_news_is_that_of_the_first_publication(client):
    story = make_story()
    publishing.save(story, {"headline": "Changed"}, by=None)
    publishing.publish(story, by=None)
    [url] = news(client)
    assert datetime.fromisoformat(url.find(f"{NEWS}news").findtext(f"{NEWS}publication_date")) == (
        story.published_at.replace(microsecond=0)
    )


@pytest.mark.parametrize("now", ["2026-11-23 12:00:00", "2026-11-24 00:00:00", "2026-11-23 21:00:00"])
def test_news_are_of_the_last_two_days_to_the_second_and_the_version_ends_with_each(client, monkeypatch, settings, now):
    settings.TIME_ZONE = "Asia/Kuwait"
    now = datetime.fromisoformat(now).replace(tzinfo=UTC)
    moments = [now - timedelta(hours=48, seconds=-5), now - timedelta(hours=47), now - timedelta(hours=48, seconds=1)]
    for moment in moments:
        make_story(f"Of {moment}", published_at=moment)
    seen = []
    for seconds in (0, 4, 5, 6):
        monkeypatch.setattr(timezone, "now", lambda seconds=seconds: now + timedelta(seconds=seconds))
        response = client.get("/news-sitemap.xml")
        seen.append((len(news(client)), response["ETag"]))
        assert client.get("/news-sitemap.xml", headers={"If-None-Match": response["ETag"]}).status_code == 304
    (first, first_tag), (same, same_tag), (gone, gone_tag), (_later, _later_tag) = seen
    assert (first, same, gone) == (2, 2, 1)
    assert first_tag == same_tag != gone_tag


def test_news_are_a_thousand_at_most_the_newest(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 3)
    stories = make_stories(5)
    assert [url.findtext(f"{SITEMAP}loc") for url in news(client)] == [
        f"{SITE}{story.get_absolute_url()}" for story in stories[:3]
    ]


def test_the_limits_are_those_of_the_protocols():
    assert sitemaps.MOST_NEWS <= 1000
    assert sitemaps.STORIES_A_FILE <= 10_000
    assert sitemaps.SiteSitemap.limit <= 50_000


# --- What it costs


@pytest.mark.parametrize("path", ["/sitemap.xml", "/news-sitemap.xml", *(f"/sitemap-{name}.xml" for name in FILES)])
def test_a_sitemap_answers_304_to_those_who_hold_it(client, pair, path, django_assert_num_queries):
    held = client.get(path)["ETag"]
    with django_assert_num_queries(1):
        assert client.get(path, headers={"If-None-Match": held}).status_code == 304
    make_story("Another")
    assert client.get(path, headers={"If-None-Match": held}).status_code == 200


@pytest.mark.parametrize("times", [1, 3])
def test_a_sitemap_asks_the_same_few_questions_whatever_the_rows(client, django_assert_num_queries, times):
    section, tag, author, photo = make_section(), make_tag(), make_author(), make_photo()
    fields = {"section": section, "tags": [tag], "authors": [author], "featured_photo": photo}
    for number in range(3 * times):
        story = make_story(f"Story {number}", body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>', **fields)
        make_story(f"قصة {number}", language="ar", translation_of=story, **fields)
    client.get("/")
    counts = {"": 7, "-front": 2, "-stories": 5, "-sections": 2, "-tags": 2, "-authors": 2, "-pages": 2}
    for name, number in counts.items():
        make_page(f"page-{times}{name}")
        with django_assert_num_queries(number):
            client.get(f"/sitemap{name}.xml")
    client.get("/")
    with django_assert_num_queries(2):
        client.get("/news-sitemap.xml")


def test_a_story_in_a_language_that_is_no_longer_served_is_in_no_sitemap(client, settings):
    story = make_story("Port")
    make_story("ميناء", language="ar", slug="gone-language", translation_of=story)
    settings.LANGUAGE_CODES = ["en"]
    for path in ("/sitemap-stories.xml", "/news-sitemap.xml", story.get_absolute_url()):
        assert "gone-language" not in client.get(path).content.decode(), path


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-stories.xml", "/news-sitemap.xml"])
def test_a_sitemap_takes_no_post(client, path):
    make_story()
    assert client.post(path).status_code == 405
    assert client.get(path).status_code == 200
