"""Finding stories, on the engine of the database at hand."""

import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings, strategies as st

from articles import publishing, search
from articles.models import Article, SearchEntry
from articles.search import postgresql
from tests.factories import make_author, make_draft, make_publication, make_section, make_stories, make_story

pytestmark = pytest.mark.django_db


def found(typed, language="en", **filters):
    """The headlines that are found, in their order."""
    ids = search.find(typed, language, **filters).ids
    headlines = dict(Article.objects.values_list("pk", "headline"))
    return [headlines[pk] for pk in ids]


def result(client, typed, **parameters):
    return client.get("/search/", {"q": typed} | parameters).content.decode()


# --- What is found


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("reopens", True),  # headline
        ("crane", True),  # dek
        ("dawn", True),  # text
        ("Salem", True),  # author
        ("harbours", True),  # section
        ("opening", True),  # another form of a word
        ("PORT", True),
        ("cafe", True),
        ("café", True),
        ("port dawn Salem", True),
        ('"port reopens"', True),
        ('"ports reopened"', True),
        ('"reopens port"', False),
        ('"storm the"', False),  # the end of one field and the beginning of the next
        ("port nowhere", False),
        ("port -nowhere", True),
        ("port -dawn", False),
        ('port -"at dawn"', False),
        ('port -"dawn at"', True),
        ("-nowhere", False),
        ("the", True),
        ("strong", False),  # a tag
        ("href", False),  # an attribute
        ("example", False),  # what an attribute holds
        ("seaside", False),  # a tag of the story, which is not its text
        ("language", False),
        ("languageen", False),
        ("section", False),
    ],
)
def test_words_are_found_in_headline_dek_text_names_and_nowhere_else(typed, is_found):
    make_story(
        "Port reopens after storm",
        dek="The first crane moved.",
        body='<p>They <strong>opened</strong> the <a href="https://example.org/">Café</a> at dawn.</p>',
        section=make_section("Harbour"),
        authors=[make_author("Noura Salem")],
    )
    assert found(typed) == (["Port reopens after storm"] if is_found else [])


@pytest.mark.parametrize("typed", ["كتاب", "الكتاب", "والكتاب", "كِتَاب", "كتـاب", '"معرض الكتاب"', "2026", "٢٠٢٦"])
def test_arabic_is_found_in_each_spelling(typed):
    make_story("افتتاح معرض الكتاب ٢٠٢٦", language="ar", body="<p>نصّ.</p>")
    assert found(typed, "ar") == ["افتتاح معرض الكتاب ٢٠٢٦"]
    assert found(typed, "en") == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ضابط", "ضابطًا"),
        ("ضابط", "ضابطا"),
        ("ضابطًا", "ضابط"),
        ("ضابطاً", "الضابط"),
        ("كتاب", "كتابا"),
        ("مكتبة", "ومكتبة"),
        ("أسئلة", "فأسئلة"),
        ("وزارة", "بوزارة"),
        ("وزارة", "ووزارة"),
        ("متحف", "ومتحف"),
        ("متحف", "وبمتحف"),
        ("نفط", "بنفط"),
        ("موتمر", "مؤتمر"),
        ("موتمر", "المؤتمر"),
        ("موتمر", "ومؤتمرا"),
        ("مسوول", "مسؤول"),
    ],
)
def test_an_arabic_word_is_found_and_marked_with_what_is_written_with_it(client, typed, written):
    make_story("خبر", language="ar", body=f"<p>في {written} اليوم.</p>")
    assert found(typed, "ar") == found(f"خبر {typed}", "ar") == ["خبر"]
    assert found(f"خبر -{typed}", "ar") == []
    assert f"في <mark>{written}</mark> اليوم" in client.get("/ar/search/", {"q": typed}).content.decode()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("لديه", "بلدية"),
        ("مكتبة", "مكتبها"),
        ("سوري", "سوريا"),
        ("مال", "كمال"),
        ("متحف", "متاحف"),
        ("وزير", "زير"),
        ("له", "وله"),
        ('"متحف كبير"', "ومتحف كبير"),
    ],
)
def test_an_arabic_word_is_not_found_in_another(typed, written):
    make_story("خبر", language="ar", body=f"<p>في {written} اليوم.</p>")
    assert found(typed, "ar") == []


