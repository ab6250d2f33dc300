import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, strategies as st

from articles import body, publishing, tasks
from articles.models import Article, Photo
from tests.factories import make_page, make_photo, make_story

ELEMENT = re.compile(r"<(/?)([a-zA-Z0-9]+)([^>]*)>")


def test_what_editors_use_is_kept():
    source = (
        '<h2>One</h2><p dir="rtl" lang="ar">نص <strong>a</strong> <a href="/page/about/" rel="noopener">b</a></p>'
        '<ul><li>x</li></ul><table><tbody><tr><td colspan="2">y</td></tr></tbody></table>'
    )
    assert body.clean(source) == source


@pytest.mark.parametrize(
    "source",
    [
        *(
            "<script>alert(1)</script>",
            '<p onclick="x()">',
            '<p style="color:red">',
            "<style>p{}</style>",
            "<iframe src=/>",
        ),
        *(
            '<a href="javascript:alert(1)">x</a>',
            '<a href="JaVa\tScript:alert(1)">x</a>',
            '<a href="&#106;avascript:x">x</a>',
        ),
        *(
            '<a href="data:text/html,x">x</a>',
            '<img src="https://evil.example/t.gif">',
            "<svg><script>1</script></svg>",
        ),
        *('<figure data-photo="1 onload=x">', '<form action="/x"><input></form>', "<!-- comment -->", '<p lang="a b">'),
    ],
)
def test_what_could_harm_a_reader_is_dropped(source):
    cleaned = body.clean(source)
    for word in (
        "script",
        "onclick",
        "style",
        "javascript",
        "data:",
        "<img",
        "<svg",
        "onload",
        "<form",
        "<!--",
        "lang=",
    ):
        assert word not in cleaned.lower()


@given(
    st.text()
    | st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", "<a href='", "x:y", "'", '"', "<script>", "&#x3c;", "a"])
    ).map("".join)
)
def test_nothing_outside_the_list_comes_out_and_cleaning_twice_is_cleaning_once(source):
    cleaned = body.clean(source)
    assert body.clean(cleaned) == cleaned
    assert {name for _slash, name, _rest in ELEMENT.findall(cleaned)} <= body.TAGS


def test_text_of_a_body_holds_words_and_no_tags():
    assert body.to_text("<h2>A &amp; B</h2><p>one<br>two</p><ul><li>three</li></ul>") == "A & B\none\ntwo\nthree"


def test_every_route_into_the_database_is_cleaned(db):
    story = make_story()
    Article.objects.filter(pk=story.pk).update(body="<script>x</script><p>ok</p>")
    story.refresh_from_db()
    assert story.body == "<p>ok</p>"


# --- Photos of the library


def figure(photo, **words):
    attributes = "".join(f' data-{name}="{value}"' for name, value in words.items())
    return f'<figure data-photo="{photo.pk}"{attributes}></figure>'


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ('<figure data-photo="12"></figure>', '<figure data-photo="12"></figure>'),
        ('<figure data-photo="12" data-caption="At dawn"></figure>',) * 2,
        (
            '<figure data-photo="12"><img src="https://evil.example/t.gif"></figure>',
            '<figure data-photo="12"></figure>',
        ),
        (
            '<figure><img src="x"><figcaption>Words</figcaption></figure>',
            "<p>Words</p>",
        ),
        (
            '<figure data-photo="1"><figure data-photo="2">a</figure>b</figure>',
            '<figure data-photo="1"></figure><figure data-photo="2"></figure>ab',
        ),
        ('<figure data-photo="1 onload=x">text</figure>', "text"),
        ('<figure data-photo="-1"></figure><figure data-photo="01"></figure>', ""),
        (f'<figure data-photo="{"9" * 30}"></figure>', ""),
        ('<p data-photo="3">text</p>', "<p>text</p>"),
        (
            '<figure data-photo="1" data-caption=" \u202eone\n two "></figure>',
            '<figure data-photo="1" data-caption="one two"></figure>',
        ),
        ('<figure data-photo="1" data-alt=""></figure>', '<figure data-photo="1"></figure>'),
        (
            '<a href="java</figure>script:alert(1)">x</a>',
            '<a href="java&lt;/figure&gt;script:alert(1)" rel="noopener">x</a>',
        ),
    ],
)
def test_a_figure_is_a_photo_of_the_library_and_nothing_else(source, cleaned):
    assert body.clean(source) == cleaned
    assert body.clean(cleaned) == cleaned


