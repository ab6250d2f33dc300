"""What the story page says of a story besides its text."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from articles import digits
from articles.models import Correction, Publication
from comments import threads
from tests.factories import make_comments, make_publication, make_section, make_stories, make_story

pytestmark = pytest.mark.django_db
Kind = Correction.Kind


def page_of(client, story):
    return client.get(story.get_absolute_url()).content.decode()


@pytest.fixture
def publication():
    return make_publication(default_section=make_section())


@pytest.mark.parametrize(
    ("language", "words", "minutes"), [("en", 1, 1), ("en", 456, 2), ("ar", 456, 3), ("en", 22_800, 100)]
)
def test_reading_takes_as_long_as_readers_of_the_language_take(language, words, minutes):
    story = make_story(body=f"<p>{'word ' * words}</p>", language=language)
    assert story.reading_minutes == minutes


@pytest.mark.parametrize(("kind", "is_above"), [(kind, kind in ("correction", "retraction")) for kind in Kind.values])
def test_a_correction_stands_above_the_text_and_an_update_below_it(client, publication, kind, is_above):
    story = make_story(body="<p>The port opened.</p>")
    Correction.objects.create(article=story, kind=kind, text="It was the other port.")
    page = page_of(client, story).split('id="comments"')[0]
    assert page.count("It was the other port.") == 1
    assert (page.index("It was the other port.") < page.index("The port opened.")) == is_above


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"kind": "press_release", "source_organisation": "IOM"},
            "Sent by <bdi>IOM</bdi>. It is not our own reporting.",
        ),
        ({"kind": "press_release"}, "This text was sent to us. It is not our own reporting."),
        ({"kind": "opinion"}, "The views are the author’s own."),
    ],
)
def test_what_is_not_our_own_reporting_says_so_before_the_text(client, publication, fields, sentence):
    page = page_of(client, make_story(body="<p>The port opened.</p>", **fields))
    assert page.index(sentence) < page.index("The port opened.")


def test_news_says_nothing_of_its_kind(client, publication):
    assert "kind-note" not in page_of(client, make_story())


def test_a_story_is_shared_by_plain_links_with_its_full_address(client, publication, settings):
    story = make_story("Ships & “cranes”", slug="ships", published_at=datetime(2026, 3, 2, 12, tzinfo=UTC))
    page = page_of(client, story)
    address = "http%3A%2F%2F127.0.0.1%3A8000%2F2026%2F03%2F02%2Fships%2F"
    assert f'href="https://wa.me/?text=Ships%20%26%20%E2%80%9Ccranes%E2%80%9D%20{address}"' in page
    assert f"&amp;url={address}" in page
    assert f'href="mailto:?subject=Ships%20%26%20%E2%80%9Ccranes%E2%80%9D&amp;body={address}"' in page


def test_an_arabic_story_in_the_english_interface_has_its_furniture_in_english(client, publication):
    story = make_story("افتتاح الميناء", language="ar", slug="port", section=publication.default_section)
    make_story("عودة السفن", language="ar", section=publication.default_section, body="<p>نص</p>")
    make_story("سفن أخرى", language="ar", section=publication.default_section, body="<p>نص</p>")
    page = client.get(story.get_absolute_url().removeprefix("/ar")).content.decode()
    assert '<html lang="en" dir="ltr">' in page
    assert '<article class="story" lang="ar" dir="rtl">' in page
    assert '<div class="story-facts" lang="en" dir="ltr">' in page
    # A date in English, in a list of Arabic headlines.
    assert '<p class="signature"><span lang="en" dir="ltr"><time' in page


# --- Digits


@pytest.fixture
def native(publication):
    Publication.objects.update(digits=Publication.Digits.NATIVE)


@pytest.fixture
def arabic_story(publication):
    return make_story(
        "افتتاح الميناء",
        language="ar",
        body=f"<p>{'كلمة ' * 138 * 7} في 15 سفينة</p>",
        published_at=datetime(2026, 3, 2, 12, 45, tzinfo=UTC),
    )


def test_arabic_pages_have_latin_digits_unless_the_publication_chose_others(client, arabic_story):
    page = page_of(client, arabic_story)
    assert "2 مارس 2026، 12:45</time>" in page
    assert not set(digits.NATIVE["ar"]) & set(page)


def test_dates_and_numbers_have_arabic_digits_where_the_publication_chose_them(client, arabic_story, native):
    make_comments(arabic_story, threads.PAGE_SIZE + 1)
    page = page_of(client, arabic_story)
    assert '<time datetime="2026-03-02T12:45+00:00">٢ مارس ٢٠٢٦، ١٢:٤٥</time>' in page
    assert "٧ دقائق" in page
    with translation.override("ar"):
        assert f"صفحة {digits.shown(1, Publication.current())} من {digits.shown(2, Publication.current())}" in page


def test_the_text_of_a_story_keeps_the_digits_it_was_written_with(client, arabic_story, native):
    assert "في 15 سفينة" in page_of(client, arabic_story)


def test_english_pages_keep_latin_digits(client, publication, native):
    story = make_story(published_at=datetime(2026, 3, 2, 12, 45, tzinfo=UTC))
    assert "2 March 2026, 12:45</time>" in page_of(client, story)


@pytest.mark.parametrize("path", ["/ar/", "/ar/2026/", "/ar/2026/03/", "/ar/2026/03/02/"])
def test_lists_and_archives_have_the_digits_too(client, arabic_story, native, path):
    page = client.get(path).content.decode()
    assert "٢٠٢٦" in page
    visible = page.split("</head>")[1]
    assert f">{timezone.localdate().year}<" not in visible


def test_pages_of_a_list_are_counted_in_the_digits(client, publication, native):
    make_stories(publication.stories_a_page + 1, language="ar")
    assert "صفحة ١ من ٢" in client.get("/ar/").content.decode()
