"""SQLite's FTS5: one row a story, its rowid is the entry's position.

FTS5 hands matches out in the order of rowids, so the newest are found first and nothing is sorted. A row without an entry
is never found: results are joined with the entries.
"""

from django.db import connection

from articles.models import SearchEntry
from articles.search.entry import FIELDS
from articles.search.query import forms

_NO_WORD = "_"  # Keeps the place of a word without letters, and is none to the tokenizer.
_START, _END = "\x02", "\x03"
# CROSS keeps SQLite from beginning with another table.
_NEWEST = """
    SELECT entry.article_id, entry.position{score} FROM articles_searchwords
    CROSS JOIN articles_searchentry AS entry ON entry.position = articles_searchwords.rowid
    CROSS JOIN ({visible}) AS visible ON visible.id = entry.article_id
    WHERE articles_searchwords MATCH %s AND articles_searchwords.rowid BETWEEN %s AND %s
    ORDER BY articles_searchwords.rowid DESC LIMIT %s
"""
_SCORE = ", bm25(articles_searchwords, 6, 2, 2, 1, 0) AS score"


def store(entries):
    remove([entry.article_id for entry in entries])
    SearchEntry.objects.bulk_create(
        SearchEntry(article_id=entry.article_id, position=entry.position) for entry in entries
    )
    with connection.cursor() as cursor:
        # REPLACE, for a row that lost its entry (a test's flush knows nothing of this table).
        cursor.executemany(
            "INSERT OR REPLACE INTO articles_searchwords (rowid, headline, dek, names, body, facets)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (
                    entry.position,
                    *(" ".join(word or _NO_WORD for word in entry.words[field]) for field in FIELDS),
                    " ".join(map(_facet, entry.facets)),
                )
                for entry in entries
            ],
        )


def remove(article_ids):
    entries = SearchEntry.objects.filter(article__in=article_ids)
    positions = [(position,) for position in entries.values_list("position", flat=True)]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM articles_searchwords WHERE rowid = %s", positions)
    entries.delete()


def tidy():
    """Drop the words of entries that are no more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_searchwords WHERE rowid IN (SELECT rowid FROM articles_searchwords EXCEPT"
            " SELECT position FROM articles_searchentry)"
        )


def compiled(query):
    """The query in FTS5's language; every word is a string in it, so that none can be an operator."""
    match = f"{{{' '.join(FIELDS)}}} : ({' AND '.join(map(_any_form, query.wanted))})"
    if query.excluded:
        match = f"({match}) NOT ({{{' '.join(FIELDS)}}} : ({' OR '.join(map(_any_form, query.excluded))}))"
    return match


def newest(match, visible, facets, first, last, limit, *, ranked):
    """(ids, whether older stories may match too): those of the newest stories that match, at most `limit`, newest first;
    ranked, the best of them first. `visible` is a query of the ids that may be found.
    """
    visible_sql, parameters = visible.sql_with_params()
    wanted = " AND ".join(f'facets : "{_facet(facet)}"' for facet in facets)
    sql = _NEWEST.format(score=_SCORE if ranked else "", visible=visible_sql)
    if ranked:
        # Sorted outside, so that no more than `limit` are weighed. The smaller the score, the better.
        sql = f"SELECT article_id FROM ({sql}) ORDER BY score, position DESC"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, f"({match}) AND {wanted}", first, last, limit])
        ids = [row[0] for row in cursor.fetchall()]
    return ids, len(ids) == limit


def marks(match, article_ids):
    """{article id: {field: numbers of the words that the query found}}, counted as `text.WORD` finds them."""
    positions = dict(SearchEntry.objects.filter(article__in=article_ids).values_list("position", "article"))
    columns = ", ".join(
        f"highlight(articles_searchwords, {FIELDS.index(field)}, %s, %s)" for field in ("headline", "dek", "body")
    )
    places = ", ".join(["%s"] * len(positions))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, {columns} FROM articles_searchwords"  # noqa: S608
            # `+` and BETWEEN: the words are looked up once and gone through, not looked up again for each row.
            f" WHERE articles_searchwords MATCH %s AND rowid BETWEEN %s AND %s AND +rowid IN ({places})",
            [*[_START, _END] * 3, match, min(positions, default=0), max(positions, default=0), *positions],
        )
        return {
            positions[rowid]: {
                field: _marked(found) for field, found in zip(("headline", "dek", "body"), texts, strict=True)
            }
            for rowid, *texts in cursor.fetchall()
        }


def _any_form(phrase):
    return f"({' OR '.join(map(_phrase, forms(phrase)))})"


def _phrase(words):
    return f'"{" ".join(words)}"'


def _facet(facet):
    return facet.replace(":", "").replace("-", "")


def _marked(highlighted):
    found, is_inside = [], False
    for number, word in enumerate(highlighted.split(" ")):
        if is_inside or _START in word:
            found.append(number)
            is_inside = _END not in word
    return found