def test_twelve_arabic_words_in_all_their_forms_are_not_too_many():
    words = " ".join(f"مووت{letter}" for letter in "بتثجحخدرزسشص")
    make_story("خبر", language="ar", body=f"<p>{words}</p>")
    assert found(words, "ar") == ["خبر"]


@pytest.mark.parametrize("typed", ['"Kuwait City"', "kuwait", "city salem"])
def test_the_dateline_is_found(client, typed):
    make_story("Log", dateline="Kuwait City", body="<p>First words.</p>", authors=[make_author("Noura Salem")])
    assert found(typed) == ["Log"]
    assert excerpt(client, typed) == ("Log", "First words.")


def test_readers_find_what_they_may_see():
    make_draft("Port one")
    make_story("Port two", published_at=timezone.now() + timedelta(hours=1))
    make_story("Port three", language="ar")
    withdrawn = make_story("Port four")
    publishing.withdraw(withdrawn, by=None)
    back = make_story("Port five", published_at=timezone.now() + timedelta(hours=1))
    publishing.return_to_draft(back, by=None)
    make_story("Port six")
    assert found("port") == ["Port six"]
    assert SearchEntry.objects.count() == 3


def test_a_withdrawn_story_that_is_published_again_is_found_again():
    story = make_story("Port reopens")
    publishing.withdraw(story, by=None)
    publishing.publish(story, by=None)
    assert found("port") == ["Port reopens"]


def test_a_changed_text_is_found_when_it_is_published_and_not_before():
    story = make_story("Port reopens", body="<p>Old words.</p>")
    publishing.save(story, {"body": "<p>New ones.</p>"}, by=None)
    assert (found("old"), found("new")) == (["Port reopens"], [])
    publishing.publish(story, by=None)
    assert (found("old"), found("new")) == ([], ["Port reopens"])


def test_a_story_is_in_the_index_when_the_verb_has_run_and_not_when_it_failed():
    story = make_draft("Port reopens", body="")
    with pytest.raises(publishing.ValidationError):
        publishing.publish(story, by=None)
    assert not SearchEntry.objects.exists()
    publishing.save(story, {"body": "<p>Text.</p>"}, by=None)
    publishing.publish(story, by=None)
    assert SearchEntry.objects.get().article_id == story.pk


def test_a_renamed_author_or_section_is_found_by_the_new_name(admin_client, django_capture_on_commit_callbacks):
    author, section = make_author("Noura Salem"), make_section("Harbour")
    make_story("Port reopens", authors=[author], section=section)
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            f"/admin/articles/author/{author.pk}/change/",
            {"byline_en": "Noura Khalid", "byline_ar": "", "bio_en": "", "bio_ar": ""},
        )
        admin_client.post(
            f"/admin/articles/section/{section.pk}/change/",
            {"name_en": "Gulf", "name_ar": "", "description_en": "", "description_ar": ""},
        )
    assert [found(name) for name in ("Khalid", "Gulf", "Salem", "Harbour")] == [["Port reopens"]] * 2 + [[]] * 2


def test_words_that_lost_their_story_do_no_harm():
    story = make_story("Port reopens")
    Article.objects.filter(pk=story.pk).update(status="draft")
    assert found("port") == []
    Article.objects.filter(pk=story.pk).delete()
    assert found("port") == []
    # As a flush leaves it, and the next story has the same id.
    again = make_draft("Another", body="<p>Words.</p>")
    assert found("port") == found("another") == []
    publishing.publish(again, by=None)
    assert (found("port"), found("another")) == ([], ["Another"])


# --- Order, filters, pages


