"""A text cut where rules fired in it. Templates draw the pieces with `admin/comments/_marked.html`; no HTML is made here."""

from collections.abc import Iterable


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
