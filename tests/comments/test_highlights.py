from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given, strategies as st

from comments.highlights import in_field, pieces
from comments.models import RuleMatch


def test_overlapping_and_touching_places_are_one_piece():
    assert pieces("a casino here", [(2, 5), (4, 8)]) == [("a ", False), ("casino", True), (" here", False)]
    assert pieces("abcd", [(1, 2), (2, 3)]) == [("a", False), ("bc", True), ("d", False)]


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-5, 25), st.integers(-5, 25))))
def test_the_pieces_are_the_text_and_each_character_is_marked_as_its_places_say(text, places):
    cut = pieces(text, places)
    assert "".join(piece for piece, _is_marked in cut) == text
    marked = [is_marked for piece, is_marked in cut for _character in piece]
    assert marked == [any(start <= index < end for start, end in places) for index in range(len(text))]
    assert all(one != other for (_text, one), (_other, other) in pairwise(cut))


def test_a_template_marks_and_escapes():
    html = render_to_string("admin/comments/_marked.html", {"pieces": pieces("<b> casino", [(4, 10)])})
    assert html.strip() == "&lt;b&gt; <mark>casino</mark>"


def test_places_are_taken_by_field():
    matches = [RuleMatch(places=[["text", 0, 3], ["name", 1, 2]]), RuleMatch(places=[["text", 5, 6]])]
    assert in_field(matches, "text") == [(0, 3), (5, 6)]


@pytest.mark.parametrize(
    ("code", "action", "label", "sentence"),
    [
        ("first_time", "note", "", "First comment from this address"),
        ("links", "flag", "3", "3 links"),
        ("repeated", "flag", "1", "The same text stands in 1 other comment"),
        ("words", "flag", "100% casino", "Words: \u2068100% casino\u2069"),
        ("known_address", "note", "", "Address of a known commenter, not confirmed"),
        ("known_address", "flag", "", "Address of a known commenter, under another name, not confirmed"),
        ("a_rule_of_later", "flag", "", "a_rule_of_later"),
    ],
)
def test_each_rule_that_fired_says_so_in_a_sentence(code, action, label, sentence):
    assert RuleMatch(code=code, action=action, label=label).sentence == sentence


def test_what_a_rule_looks_for_keeps_its_order_in_a_sentence_of_the_other_direction():
    with translation.override("ar"):
        assert "\u2068203.0.113.0/24\u2069" in RuleMatch(code="network", label="203.0.113.0/24").sentence
