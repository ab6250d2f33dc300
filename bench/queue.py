"""How long a decision in the moderators' queue takes with 100,000 comments waiting, against 100.

    .venv/bin/python bench/queue.py [waiting] [decisions]

Fills a temporary SQLite file, or the PostgreSQL database that DATABASE_URL names, which must hold no comments, and decides through
Django's test client as a moderator does: the POST of the form and the GET of the next comment that it leads to. First with
100 waiting, then with the rest added; both of one run, with nothing else on the machine, so that the ratio says what the number
of comments costs. A tenth of them
share their text, link, network and commenter with thousands of others, and every group is counted on the page.
Prints p50 and p95 in milliseconds, the ratio, and the p95 of what this process worked, which other work on the machine does
not lengthen (on SQLite that is all of it); the process ends with 1 when the p95 is 3 times or more.
"""

import os
import random
import re
import sys
import tempfile
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

# In the place of this folder, whose `queue` would stand before Python's own.
sys.path[0] = str(Path(__file__).resolve().parent.parent)
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

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles import publishing  # noqa: E402
from articles.models import Article  # noqa: E402
from comments import moderation  # noqa: E402
from comments.models import Comment  # noqa: E402
from newsroom.models import User  # noqa: E402

FEW, BATCH, STORIES, LIMIT = 100, 5_000, 200, 3
SEEN = re.compile(rb'name="seen" value="([^"]+)"')
QUEUE = "/admin/comments/comment/queue/"
# Networks are known for 30 days, and groups by network are among what is counted.
DAYS = 29
SINCE = timezone.now() - timedelta(days=DAYS)
WORDS = [
    "the",
    "port",
    "opened",
    "at",
    "dawn",
    "and",
    "nobody",
    "told",
    "drivers",
    "who",
    "pays",
    "for",
    "cranes",
    "that",
    "were",
    "promised",
    "last",
    "year",
]
# Orders and groups that a moderator works in; "" is the plain queue.
VIEWS = ("", "?sort=flags", "?sort=story")


def fill(rnd, stories, first, number):
    """`number` comments that wait, from the `first`-th on; each tenth is one of the same spam."""
    for start in range(first, first + number, BATCH):
        batch = []
        for index in range(start, min(start + BATCH, first + number)):
            is_spam = index % 10 == 0
            text = (
                "Cheap watches https://watches.example/deal"
                if is_spam
                else f"{' '.join(rnd.choices(WORDS, k=30))} {index}"
            )
            submission = moderation.Submission(
                article=rnd.choice(stories),
                text=text,
                name=f"Reader {index % 5_000}",
                email="seller@example.org" if is_spam else f"reader{index % 5_000}@example.org",
                network="203.0.113.9" if is_spam else f"198.51.{index % 250}.{index // 250 % 250}",
            )
            at = SINCE + timedelta(seconds=rnd.randrange(DAYS * 86_400))
            batch.append({"submission": submission, "status": "pending", "submitted_at": at})
        comments = moderation.record(batch)
        for comment in comments:
            comment.flags = rnd.choice((0, 0, 0, 1, 1, 2))
        Comment.objects.bulk_update(comments, ["flags"], batch_size=1_000)


def decisions(client, view, number):
    """(seconds, seconds of this process's work) of each decision and the page after it, in one order of the queue."""
    page, took = client.get(f"{QUEUE}{view}"), []
    for index in range(number):
        verb = ("approve", "mark_spam", "reject")[index % 3]
        start, worked = time.perf_counter(), time.process_time()
        answer = client.post(
            f"{QUEUE}{verb}/{view}", {"seen": SEEN.search(page.content)[1].decode(), "reason": "off_topic"}
        )
        page = client.get(answer["Location"])
        took.append((time.perf_counter() - start, time.process_time() - worked))
        assert (answer.status_code, page.status_code) == (303, 200)
    return took


def percentile(took, share):
    return sorted(took)[min(len(took) - 1, int(len(took) * share))] * 1000


def main(number, each):
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    call_command("set_up", stdout=StringIO())
    rnd = random.Random(7)
    stories = publishing.record(
        {
            "fields": {"headline": f"Story number {index}", "body": "<p>Text.</p>"},
            "status": "published",
            "published_at": SINCE - timedelta(days=1),
        }
        for index in range(STORIES)
    )
    stories = list(Article.objects.all())
    moderator = User.objects.create_user("bench-moderator", is_staff=True)
    moderator.groups.add(Group.objects.get(name="moderator"))
    client = Client()
    client.force_login(moderator)
    # The decisions of the first round leave as many as the second finds besides.
    fill(rnd, stories, 0, FEW + each * len(VIEWS))
    decisions(client, "", 5)
    p95 = {}
    print(f"{connection.vendor}, {each} decisions in each order")
    print(f"{'waiting':>10} {'order':14} {'p50, ms':>9} {'p95, ms':>9} {'ratio':>8} {'work, ms':>9}")
    for waiting in (FEW, number):
        if waiting != FEW:
            start = time.perf_counter()
            fill(rnd, stories, FEW + each * len(VIEWS), waiting - FEW + each * len(VIEWS))
            if connection.vendor == "postgresql":
                connection.cursor().execute("ANALYZE")
            print(f"filled in {time.perf_counter() - start:.0f} s", flush=True)
            decisions(client, "", 3)
        for view in VIEWS:
            took, worked = zip(*decisions(client, view, each), strict=True)
            p95[waiting, view] = percentile(took, 0.95)
            ratio = p95[waiting, view] / p95[FEW, view]
            order = view.partition("=")[2] or "oldest"
            print(
                f"{Comment.objects.pending().count():10,} {order:14} {percentile(took, 0.5):9.1f} "
                f"{p95[waiting, view]:9.1f} {ratio:6.2f} x {percentile(worked, 0.95):9.1f}",
                flush=True,
            )
    return max(p95[number, view] / p95[FEW, view] for view in VIEWS) < LIMIT


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    is_quick = main(*(arguments + [100_000, 60][len(arguments) :]))
    folder.cleanup()
    sys.exit(0 if is_quick else 1)
