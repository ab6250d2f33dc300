"""A text cut where rules fired in it. Templates draw the pieces with `admin/comments/_marked.html`; no HTML is made here."""

from collections.abc import Iterable

from comments.text import in_words


def in_field(matches, field: str) -> list[tuple[int, int]]:
    """The places of `matches` (rows of `RuleMatch`, or findings) in one field: `text`, `name` or `website`."""
    return [(start, end) for match in matches for where, start, end in match.places if where == field]


def pieces(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The text in its order, in pieces with whether each is marked; overlapping and touching places become one piece.

    What lies outside the text is left out: `"".join` of the pieces is always `text`. Marked pieces are not isolated from
    the rest, so that letters join and lines run as in the unmarked text.
    """
    cut, done = [], 0
    for start, end in _merged(text, places):
        if done < start:
            cut.append((text[done:start], False))
        cut.append((text[start:end], True))
        done = end
    if done < len(text):
        cut.append((text[done:], False))
    return cut


def with_gaps(cut: list[tuple[str, bool]]) -> list[tuple[str, bool, bool]]:
    """`pieces` of a stored text for people, each with whether it says that personal data was taken out there: the same
    words in a text that somebody typed do not."""
    return [(words, is_marked, is_gap) for piece, is_marked in cut for words, is_gap in in_words(piece)]


def _merged(text, places):
    merged = []
    for start, end in sorted((max(0, start), min(end, len(text))) for start, end in places):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def around(text: str, places: Iterable[tuple[int, int]], before: int, behind: int) -> list[tuple[str, bool]]:
    """`pieces` of the part of a text around its first place, cut at blanks where there are some, with “…” for the rest."""
    places = list(places)
    first = min((start for start, _end in places), default=0)
    start, end = max(0, first - before), min(len(text), first + behind)
    if start:
        start = max(start, text.find(" ", start, first) + 1)
    if end < len(text):
        end = max(text.rfind(" ", first, end), end if " " not in text[first:end] else 0)
    cut = pieces(text[start:end], ((one - start, other - start) for one, other in places))
    return [("… ", False)] * bool(start) + cut + [(" …", False)] * (end < len(text))
