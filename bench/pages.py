"""How the ways of answering for a story compare, as ratios in one run on one machine.

    .venv/bin/python bench/pages.py [stories]

Makes a newsroom of its own in a temporary SQLite file: stories (1,000 unless told), one of them with 50 comments. Each
figure is the median of 200 requests through the whole of Django, without a network.
"""

import os
import statistics
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
folder = tempfile.TemporaryDirectory()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "DATABASE_URL": f"sqlite:///{folder.name}/bench.sqlite3",
    "STORAGE_URL": f"file://{folder.name}/media",
    "ENV_FILE": os.devnull,
    "DEBUG": "",
}

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from tests.factories import make_author, make_comments, make_section, make_stories  # noqa: E402

REQUESTS = 200


def median_ms(client, path, status=200, **headers):
    times = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        response = client.get(path, headers=headers)
        times.append((time.perf_counter() - start) * 1000)
        assert response.status_code == status, response.status_code
    return statistics.median(times)


def main(stories):
    call_command("set_up", stdout=StringIO())
    fields = {"section": make_section(), "authors": [make_author()], "body": "<p>Words of a story.</p>" * 40}
    story = make_stories(stories, **fields)[0]
    make_comments(story, 50, text="A comment of an ordinary length, which takes two lines on a phone.")
    client, address = Client(headers={"Host": "127.0.0.1"}), story.get_absolute_url()
    etag = client.get(address)["ETag"]
    figures = {
        "story with 50 comments, 304": median_ms(client, address, 304, **{"If-None-Match": etag}),
        "front page": median_ms(client, "/"),
        "story with 50 comments": median_ms(client, address),
        "search, two words": median_ms(client, "/search/?q=words+story"),
    }
    unit = figures["story with 50 comments, 304"]
    for name, figure in figures.items():
        print(f"{name:30} {figure:8.2f} ms  {figure / unit:6.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    folder.cleanup()
