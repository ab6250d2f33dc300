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
        "في من على إلى عن مع أن إن هذا هذه ذلك تلك التي الذي ما لا لم لن كان كانت قد هو هي هم أو ثم و كل بعد قبل بين حتى"
    )
)


class Query(NamedTuple):
    """Phrases of one or more words, as `text.normalised` has them: a story must hold all of `wanted`, none of `excluded`."""

    wanted: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()

    @property
    def phrases(self):
        return (*self.wanted, *self.excluded)


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