def test_relevance_counts_the_headline_most_and_then_dek_and_names():
    now = timezone.now()
    fields = {"dek": "Other words", "body": "<p>Words of a text.</p>"}
    for hours, (headline, changed) in enumerate(
        [
            ("In the text", {"body": "<p>Words of a harbour.</p>"}),
            ("In the dek", {"dek": "Harbour words"}),
            ("Harbour words", {}),
        ]
    ):
        make_story(headline, published_at=now - timedelta(hours=hours + 1), **fields | changed)
    assert found("harbour") == ["Harbour words", "In the dek", "In the text"]
    assert found("harbour", by_newness=True) == ["In the text", "In the dek", "Harbour words"]


def test_newness_is_the_time_of_publication_and_not_of_the_import():
    now = timezone.now()
    for days in (2, 5, 1, 3):
        make_story(f"Port {days}", published_at=now - timedelta(days=days))
    assert found("port", by_newness=True) == ["Port 1", "Port 2", "Port 3", "Port 5"]


def test_filters_by_section_and_year():
    section = make_section()
    make_story("Port one", published_at=datetime(2024, 12, 31, 23, 59, tzinfo=UTC), section=section)
    make_story("Port two", published_at=datetime(2025, 1, 1, tzinfo=UTC), section=make_section("Other"))
    first, after = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    assert found("port", since=first, until=after) == ["Port two"]
    assert found("port", since=datetime(2024, 1, 1, tzinfo=UTC), until=first) == ["Port one"]
    assert found("port", section=section) == ["Port one"]
    assert found("port", section=section, since=first, until=after) == []


def test_stories_of_one_moment_stand_on_one_page_each(client):
    make_publication(stories_a_page=5)
    moment = timezone.now() - timedelta(days=1)
    publishing.record(
        {"fields": {"headline": f"Port {n}", "body": "<p>x</p>"}, "status": "published", "published_at": moment}
        for n in range(12)
    )
    for order in ("", "newest"):
        pages = [result(client, "port", order=order, page=page) for page in (1, 2, 3)]
        addresses = [re.findall(r'<h2 class="headline"><a href="([^"]+)"', page) for page in pages]
        assert [len(page) for page in addresses] == [5, 5, 2]
        assert len({address for page in addresses for address in page}) == 12


def test_pages_end_where_the_ranked_stories_end_and_say_so(client, monkeypatch):
    monkeypatch.setattr(search, "RANKED", 8)
    monkeypatch.setattr(search, "COUNTED", 6)
    make_publication(stories_a_page=5)
    make_stories(9)
    first, last = result(client, "story"), result(client, "story", page=2)
    assert "More than 6 stories" in first
    assert "Older stories may hold these words too" not in first
    assert "Older stories may hold these words too" in last
    assert client.get("/search/", {"q": "story", "page": 3}).status_code == 404


def test_pages_keep_what_was_chosen(client):
    make_publication(stories_a_page=5)
    section = make_section()
    stories = make_stories(11, section=section)
    year = stories[0].published_at.year
    page = result(client, "story", section=section.slug, year=year, order="newest", page=2, utm_source="x")
    parameters = f"q=story&amp;section={section.slug}&amp;year={year}&amp;order=newest"
    assert f'href="/search/?{parameters}" rel="prev"' in page
    assert f'href="/search/?{parameters}&amp;page=3" rel="next"' in page
    assert page.count(" selected") == 3


@pytest.mark.parametrize(
    "parameters",
    [
        {"section": "none"},
        {"year": "abc"},
        {"year": "1890"},
        {"year": "9" * 500},
        {"year": "٢٠٢٦"},
        {"order": "random"},
        {"section": "\x00", "year": "-1", "order": "\x00"},
    ],
)
def test_a_choice_that_is_none_is_left_out(client, parameters):
    story = make_story()
    page = result(client, "port", **parameters)
    assert story.get_absolute_url() in page
    assert " selected" not in page


@pytest.mark.parametrize("number", ["0", "-1", "2", "x", "9" * 400])
def test_a_page_that_is_none_is_not_found(client, number):
    make_story()
    assert client.get("/search/", {"q": "port", "page": number}).status_code == 404


