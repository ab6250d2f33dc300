"""What was changed between two texts."""

import time

from hypothesis import given, strategies as st

from comments.differences import WORDS, differences

WORDY = st.text(alphabet="ab \n.", max_size=60)


def test_a_word_that_was_changed_stands_between_the_same_words():
    assert differences("The port opened at dawn, they say.", "The port opened at noon, they say.") == [
        ("same", "The port opened at"),
        ("del", " dawn,"),
        ("ins", " noon,"),
        ("same", " they say."),
    ]


@given(WORDY, WORDY)
def test_both_texts_can_be_read_from_the_pieces(before, after):
    pieces = differences(before, after)
    if pieces is not None:
        assert "".join(text for what, text in pieces if what != "ins") == before
        assert "".join(text for what, text in pieces if what != "del") == after


def test_texts_without_a_word_in_common_or_too_long_are_not_compared():
    assert differences("All gone", "Something else") is None
    assert differences("word " * (WORDS + 1), "word") is None


def test_no_text_makes_the_comparison_slow():
    hostile = [("a b " * 300, "b a " * 300), (" ".join(map(str, range(600))), " ".join(map(str, range(600, 0, -1))))]
    hostile.append((" ".join(str(n % 97) for n in range(600)), " ".join(str(n * 7 % 97) for n in range(600))))
    for before, after in hostile:
        start = time.process_time()
        differences(before, after)
        assert time.process_time() - start < 2