FRAGMENTS = st.sampled_from(
    [
        *(
            "<figure",
            " data-photo='7'",
            ' data-photo="8"',
            " data-caption='",
            ' data-alt="',
            "</figure>",
            "<figcaption>",
        ),
        *(
            "<img src=//evil.example/x>",
            "<p>",
            "</p>",
            "<table>",
            "<td>",
            "<a href='",
            "javascript:",
            "java\tscript:",
            "'>",
        ),
        *(
            '">',
            ">",
            "<strong>",
            "<li>",
            "<blockquote dir=rtl>",
            " style=x",
            " onclick=y",
            "&lt;",
            "&#x3c;",
            "&#8;",
            "&quot;",
        ),
        *(
            "\u202e",
            "\x00",
            "ن",
            "a",
            " ",
            "<!--",
            "-->",
            "<svg>",
            "<math>",
            "<template>",
            "<textarea>",
            "</",
            "<plaintext>",
        ),
    ]
)


class Allowed(HTMLParser):
    """Collects whatever stands outside the list, as a browser's parser finds it."""

    def __init__(self):
        super().__init__()
        self.wrong = []

    def handle_starttag(self, tag, attrs):
        if tag not in body.TAGS:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in body.ATTRIBUTES.get(tag, set()) | body.ATTRIBUTES["*"] | ({"rel"} if tag == "a" else set()):
                self.wrong.append((tag, name))
            # As a browser reads it: what begins with no letter is an address within the site.
            scheme = re.match(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.sub(r"[\t\r\n]", "", value), re.IGNORECASE)
            if name == "href" and scheme and scheme[1].lower() not in body.SCHEMES:
                self.wrong.append((tag, value))

    def handle_comment(self, data):
        self.wrong.append(data)


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
@example("<a href=''><table><a href=' data-photo='7'</figure>")
@example("<a href='<figurejavascript: data-photo='7'</figure>")
def test_no_fragments_in_any_order_give_anything_outside_the_list(source):
    cleaned = body.clean(source)
    parser = Allowed()
    parser.feed(cleaned)
    parser.close()
    assert not parser.wrong
    assert body.clean(cleaned) == cleaned
    assert len(body.figures(cleaned)) == cleaned.count("<figure")


def test_a_story_shows_the_photos_of_its_text_in_all_sizes(db, client):
    photo = make_photo(caption="The hall", credit="Noura Salem / Agency")
    tasks.make_renditions.func(photo.pk)
    photo = Photo.objects.get()
    page = client.get(make_story(body=f"<p>Text.</p>{figure(photo)}").get_absolute_url()).content.decode()
    shown = page[page.index("<p>Text.</p>") :]
    assert photo.full.webp in shown
    assert 'width="1200" height="800" alt="Officers listen in a lecture hall"' in shown
    assert "The hall" in shown
    assert "Noura Salem / Agency" in shown
    assert "data-photo" not in shown


def test_a_caption_that_is_changed_in_the_library_changes_in_the_story(db, client):
    photo = make_photo(caption="Wrong name")
    story = make_story(body=f"<p>Text.</p>{figure(photo)}")
    before = client.get(story.get_absolute_url())
    photo.caption = "Right name"
    publishing.save_photo(photo)
    after = client.get(story.get_absolute_url(), headers={"If-None-Match": before["ETag"]})
    assert "Right name" in after.content.decode()


