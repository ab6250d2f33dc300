"""What somebody typed into the search field, taken apart."""

import re
import unicodedata
from typing import NamedTuple

from articles import plain_text
from articles.search import text

LONGEST, MOST_WORDS = 200, 12
# Enough of what was typed to make `LONGEST` characters of it; the rest is not even looked at.
_READ = 2_000
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
# A minus excludes at the start of a word; in the middle it joins, and a dash between spaces is nothing.
_TERM = re.compile(r'(?P<minus>(?<!\S)[-−](?=\S))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
# Words that nearly every story holds: beside another word they are not asked for, so that they neither slow nor rank.
STOP_WORDS = set(
    text.words(
        "a an and are as at be but by for from has have he her his i in is it its my no not of on or our she so that the "
        "their they this to was we were what which who will with you your "
        "في من على إلى عن مع أن إن هذا هذه ذلك تلك التي الذي ما لا لم لن كان كانت قد هو هي هم أو ثم و كل بعد قبل بين حتى "
        "لدى لديه لديها لديهم"
    )
)
# An Arabic word is looked for with the particles that are written with it, and with the alef of the accusative, too. With
# three letters, فـ and كـ would more often make another word (كمال of مال) than stand before this one.
_ARABIC = re.compile("[ء-ي]{3,}")
_PARTICLES, _SHORT_PARTICLES = ("", *"وبلفك", "وب", "ول", "فب", "فل"), ("", *"وبل", "وب", "ول")
# No alef follows ta marbuta, and one after ya makes a country of its people (سوري, سوريا).
_NO_ACCUSATIVE = ("ه", "ا", "اء", "ي")
_MOST_HAMZAS = 2


class Query(NamedTuple):
    """Phrases of one or more words, as `text.normalised` has them: a story must hold all of `wanted`, none of `excluded`."""

    wanted: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()


def as_shown(typed: str) -> str:
    """What was typed in one Unicode form, on one line and without what no text holds (see `plain_text.neutralise`), at most
    200 characters."""
    shown = unicodedata.normalize("NFKC", typed[:_READ])
    return plain_text.one_line(shown)[:LONGEST].strip()


def parse(typed: str) -> Query:
    """The query of whatever was typed; none of it can be an error, and without a word to find it finds nothing.

    Words in quotation marks are a phrase, and so are words that hang together (`al-Sabah`, `3.5`); a minus in front
    excludes. The first twelve words count.
    """
    wanted, excluded, room = [], [], MOST_WORDS
    for found in _TERM.finditer(as_shown(typed).translate(_QUOTES)):
        words = tuple(word for word in text.words(found["word"] or found["phrase"] or "") if word)[:room]
        terms = excluded if found["minus"] else wanted
        if words and words not in terms:
            terms.append(words)
            room -= len(words)
    meant = [words for words in wanted if len(words) > 1 or words[0] not in STOP_WORDS]
    return Query(tuple(meant or wanted), tuple(excluded))


def forms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The phrases of which any will do for this one, itself first: of one Arabic word at most 60, of all else itself."""
    if len(words) > 1 or words[0] in STOP_WORDS or not _ARABIC.fullmatch(words[0]):
        return [words]
    word = words[0]
    particles = _PARTICLES if len(word) > 3 else _SHORT_PARTICLES
    return [(form,) for spelling in _with_hamza(word) for form in _joined(spelling, particles)]


def _joined(word, particles):
    endings = ("",) if word.endswith(_NO_ACCUSATIVE) else ("", "ا")
    return [f"{particle}{word}{ending}" for particle in particles for ending in endings]


def _with_hamza(word):
    """The word, and what it is if a waw in it was meant to bear a hamza (موتمر, مؤتمر)."""
    waws = [place for place, letter in enumerate(word) if letter == "و" and place]
    return [word, *(f"{word[:place]}ء{word[place + 1 :]}" for place in waws[:_MOST_HAMZAS])]
