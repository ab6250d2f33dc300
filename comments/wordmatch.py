"""Finds words and phrases in a text as people read them, whatever is done to the letters, in time linear in the text.

A text is cut into words at everything that is no letter, digit or mark (Unicode categories L, N, M). Compared are the
words after NFKC, case folding and the folding of Arabic letters that are typed for each other, without what cannot be
seen, vowel signs and tatweel. Accents stay: “résumé” is not “resume”. In scripts that write no spaces each character is
a word, so several of them are a phrase.

No text is normalised as a whole: that takes quadratic time for long runs of marks. Each character is decomposed by
itself (NFKD, equal where NFKC is equal), and the marks behind a letter are put in the order of their combining class.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple

from comments import arabic

PLACES_KEPT = 100
# Kinds of units; a mark that is put in order has its combining class instead.
_MARK, _LETTER, _ALONE, _BREAK = 0, -1, -2, -3
# Invisible without being of category Cf: fillers, vowels that show nothing, selectors of variants, a head of a note that is
# none. The iota that is written below. Then what is drawn through and around letters and is no accent.
_DROPPED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\ufe00-\ufe0f\U0001d159\U000e0100-\U000e01ef"
    f"{arabic.NO_LETTERS}\u0345\u0334-\u0338\u20d0-\u20f0]"
)
_ARABIC_MARKS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\U00010ec0-\U00010eff]")
# Thai, Lao, Myanmar, Khmer, kana, Han.
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3038-\u303b\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001aff0-\U0001b16f"
    "\U00020000-\U0003ffff]"
)
_NOT_PLAIN = re.compile(r"[^\t-\r\x1c-~]")
_PLAIN_WORD = re.compile("[a-z0-9]+")
_STARS = "*＊"


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    text: str
    start: int
    end: int


class Wanted(NamedTuple):
    """A word that is looked for; or, with a `*`, every word that begins or ends with it."""

    text: str
    any_beginning: bool = False
    any_ending: bool = False


class BadPattern(ValueError):
    """A `*` at both ends of a word, inside one, or by itself."""


def words(text: str) -> list[Word]:
    if not _NOT_PLAIN.search(text):
        return [Word(found[0], *found.span()) for found in _PLAIN_WORD.finditer(text.lower())]
    found, word, start, end, is_alone = [], [], 0, 0, False
    for unit, kind, index in _units(text):
        if word and (kind == _MARK or (kind == _LETTER and not is_alone)):
            word.append(unit)
            end = max(end, index + 1)
            continue
        if word:
            found.append(Word("".join(word), start, end))
            word = []
        if kind in (_LETTER, _ALONE):
            word, start, end, is_alone = [unit], index, index + 1, kind == _ALONE
    if word:
        found.append(Word("".join(word), start, end))
    return found


def _units(text):
    """What a text is compared as: (unit, kind, index of its character), the marks behind a letter in their order."""
    marks = {}
    for index, character in enumerate(text):
        for unit, kind in _folded(character):
            if kind > _MARK:
                marks.setdefault(kind, []).append((unit, _MARK, index))
                continue
            if marks:
                yield from _in_order(marks)
                marks = {}
            yield unit, kind, index
    yield from _in_order(marks)


def _in_order(marks):
    for combining_class in sorted(marks):
        yield from marks[combining_class]


@lru_cache(maxsize=20_000)
def _folded(character):
    """What a character is compared as: ((unit, kind), …), for a mark its combining class as the kind."""
    parts = unicodedata.normalize("NFKD", character) if not _is_dropped(character) else ""
    folded = (unicodedata.normalize("NFKD", part.casefold()) for part in parts if not _is_dropped(part))
    units = (arabic.AS.get(unit, unit) for units in folded for unit in units)
    return tuple((unit, _kind(unit)) for unit in units if not _is_dropped(unit))


def _is_dropped(character):
    category = unicodedata.category(character)
    return (
        category in ("Cf", "Me")
        or (category == "Cc" and not character.isspace())
        or (category == "Mn" and _ARABIC_MARKS.match(character) is not None)
        or _DROPPED.match(character) is not None
    )


def _kind(unit):
    category = unicodedata.category(unit)[0]
    if category == "M":
        return unicodedata.combining(unit)
    if category not in "LN":
        return _BREAK
    return _ALONE if _WITHOUT_SPACES.match(unit) else _LETTER


def stands_alone(word: str) -> bool:
    """Whether the word is one character of a script that writes no spaces."""
    return _kind(word[0]) == _ALONE


def parse(pattern: str) -> tuple[Wanted, ...]:
    """The words of a rule in their order. Raises `BadPattern`."""
    wanted = []
    for word in words(pattern):
        start, end = word.start, _end(pattern, word.end)
        while start and not _folded(pattern[start - 1]):
            start -= 1
        wanted.append(Wanted(word.text, _is_star(pattern[start - 1 : start]), _is_star(pattern[end : end + 1])))
    stars = sum(pattern.count(star) for star in _STARS)
    is_bad = stars != sum(word.any_beginning + word.any_ending for word in wanted)
    if is_bad or any(word.any_beginning and word.any_ending for word in wanted):
        raise BadPattern(pattern)
    return tuple(wanted)


def _is_star(character):
    return character != "" and character in _STARS


class _Node:
    """Where a phrase has come to after some words: what may follow, and the rules that are complete."""

    def __init__(self):
        self.complete = []
        self.whole, self.beginnings, self.endings = {}, {}, {}
        self.beginning_lengths, self.ending_lengths = [], []

    def grow(self, wanted):
        if wanted.any_ending:
            branch, lengths = self.beginnings, self.beginning_lengths
        elif wanted.any_beginning:
            branch, lengths = self.endings, self.ending_lengths
        else:
            branch, lengths = self.whole, []
        if len(wanted.text) not in lengths:
            lengths.append(len(wanted.text))
        return branch.setdefault(wanted.text, _Node())

    def after(self, word):
        if node := self.whole.get(word):
            yield node
        for length in self.beginning_lengths:
            node = self.beginnings.get(word[:length]) if length <= len(word) else None
            if node and not _goes_on(word[length : length + 1]):
                yield node
        for length in self.ending_lengths:
            if length <= len(word) and (node := self.endings.get(word[-length:])):
                yield node

    @property
    def has_more(self):
        return bool(self.whole or self.beginnings or self.endings)


def _goes_on(unit):
    """Whether a unit belongs to the letter before it: a mark, or the rest of a Korean syllable."""
    return unit != "" and (unicodedata.category(unit)[0] == "M" or "\u1160" <= unit <= "\u11ff")


class Matcher:
    """Looks for many patterns at once: `(key, pattern)` pairs; one that is no pattern or has no word finds nothing."""

    def __init__(self, patterns: Iterable[tuple[Hashable, str]]):
        self._root = _Node()
        for key, pattern in patterns:
            try:
                wanted = parse(pattern)
            except BadPattern:
                continue
            node = self._root
            for word in wanted:
                node = node.grow(word)
            if wanted:
                node.complete.append(key)

    def places(
        self, text: str, most: int = PLACES_KEPT, cut: list[Word] | None = None
    ) -> dict[Hashable, list[tuple[int, int]]]:
        """Where each pattern stands, as (start, end) in `text`, the first `most` of each; `cut` are its words, where they
        are known. An end takes in what folds to nothing behind the last letter, so that a mark is not cut from it."""
        found: dict[Hashable, list[tuple[int, int]]] = {}
        ends: dict[int, int] = {}
        begun = []
        if not self._root.has_more:
            return found
        for word in words(text) if cut is None else cut:
            begun.append((self._root, word.start))
            going_on = []
            for node, start in begun:
                for following in node.after(word.text):
                    for key in following.complete:
                        places = found.setdefault(key, [])
                        if len(places) < most:
                            if word.end not in ends:
                                ends[word.end] = _end(text, word.end)
                            places.append((start, ends[word.end]))
                    if following.has_more:
                        going_on.append((following, start))
            begun = going_on
        return found


def _end(text, end):
    while end < len(text) and not _folded(text[end]):
        end += 1
    return end


@lru_cache(maxsize=4)
def matcher(patterns: tuple[tuple[Hashable, str], ...]) -> Matcher:
    """A `Matcher` of these patterns, kept while the same rules are in force."""
    return Matcher(patterns)
