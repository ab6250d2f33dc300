import gc
import os
import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from articles import furniture

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's event loop beside Django's live server.

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def missing(service):
    """Skip for want of a service; where REQUIRE_SERVICES is set, fail instead."""
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(f"REQUIRE_SERVICES is set, and there is no {service}", pytrace=False)
    pytest.skip(f"there is no {service}")


def exiftool(path, *arguments):
    """What exiftool says, run on one file; what it writes replaces the file."""
    program = shutil.which("exiftool") or missing("exiftool")
    command = [program, "-overwrite_original", "-charset", "filename=utf8", *arguments, str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pytest_collection_modifyitems(config, items):
    """Tests of two real connections belong to the run on PostgreSQL; the run on SQLite leaves them out. Those that drive
    Chromium go to one process: two browsers beside each other take longer than one."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
    if connection.vendor == "postgresql":
        return
    there = [item for item in items if item.get_closest_marker("postgresql") is None]
    config.hook.pytest_deselected(items=[item for item in items if item not in there])
    items[:] = there


def pytest_collection_finish(session):
    """What is there when the tests begin stays to the end: the collector need not look at it each time, which is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def _no_static_files(tmp_path_factory):
    return tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def _plain_surroundings(settings, tmp_path, _no_static_files):
    """Files in a folder of the test's own, static files without a manifest, quick passwords, no furniture of others, nothing cached."""
    settings.MEDIA_ROOT = tmp_path / "media"
    # Every test client makes WhiteNoise anew, which opens all that a set-up has once collected: a tenth of a second.
    settings.STATIC_ROOT = _no_static_files
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    furniture.forget()
    cache.clear()
    yield
    furniture.forget()


@pytest.fixture
def clock(monkeypatch):
    """It is noon; `clock(moment)` makes it that moment."""

    def move(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    move(NOON)
    return move


@pytest.fixture
def edition(db):
    from articles.models import Edition

    return Edition.objects.get_or_create(pk=1)[0]


@pytest.fixture
def groups(db):
    from newsroom.groups import set_up_groups

    set_up_groups()
