"""Finding stories: the face of this package.

`index` is called by each verb that changes what readers find, in its transaction; `find` answers a query, and what it
finds has passed `Article.objects.published()`. The engine is the database's own: FTS5 on SQLite, full text search on
PostgreSQL. Why it is as it is: docs/decisions/0013-search-in-the-database.md.
"""

from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from articles.models import BYLINES, Article
from articles.search import entry, excerpts, postgresql, query, sqlite

# The newest matches that are ranked and can be paged through; above `COUNTED` the number of them is not said.
RANKED, COUNTED = 2_000, 1_000
BATCH = 200

as_shown = query.as_shown


class Found(NamedTuple):
    """The ids of stories in their order. `is_cut` when there are older matches than these; `compiled` is the
    query in the engine's language, None when it has no word to find."""

    ids: list[int]
    is_cut: bool = False
    compiled: Any = None


def _engine():
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def find(typed, language, *, section=None, since=None, until=None, by_newness=False):
    """The stories that readers may see in `language` and that match what was typed: the newest 2,000 of them, the best
    first or the newest first. `section` is a row, `since` and `until` are moments of publication."""
    wanted = query.parse(typed)
    if not wanted.wanted:
        return Found([])
    engine = _engine()
    compiled = engine.compiled(wanted)
    ids, is_cut = engine.newest(
        compiled,
        Article.objects.published().in_language(language).values("id").query,
        entry.facets(language, section and section.pk),
        *entry.positions(since, until),
        RANKED,
        ranked=not by_newness,
    )
    return Found(ids, is_cut, compiled)


def with_excerpts(stories, found, ids):
    """Those of `stories` that have these ids, in their order, each with an `excerpt` that marks what was found."""
    rows = {story.pk: story for story in excerpts.with_text(stories).filter(pk__in=ids)}
    marks = _engine().marks(found.compiled, ids) if rows else {}
    for story in rows.values():
        story.excerpt = excerpts.of(story, marks.get(story.pk, {}))
    return [rows[pk] for pk in ids if pk in rows]


@transaction.atomic
def index(article_ids):
    """Let search know these stories as their rows are now; those that are not published or scheduled it forgets.

    Drafts are not in the index at all: so a draft can never be found, and weighs on no query.
    """
    rows = _to_be_found().filter(pk__in=article_ids)
    entries = [entry.of(row) for row in rows.select_related("section").prefetch_related(BYLINES).defer("body")]
    kept = {found.article_id for found in entries}
    _engine().remove([pk for pk in article_ids if pk not in kept])
    _engine().store(entries)


def index_all(stories):
    """Index these stories in batches, those made last first, each batch in a transaction of its own; yields the size of
    each. A verb that changes one of them meanwhile comes before or after its batch, never between."""
    stories, last = stories.order_by("-pk").values_list("pk", flat=True), None
    while batch := list((stories if last is None else stories.filter(pk__lt=last))[:BATCH]):
        with transaction.atomic():
            # The rows are held as the verbs hold theirs; evaluated for the locks alone.
            list(Article.objects.select_for_update(no_key=True).filter(pk__in=batch).order_by("pk").values_list("pk"))
            index(batch)
        last = batch[-1]
        yield len(batch)


def concerned():
    """The stories that belong into the index, and those that are in it and do not."""
    return _to_be_found() | Article.objects.filter(search_entry__isnull=False)


def missing():
    """The stories that belong into the index and are not in it."""
    return _to_be_found().filter(search_entry__isnull=True)


def tidy():
    """Rid the index of what stories that are gone have left in it."""
    _engine().tidy()


def _to_be_found():
    now = timezone.now()
    return Article.objects.published(now) | Article.objects.scheduled(now)