def test_the_years_that_are_offered_are_those_with_stories_of_the_language(client):
    for year in (1999, 2003, 2004):
        make_story(f"Port {year}", published_at=datetime(year, 6, 1, tzinfo=UTC))
    make_story("Port 2001", published_at=datetime(2001, 6, 1, tzinfo=UTC), language="ar")
    make_draft()
    assert re.findall(r'<option value="(\d+)"', result(client, "")) == ["2004", "2003", "1999"]


def test_a_search_page_is_not_indexed_and_not_kept_and_sets_no_cookie(client):
    response = client.get("/search/?q=port")
    assert b'<meta name="robots" content="noindex">' in response.content
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies


@pytest.mark.postgresql
def test_a_phrase_is_looked_for_in_the_newest_stories_with_its_words_and_the_end_is_told(monkeypatch):
    monkeypatch.setattr(postgresql, "PHRASE_IN", 3)
    now = timezone.now()
    for days, headline in enumerate(["Prime minister", "Minister prime", "Prime minister", "Prime minister"], start=1):
        make_story(headline, published_at=now - timedelta(days=days))
    assert len(found('"prime minister"')) == 2
    assert search.find('"prime minister"', "en").is_cut
    monkeypatch.setattr(postgresql, "PHRASE_IN", 4)
    assert len(found('"prime minister"')) == 3
    assert not search.find('"prime minister"', "en").is_cut


# --- Excerpts


def excerpt(client, typed):
    page = result(client, typed)
    headline = re.search(r'<h2 class="headline"><a [^>]*>(.*?)</a>', page)[1]
    return headline, re.search(r'<p class="excerpt">(.*?)</p>', page, re.DOTALL)[1]


def test_the_words_are_marked_in_the_original_text(client):
    make_story("The runner’s Café", body="<p>She was running &lt;fast&gt; past the CAFÉ &amp; home.</p>")
    headline, text = excerpt(client, "run cafe")
    assert headline == "The runner’s <mark>Café</mark>"
    assert text == "She was <mark>running</mark> &lt;fast&gt; past the <mark>CAFÉ</mark> &amp; home."


def test_arabic_words_are_marked_whole(client):
    make_story("معرض", language="ar", body="<p>زار الوزير وَالكِتاب، ثم مضى.</p>")
    page = client.get("/ar/search/", {"q": "كتاب"}).content.decode()
    assert "<mark>وَالكِتاب</mark>، ثم" in page


def test_a_phrase_is_marked_where_it_stands_as_one(client):
    make_story("Minister", body="<p>The minister met the prime minister.</p>")
    assert excerpt(client, '"prime minister"')[1] == "The minister met the <mark>prime</mark> <mark>minister</mark>."


def test_the_excerpt_is_cut_round_the_words_that_stand_closest(client):
    filler = "Nothing of note happened on this long day at sea. " * 40
    make_story("Log", body=f"<p>The port. {filler}</p><p>{filler}Then the port and the storm met. {filler}</p>")
    text = excerpt(client, "port storm")[1]
    assert "the <mark>port</mark> and the <mark>storm</mark> met" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(re.sub(r"<[^>]+>", "", text)) < 300


def test_a_dek_that_shows_as_much_is_shown_instead_of_the_text(client):
    make_story("Log", dek="Of a port.", body="<p>The port.</p>")
    assert excerpt(client, "port")[1] == "Of a <mark>port</mark>."


def test_a_story_found_by_its_author_shows_its_first_words(client):
    make_story("Log", body="<p>First words.</p>", authors=[make_author("Noura Salem")])
    assert excerpt(client, "salem") == ("Log", "First words.")


@pytest.mark.parametrize("body", ["port " * 50_000, "字" * 100_000 + " port", "ﷺ" * 20_000 + " port " + "x" * 200_000])
def test_a_huge_text_is_indexed_and_shown_within_bounds(client, body):
    make_story("Port", body=f"<p>{body}</p>")
    headline, text = excerpt(client, "port")
    assert headline == "<mark>Port</mark>"
    assert len(re.sub(r"<[^>]+>", "", text)) < 400


def test_the_last_word_of_a_long_text_is_found(client):
    make_story("Log", body=f"<p>{'one two ' * 12_000} finis</p>")
    assert found("finis") == ["Log"]
    assert excerpt(client, "finis")[0] == "Log"