def test_a_storys_own_words_for_a_photo_go_before_the_photos(db, client):
    photo = make_photo(caption="The hall")
    html = f"<p>Text.</p>{figure(photo, caption='At &lt;dawn&gt;', alt='A hall at dawn')}"
    page = client.get(make_story(body=html).get_absolute_url()).content.decode()
    assert "At &lt;dawn&gt;" in page
    assert 'alt="A hall at dawn"' in page
    assert "The hall" not in page


def test_a_story_knows_the_photos_of_its_text_and_the_library_keeps_them(db):
    photo, other = make_photo(), make_photo()
    story = make_story(body=f"<p>Text.</p>{figure(photo)}")
    assert list(story.photos.all()) == [photo]
    with pytest.raises(publishing.NotAllowed):
        publishing.delete_photo(photo)
    publishing.save(story, {"body": f"<p>Text.</p>{figure(other)}"}, by=None)
    publishing.publish(story, by=None)
    assert list(story.photos.all()) == [other]
    publishing.delete_photo(photo)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "no longer in the library"), (' data-alt="IMG_0042.jpg"', "name of a file")],
)
def test_a_photo_in_the_text_that_readers_could_not_get_keeps_the_story_from_them(db, words, sentence):
    pk = make_photo().pk if words else 4711
    with pytest.raises(ValidationError, match=sentence):
        make_story(body=f'<p>Text.</p><figure data-photo="{pk}"{words}></figure>')


def test_a_photo_that_went_missing_behind_our_back_is_left_out_and_the_text_stays(db):
    assert body.render('<p>one</p><figure data-photo="4711"></figure><p>two</p>', {}) == "<p>one</p><p>two</p>"


def test_a_feed_names_photos_by_their_whole_address(db, client, settings):
    featured, inside = make_photo(), make_photo(caption="The hall")
    make_story(featured_photo=featured, body=f"<p>Text.</p>{figure(inside)}")
    feed = client.get("/feed/").content.decode()
    for photo in (featured, inside):
        assert f'src="{settings.SITE_URL}{photo.full.src}"' in unescape(feed)


def test_a_standing_page_may_show_photos_too(db, client):
    photo = make_photo(caption="The newsroom")
    make_page(body=f"<p>Text.</p>{figure(photo)}")
    assert "The newsroom" in client.get("/page/privacy/").content.decode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a</p>\n<p>b</p>\n\n<ul>\n<li>c</li>\n</ul>", "<p>a</p><p>b</p><ul><li>c</li></ul>"),
        (
            '<figure data-alt="x" data-caption="y" data-photo="1"></figure>',
            '<figure data-photo="1" data-caption="y" data-alt="x"></figure>',
        ),
        ('<p dir="RTL">a</p>', '<p dir="rtl">a</p>'),
    ],
)
def test_the_same_text_is_stored_in_the_same_form_whoever_wrote_it(one, other):
    assert body.clean(one) == body.clean(other) == other


def test_white_space_between_words_is_kept():
    assert body.clean("<p>a <strong>b</strong> <em>c</em> d</p>") == "<p>a <strong>b</strong> <em>c</em> d</p>"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>" + "x" * body.MAX_LENGTH + "</p>", "characters"),
        ("<blockquote>" * 60, "nested too deeply"),
        ('<figure data-photo="1"></figure>' * 101, "photos"),
    ],
)
def test_more_than_a_text_can_be_is_refused_with_a_sentence(source, words):
    assert words in body.problem(source)


def test_ordinary_long_texts_are_no_problem():
    assert body.problem("<ul>" + "<li>one<ul><li>two</li></ul></li>" * 500 + "</ul>" + "<p>x</p>" * 5000) is None


def test_half_a_character_is_no_error():
    assert body.clean("<p>a\ud800</p>") == "<p>a</p>"
