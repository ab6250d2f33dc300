"""PostgreSQL's full text search: a tsvector a story under a GIN index.

The vector is made here, word by word, and not by PostgreSQL's parser, so that both engines cut a text in the same way and
the numbers in it lead back to the words of the original.
"""

from collections import defaultdict

from django.db import connection, transaction

from articles.models import SearchEntry
from articles.search.entry import FIELDS
from articles.search.query import forms

# Each field begins at a number of its own, so that no phrase reaches into the next. A tsvector counts to 16,383; the words
# after that are found, but in no phrase.
_STARTS = {"headline": 1, "dek": 400, "names": 900, "body": 1_500}
_ENDS = {"headline": 390, "dek": 890, "names": 1_490, "body": 16_383}
_WEIGHTS = {"headline": "A", "dek": "B", "names": "C", "body": "D"}
_RANKS = "{0.05, 0.4, 0.4, 1}"  # of D, C, B, A
_MOST_BYTES = 1_000_000  # A tsvector holds 1,048,575.
# `+ 0` keeps the planner from walking the index of positions and looking into every vector on the way: it thinks that
# costs nothing, and takes the longer the rarer the words.
_MATCHES = """
    FROM articles_searchentry
    WHERE words @@ %s::tsquery AND position + 0 <= %s AND (%s = 0 OR position + 0 >= %s)
"""
# How many stories that hold the words of a phrase are looked through for the phrase itself: that is in their vectors, and
# not in the index.
PHRASE_IN = 4_000


def store(entries):
    stems = _stems({word for entry in entries for field in FIELDS for word in entry.words[field]})
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO articles_searchentry (article_id, position, words) VALUES (%s, %s, %s::tsvector)"
            " ON CONFLICT (article_id) DO UPDATE SET position = excluded.position, words = excluded.words",
            [(entry.article_id, entry.position, _vector(entry, stems)) for entry in entries],
        )


def remove(article_ids):
    SearchEntry.objects.filter(article__in=article_ids).delete()


def tidy():
    """Move what waits beside the index into it; autovacuum would do so later."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('articles_searchentry_words')")


class _Compiled:
    """The query with the stems of its words: `sure` decides by the index alone, `whole` minds the order in phrases."""

    def __init__(self, query):
        wanted, excluded = (list(map(forms, phrases)) for phrases in query)
        stems = _stems({word for phrases in (*wanted, *excluded) for phrase in phrases for word in phrase})
        wanted, excluded = (
            [[[stems[word] for word in phrase] for phrase in phrases] for phrases in terms]
            for terms in (wanted, excluded)
        )
        self.phrases = [phrase for phrases in wanted for phrase in phrases]
        in_order = [_any_of(phrases, "<->") for phrases in wanted]
        self.whole = " & ".join([*in_order, *(f"!{_any_of(phrases, '<->')}" for phrases in excluded)])
        self.rank = " & ".join(in_order)
        # A phrase to be left out cannot be left out by its words.
        self.sure = " & ".join(
            [_any_of(phrases, "&") for phrases in wanted]
            + [f"!{_any_of(phrases, '&')}" for phrases in excluded if len(phrases[0]) == 1]
        )


compiled = _Compiled


def newest(query, visible, facets, first, last, limit, *, ranked):
    """(ids, whether older stories may match too): those of the newest stories that match, at most `limit`, newest first;
    ranked, the best of them first. `visible` is a query of the ids that may be found.
    """
    matching = [" & ".join([query.sure, *map(_quoted, facets)]), last, first, first]
    sql = f"SELECT article_id, position, words {_MATCHES} ORDER BY position + 0 DESC"
    parameters = list(matching)
    has_phrases = query.whole != query.sure
    if has_phrases:
        # Only as many vectors are read as are needed.
        sql = f"SELECT * FROM ({sql} LIMIT {PHRASE_IN}) AS likely WHERE words @@ %s::tsquery"  # noqa: S608
        parameters.append(query.whole)
    visible_sql, visible_parameters = visible.sql_with_params()
    sql = (
        f"SELECT article_id FROM ({sql} LIMIT %s) AS newest"  # noqa: S608
        f" JOIN ({visible_sql}) AS visible ON visible.id = article_id ORDER BY"
    )
    parameters += [limit, *visible_parameters]
    if ranked:
        sql += " ts_rank(%s, words, %s::tsquery, 1) DESC,"
        parameters += [_RANKS, query.rank]
    sql += " position DESC"
    with transaction.atomic(), connection.cursor() as cursor:
        # The planner does not count what reading vectors costs, and would read all of them for a common word.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(sql, parameters)
        ids = [row[0] for row in cursor.fetchall()]
        is_cut = len(ids) == limit
        if has_phrases and not is_cut:
            cursor.execute(f"SELECT 1 {_MATCHES} LIMIT 1 OFFSET {PHRASE_IN}", matching)
            is_cut = cursor.fetchone() is not None
        return ids, is_cut


def marks(query, article_ids):
    """{article id: {field: numbers of the words that the query found}}, counted as `text.WORD` finds them."""
    lexemes = sorted({lexeme for phrase in query.phrases for lexeme in phrase})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT article_id, lexeme, positions FROM articles_searchentry, unnest(words)"
            " WHERE article_id = ANY(%s) AND lexeme = ANY(%s)",
            [list(article_ids), lexemes],
        )
        places = defaultdict(dict)
        for article_id, lexeme, positions in cursor.fetchall():
            places[article_id][lexeme] = set(positions)
    return {article_id: _by_field(_marked(query.phrases, found)) for article_id, found in places.items()}


def _marked(phrases, places):
    """The positions at which a whole phrase stands."""
    marked = set()
    for phrase in phrases:
        starts = [
            start
            for start in places.get(phrase[0], ())
            if all(start + step in places.get(lexeme, ()) for step, lexeme in enumerate(phrase))
        ]
        marked.update(start + step for start in starts for step in range(len(phrase)))
    return marked


def _by_field(positions):
    # What lies beyond the last number is counted as the last.
    return {
        field: sorted(position - start for position in positions if start <= position < _ENDS[field])
        for field, start in _STARTS.items()
        if field != "names"
    }


def _stems(words):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, coalesce((ts_lexize('articles_english', word))[1], word) FROM unnest(%s::text[]) AS word",
            [[word for word in words if word]],
        )
        return dict(cursor.fetchall())


def _vector(entry, stems):
    """The text form of the entry's tsvector."""
    places, room = defaultdict(list), _MOST_BYTES
    for field in FIELDS:
        for number, word in enumerate(entry.words[field], start=_STARTS[field]):
            if not word:
                continue
            lexeme = stems[word]
            room -= 4 if lexeme in places else len(lexeme.encode()) + 8
            if room < 0:
                break
            places[lexeme].append(f"{min(number, _ENDS[field])}{_WEIGHTS[field]}")
    vector = [f"{_quoted(lexeme)}:{','.join(positions)}" for lexeme, positions in places.items()]
    return " ".join([*vector, *map(_quoted, entry.facets)])


def _any_of(phrases, operator):
    return f"({' | '.join(f' {operator} '.join(map(_quoted, lexemes)) for lexemes in phrases)})"


def _quoted(lexeme):
    # Letters, digits and what `facets` adds to them: never a quotation mark or a backslash.
    return f"'{lexeme}'"