def test_an_excerpt_parts_headings_and_items_from_what_follows(client):
    make_story(
        "Log", body="<h2>The port</h2><p>Ships came &amp; went.</p><p>Then:</p><ul><li>one</li><li>two</li></ul>"
    )
    assert excerpt(client, "port two")[1] == (
        "The <mark>port</mark> · Ships came &amp; went. Then: one · <mark>two</mark>"
    )


# --- Odd queries

ODD = [
    "",
    "\x00",
    '"',
    '""',
    "'",
    "*",
    "port*",
    "^port",
    "headline:port",
    "{headline}:port",
    "NEAR(port storm)",
    "port AND",
    "OR",
    "NOT port",
    "port & | ! <-> :*",
    "port:ABC",
    "\\",
    "😀",
    "😀 port",
    "\ud800",
    "x" * 1_000_000,
    "ﷺ" * 10_000,
    "the",
    "to be or not to be",
    "... --- ...",
    "كِتَـــاب and كتاب",
    "%s %(a)s",
    "𞤀𞤁",
    "-",
    '-"',
    "a" * 100 + "'" * 100,
    "'); DROP TABLE articles_article; --",
]


@pytest.fixture
def story():
    return make_story("Port reopens 😀 after كتاب storm")


@example("\x00\ud83d")
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from([*"\"-*^:(){}&|!<>+\\'%~ ", "port", " AND ", " NEAR ", "كتاب", "ـ", "\u064b", "s'"])
        ).map("".join),
    )
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_is_an_error(story, typed):
    assert set(search.find(typed, "en").ids) <= {story.pk}


@pytest.mark.parametrize("typed", ODD)
def test_an_odd_query_is_answered(client, story, typed):
    found = search.find(typed, "en")
    assert len(search.with_excerpts(Article.objects.for_lists(), found, found.ids)) == len(found.ids)
    assert b"<h1>Search</h1>" in client.get("/search/", {"q": typed.encode("utf-8", "replace")}).content


@pytest.mark.parametrize("typed", ["-water", '""', "-", '-"dust storm"'])
def test_a_query_without_a_word_to_find_is_answered_with_how_to_ask(client, typed):
    page = result(client, typed)
    assert "A story is found when it holds every word you give" in page
    assert "No story holds" not in page


def test_a_query_cannot_turn_the_page_round(client):
    page = result(client, "po\u202ert \u2066storm\u200b")
    assert "<title>Search: port storm –" in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", page)


# --- The command


def rebuilt(**options):
    out = StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue()


def lose_words():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM articles_searchwords")
        else:
            cursor.execute("UPDATE articles_searchentry SET words = NULL")


def test_the_index_is_rebuilt_from_nothing(monkeypatch):
    monkeypatch.setattr(search, "BATCH", 4)
    make_stories(9)
    make_draft("Story draft")
    lose_words()
    assert found("story") == []
    told = rebuilt()
    assert len(found("story")) == 9
    assert "44 %: 4 of 9 stories" in told
    assert "complete: 9 stories" in told


def test_a_rebuild_drops_what_does_not_belong():
    gone = make_stories(3)[0]
    Article.objects.filter(pk=gone.pk).update(status="draft")
    rebuilt()
    assert SearchEntry.objects.count() == 2


def test_set_up_indexes_stories_that_are_not_in_the_index(settings, tmp_path, monkeypatch):
    settings.DEBUG, settings.VAR_DIR = True, tmp_path
    make_stories(3)
    SearchEntry.objects.all().delete()
    call_command("set_up", stdout=StringIO())
    assert len(found("story")) == 3
    monkeypatch.setattr(search, "index_all", None)
    call_command("set_up", stdout=StringIO())


def test_a_rebuild_draws_a_bar_on_a_terminal():
    class Terminal(StringIO):
        def isatty(self):
            return True

    make_stories(2)
    out = Terminal()
    call_command("rebuild_search", stdout=out)
    assert f"\r[{'#' * 40}] 100 %  2 of 2\n" in out.getvalue()
