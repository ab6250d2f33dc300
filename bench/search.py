"""How long a search takes in a newsroom of 100,000 stories.

    .venv/bin/python bench/search.py [stories]

Makes synthetic stories (a tenth of them Arabic, over ten years, in no order of ids) in a temporary SQLite file, or in the
PostgreSQL database that DATABASE_URL names, which must hold no stories; they are left there, and found again by the next
run. Each figure is the quickest of 15 runs, which says most on a machine with other work: of `search.find`, as it took and what the
database's processor worked of it, and of the first page of results, where Python cuts the excerpts.
"""

import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
folder = tempfile.TemporaryDirectory()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder.name}/bench.sqlite3",
    "STORAGE_URL": f"file://{folder.name}/media",
    "ENV_FILE": os.devnull,
    "DEBUG": "",
}

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from articles import search  # noqa: E402
from articles.models import Article, Author, Section  # noqa: E402

RUNS = 15
NOW = datetime(2026, 11, 1, tzinfo=UTC)
SINCE, UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
LETTERS = {
    "en": ("bcdfglmnprstv", "aeiou"),
    "ar": ("بتثجحخدرزسشصضطعفقكمنهي", "اوي"),
}


def vocabulary(rnd, language, size=20_000):
    """Words with weights by Zipf's law, as in a real language."""
    consonants, vowels = LETTERS[language]
    words = {
        "".join(rnd.choice(consonants) + rnd.choice(vowels) for _ in range(rnd.choice((2, 3, 3, 4))))
        for _ in range(size)
    }
    return sorted(words), list(accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(words))))


def stories(number):
    rnd = random.Random(7)
    vocabularies = {language: vocabulary(rnd, language) for language in LETTERS}
    sections = [Section.objects.create(name={"en": f"Section {n}"}) for n in range(10)]
    for index in range(number):
        language = "ar" if index % 10 == 0 else "en"
        words, weights = vocabularies[language]
        text = rnd.choices(words, cum_weights=weights, k=rnd.randint(150, 550))
        if rnd.random() < 0.9:
            for _ in range(rnd.randint(1, 4)):
                text[rnd.randrange(len(text))] = "الكويت" if language == "ar" else "kuwait"
        if rnd.random() < 0.3:
            text[50:52] = ["وزير", "الخارجية"] if language == "ar" else ["prime", "minister"]
        if rnd.random() < 0.01:
            text[70:72] = ["minister", "prime"]
        if index % 2_000 == 1:
            text[9] = "pangolins"
        headline = rnd.choices(words, cum_weights=weights, k=8)
        if rnd.random() < 0.05:
            headline[3] = text[20] = "kuwait"
        yield Article(
            headline=" ".join(headline),
            dek=" ".join(rnd.choices(words, cum_weights=weights, k=25)),
            slug=f"story-{index}",
            body=f"<p>{' '.join(text)}</p>",
            body_text=" ".join(text),
            language=language,
            section=rnd.choice(sections),
            status="published",
            published_at=NOW - timedelta(seconds=rnd.randrange(10 * 365 * 86_400)),
        )


def make(number):
    """Past the verbs, which would take an hour; then the index by its own command."""
    start = time.perf_counter()
    batch = []
    for story in stories(number):
        batch.append(story)
        if len(batch) == 2_000:
            Article.objects.bulk_create(batch)
            batch = []
    Article.objects.bulk_create(batch)
    Author.objects.create(byline={"en": "Noura Salem"})
    made = time.perf_counter()
    call_command("rebuild_search", missing=True, stdout=sys.stdout)
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")
    print(f"{number:,} stories made in {made - start:.0f} s, indexed in {time.perf_counter() - made:.0f} s")


def work():
    """Seconds that a processor has worked for the database so far: in this process, or in the server's where that runs on
    this machine and Linux tells."""
    if connection.vendor == "sqlite":
        return time.process_time()
    try:
        return int(Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return 0


def measured(typed, language="en", **filters):
    """(ms to find, ms of work for that, ms for a page with excerpts, number of results); the quickest run of each."""
    times = []
    for _ in range(RUNS):
        start, done_before = time.perf_counter(), work()
        found = search.find(typed, language, **filters)
        in_between, done = time.perf_counter(), work()
        search.with_excerpts(Article.objects.published().for_lists(), found, found.ids[:20])
        times.append((in_between - start, done - done_before, time.perf_counter() - in_between))
    return *(min(column) * 1000 for column in zip(*times, strict=True)), len(found.ids)


def main(number):
    call_command("set_up", stdout=StringIO())
    if not Article.objects.exists():
        make(number)
    section = Section.objects.first()
    year = {"since": SINCE, "until": UNTIL}
    newest = {"by_newness": True}
    queries = {
        "rare word": ("pangolins", "en", {}),
        "common word, by relevance": ("kuwait", "en", {}),
        "common word, newest": ("kuwait", "en", newest),
        "two common words": ("kuwait prime", "en", {}),
        "common phrase": ('"prime minister"', "en", {}),
        "rare phrase of common words": ('"minister prime"', "en", {}),
        "common word, one section": ("kuwait", "en", {"section": section}),
        "common word, one year": ("kuwait", "en", year),
        "common word, section and year": ("kuwait", "en", year | {"section": section}),
        "common word without another": ("kuwait -prime", "en", {}),
        "common word without a phrase": ('kuwait -"prime minister"', "en", {}),
        "nothing is found": ("kuwait xylophone", "en", {}),
        "Arabic word, by relevance": ("كويت", "ar", {}),
        "Arabic phrase": ('"وزير الخارجية"', "ar", {}),
        "English word in the Arabic edition": ("kuwait", "ar", {}),
    }
    print(f"{connection.vendor:36} {'find, ms':>9} {'work, ms':>9} {'ratio':>8} {'page, ms':>9} {'results':>8}")
    unit = None
    for name, (typed, language, filters) in queries.items():
        find, worked, page, results = measured(typed, language, **filters)
        unit = unit or find
        print(f"{name:36} {find:9.1f} {worked:9.1f} {find / unit:6.1f} x {page:9.1f} {results:8,}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    folder.cleanup()
