import pytest
from hypothesis import given, strategies as st

from articles import plain_text
from comments import text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x1bc", "abc"),
        ("\u202eevil\u202c", "evil"),
        ("pa\u200bss\ufeffword", "password"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("  spaced  \n  ", "spaced"),
        ("م\u200cی\u200cخواهم", "م\u200cی\u200cخواهم"),
        ("\u200f\u200f\u200fنص", "نص"),
        ("Z" + "\u0301" * 40, "Z" + "\u0301" * 4),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("\ud800x", "x"),
    ],
)
def test_what_cannot_be_seen_or_turns_the_page_is_neutralised(typed, kept):
    assert plain_text.neutralise(typed) == kept


@pytest.mark.parametrize("typed", ["\u200d\u200c\u200d", "\u2800\u2800\u2800", "\u3164\u3164\u3164", " \n \t "])
def test_padding_alone_has_no_visible_character(typed):
    assert plain_text.visible_length(plain_text.neutralise(typed)) == 0


@pytest.mark.parametrize(("typed", "length"), [("नहीं", 3), ("x\ufe0f\ufe0f", 1), ("لا", 2), ("👍", 1)])
def test_what_a_reader_sees_is_counted(typed, length):
    assert plain_text.visible_length(typed) == length


def test_a_name_is_one_line():
    assert plain_text.one_line(" Huda \n Al-Ali\u202e ") == "Huda Al-Ali"


def test_markup_is_shown_as_typed():
    assert text.to_html("<b>x</b> & <script>") == "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;</p>"


def test_line_breaks_are_kept():
    assert text.to_html("a\nb\n\nc") == "<p>a<br>b</p><p>c</p>"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("see https://example.org/a?b=1&c=2.", "https://example.org/a?b=1&amp;c=2"),
        ("(https://example.org/x_(y))", "https://example.org/x_(y)"),
        ("“https://example.org”", "https://example.org"),
        ("انظر https://example.org/نص، ثم", "https://example.org/نص"),
        ("HTTP://EXAMPLE.ORG!", "HTTP://EXAMPLE.ORG"),
    ],
)
def test_addresses_become_links_that_search_engines_do_not_follow(typed, address):
    assert f'<a href="{address}" rel="nofollow ugc noopener">{address}</a>' in text.to_html(typed)


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "https://", "https://...", "ftp://example.org", "x@example.org"]
)
def test_nothing_else_becomes_a_link(typed):
    assert "<a" not in text.to_html(typed)


@given(st.text(max_size=300))
def test_no_text_gives_other_markup_than_paragraphs_breaks_and_links(typed):
    html = text.to_html(plain_text.neutralise(typed))
    rest = html
    for part in ("<p>", "</p>", "<br>", "</a>", ' rel="nofollow ugc noopener">'):
        rest = rest.replace(part, "")
    rest = rest.replace('<a href="http', "")
    assert "<" not in rest
    assert '"' not in rest


@given(st.text(max_size=300))
def test_neutralising_twice_is_neutralising_once(typed):
    assert plain_text.neutralise(plain_text.neutralise(typed)) == plain_text.neutralise(typed)


GAP = text.REDACTED * 4
SAID = "[personal data removed by the newsroom]"


def test_what_was_taken_out_says_so_and_by_whom():
    assert text.to_plain(f"Call {GAP} today") == f"Call {SAID} today"
    assert text.to_html(f"Call {GAP} today") == f'<p>Call <span class="redacted" dir="auto">{SAID}</span> today</p>'


@pytest.mark.parametrize(
    ("stored", "gaps"),
    [(GAP, 1), (f"{GAP} {GAP}", 1), (f"{GAP}, {GAP}", 2), (f"{GAP}\n{GAP}", 2), (f"{GAP}{GAP}", 1), ("Nothing", 0)],
)
def test_words_taken_out_side_by_side_are_one_gap(stored, gaps):
    assert text.to_plain(stored).count(SAID) == text.to_html(stored).count(SAID) == gaps
    assert text.REDACTED not in text.to_plain(stored) + text.to_html(stored)


@pytest.mark.parametrize("part", [f"{GAP}", f"https://{GAP}", f"https://example.org/{GAP}/a", f"https://{GAP}.org,"])
def test_an_address_that_was_redacted_is_no_link_and_those_around_it_are(part):
    html = text.to_html(f"https://example.org/1 {part} https://example.org/2")
    assert html.count("<a ") == 2
    assert html.count(SAID) == 1
    assert text.REDACTED not in html
    assert 'href="https://example.org/2"' in html
