"""The real server, started as `make serve` starts it: a comment is answered at once while the mail server hangs, and the
mail arrives."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.mail_server import MailServer

ROOT = Path(__file__).resolve().parent.parent
SET_UP = """
from articles.models import Publication
from tests.factories import make_story, make_user
Publication.objects.update(name={"en": "The Harbour Post"})
make_user("noura", "moderator", email="noura@example.org", comment_notices="at_once")
print(make_story().get_absolute_url())
"""


@pytest.fixture
def server():
    made = MailServer()
    made.start()
    yield made
    made.stop()


def environment(folder, server, port, **more):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "ENV_FILE": "/dev/null",
        "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
        "STORAGE_URL": (folder / "media").as_uri(),
        "SECRET_KEY": "of these tests alone",
        "PRIVACY_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}/?timeout=20",
        "PORT": str(port),
        "DEBUG": "1",
        "PYTHONPATH": str(ROOT),
        **more,
    }


def manage(env, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@contextmanager
def gunicorn(env, log):
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--config", "deploy/gunicorn.py"]
    address = f"http://127.0.0.1:{env['PORT']}"
    with log.open("w") as file:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=file, stderr=file)
        try:
            wait_for(lambda: answers(f"{address}/healthz"), "the server")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def answers(address):
    with suppress(urllib.error.URLError, ConnectionError):
        urllib.request.urlopen(address, timeout=5).close()
        return True
    return False


def wait_for(is_there, what, seconds=45):
    end = time.monotonic() + seconds
    while not is_there():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.1)


def comment_on(address, story, text):
    """Send a comment; returns for how many seconds its writer waited."""
    with urllib.request.urlopen(f"{address}{story}comments/", timeout=10) as page:
        stamp = page.read().decode().partition('name="stamp" value="')[2].partition('"')[0]
    data = {"comment": text, "name": "Huda", "email": "huda@example.org", "stamp": stamp, "topic": "", "parent": ""}
    start = time.monotonic()
    with urllib.request.urlopen(
        f"{address}{story}comments/", urllib.parse.urlencode(data).encode(), timeout=15
    ) as page:
        assert "held for moderation" in page.read().decode()
    return time.monotonic() - start


def test_a_mail_server_that_hangs_keeps_no_reader_waiting_and_the_mail_arrives(tmp_path, server):
    env = environment(tmp_path, server, MailServer().port)
    manage(env, "set_up")
    story = manage(env, "shell", "--verbosity", "0", "--command", SET_UP).strip()
    server.slow = 4
    with gunicorn(env, tmp_path / "server.log") as address:
        first = comment_on(address, story, "I was there and saw the first ship.")
        wait_for(lambda: server.tried, "the attempt")
        # The thread is in the hands of the mail server now; the requests are not.
        second = comment_on(address, story, "And then came the second ship.")
        assert not server.raw
        assert max(first, second) < 3
        wait_for(lambda: server.raw, "the mail")
    [message] = server.mails
    assert message["To"] == "noura@example.org"
    assert "I was there and saw the first ship." in message.get_body(("plain",)).get_content()
    assert "example.org" not in (tmp_path / "server.log").read_text()


def test_the_worker_sends_what_the_server_has_stored(tmp_path, server):
    env = environment(tmp_path, server, MailServer().port, TASKS="worker")
    manage(env, "set_up")
    story = manage(env, "shell", "--verbosity", "0", "--command", SET_UP).strip()
    with gunicorn(env, tmp_path / "server.log") as address:
        comment_on(address, story, "I was there and saw the first ship.")
        time.sleep(0.5)
        assert not server.tried
    manage(env, "db_worker", "--batch")
    assert server.mails[0]["To"] == "noura@example.org"
