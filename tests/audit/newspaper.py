"""A newsroom of the audit's own: the demo in a temporary folder, served as `make serve` does, on a free port."""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.audit import FOLDER, KEPT, ROOT

PASSWORD = "a password of the audit"
STORIES_A_PAGE = 10
THREADS = 55
REPLIES = 25
# The first of these that fits is the language of what is added to the demo.
TEXTS = {
    "en": "I pass there every morning, and what you describe is what I see. Thank you for asking the people who know.",
    "ar": "أمر من هناك كل صباح، وما وصفتموه هو ما أراه. شكرا لأنكم سألتم من يعرف.",
}
NAMES = {"en": "Reader", "ar": "قارئ"}


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def environment(folder, port):
    """What every process of one audit is told, and nothing of the caller's own newsroom."""
    ours = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return ours | {
        "ENV_FILE": os.devnull,
        "DATABASE_URL": f"sqlite:///{folder}/audit.sqlite3",
        "STORAGE_URL": Path(folder, "media").as_uri(),
        "SECRET_KEY": "only for the audit, whose data is the demo's",
        "PRIVACY_KEYS": base64.urlsafe_b64encode(b"no secret".ljust(32)).decode(),
        "DEMO_PASSWORD": PASSWORD,
        "PORT": str(port),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def digest():
    """Of everything that decides what the demo puts into the database and the folder of photos: all code, what is
    installed, this folder, and the day, from which the demo counts back."""
    found = hashlib.sha256(datetime.now(UTC).date().isoformat().encode() + sys.version.encode())
    files = [path for app in ("articles", "comments", "newsroom") for path in (ROOT / app).rglob("*.py")]
    files += [ROOT / "tests/factories.py", FOLDER / "newspaper.py", *(ROOT / "requirements").glob("*.txt")]
    for path in sorted(files):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def make(folder):
    """The demo, and what it is too small to show: a second page of comments and a thread that is cut off."""
    manage = [sys.executable, ROOT / "manage.py"]
    known = environment(folder, port=8000)
    subprocess.run([*manage, "set_up", "--demo"], env=known, check=True, stdout=subprocess.DEVNULL)
    code = "from tests.audit import newspaper; newspaper.add_to_the_demo()"
    subprocess.run([*manage, "shell", "-v", "0", "-c", code], env=known, cwd=ROOT, check=True)


def add_to_the_demo():
    from articles import edition
    from articles.models import Article, Publication
    from tests.factories import make_comments

    # So that the shorter of the two languages has a second page as well, and nobody waits for another's comment.
    Publication.objects.update(stories_a_page=STORIES_A_PAGE, comments_a_minute=100)
    for language, text in TEXTS.items():
        stories = Article.objects.published().in_language(language).newest()
        busy = next(story for story in stories if not story.has_closed_comments() and story != stories[0])
        name = NAMES[language]
        head, *_others = make_comments(busy, THREADS, text=text, name=name)
        make_comments(busy, REPLIES, text=text, name=name, parent=head)
    edition.advance()


def copy_to(folder):
    """The newsroom as `make` leaves it, from the last run where nothing that decides it has changed."""
    store = KEPT / "newsrooms"
    kept = store / digest()
    if not kept.exists():
        print("Making the demo newspaper ...", flush=True)
        shutil.rmtree(store, ignore_errors=True)
        store.mkdir(parents=True)
        with tempfile.TemporaryDirectory(dir=store) as unfinished:
            make(unfinished)
            shutil.copytree(unfinished, f"{unfinished}-whole")
        Path(f"{unfinished}-whole").rename(kept)
    shutil.copytree(kept, folder, dirs_exist_ok=True)


@contextmanager
def server(folder, port):
    """gunicorn with the configuration of `make serve`; its output lies in `folder`. Yields its address."""
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--config", "deploy/gunicorn.py"]
    with Path(folder, "server.log").open("w") as log:
        process = subprocess.Popen(command, env=environment(folder, port), cwd=ROOT, stdout=log, stderr=log)
        try:
            for _attempt in range(150):
                with suppress(urllib.error.URLError, ConnectionError):
                    urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
                    break
                time.sleep(0.2)
            else:
                raise RuntimeError(f"The server does not answer:\n{Path(folder, 'server.log').read_text()}")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)
