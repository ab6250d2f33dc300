"""Starting: the environment, set-up, health, and what the middleware makes of a request."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client, RequestFactory

from newsroom.groups import GROUPS, set_up_groups
from newsroom.middleware import RequestMiddleware
from tests.conftest import missing
from tests.factories import make_story

ROOT = Path(__file__).resolve().parent.parent


def manage(*arguments, **environment):
    """`manage.py` in a process of its own, with this environment and none of ours."""
    ours = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", ROOT / "manage.py", *arguments],
        env=ours | {"ENV_FILE": os.devnull} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def setting(name, **environment):
    result = manage(
        "shell", "-v", "0", "-c", f"from django.conf import settings; print(settings.{name})", **environment
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("PORT", "http"),
        ("PORT", "70000"),
        ("SITE_URL", "news.example.org"),
        ("SITE_URL", "ftp://news.example.org"),
        ("SITE_URL", "http://news.example.org:99999"),
        ("SITE_URL", "http://[::1"),
        ("ALLOWED_HOSTS", ","),
        ("LANGUAGES", "en,en"),
        ("MAIL_FROM", "newsroom"),
        ("SITE_URL", "https://news.example.org/path"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "nosuch://x"),
        ("DATABASE_URL", "mysql://x@127.0.0.1/x"),
        ("CACHE_URL", "nosuch://x"),
        ("EMAIL_URL", "nosuch://x"),
        ("STORAGE_URL", "relative/path"),
        ("STORAGE_URL", "s3://bucket?colour=red"),
        ("TRUSTED_PROXIES", "10.0.0.0/33"),
        ("TIME_ZONE", "Kuwait City"),
        ("LANGUAGES", "en,klingon"),
        ("TASKS", "later"),
        ("COMMENT_GUARDS", "perhaps"),
        ("COMMENT_SCREENS", "not a path"),
        ("COMMENT_SCREENS", "no.such.module"),
        ("COMMENT_SCREENS", "string.digits"),
        ("PRIVACY_KEYS", "short"),
        ("SECRET_KEY_FILE", "/no/such/file"),
    ],
)
def test_a_malformed_value_stops_the_start_with_one_clear_line(name, value):
    result = manage("check", **{name: value})
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("Newsroom cannot start: ")
    assert name in result.stderr


def test_set_but_empty_counts_as_not_set():
    names = ("DEBUG", "SECRET_KEY", "PRIVACY_KEYS", "DATABASE_URL", "CACHE_URL", "TRUSTED_PROXIES", "PORT", "TASKS")
    result = manage("check", **dict.fromkeys(names, ""))
    assert result.returncode == 0, result.stderr


def test_a_file_gives_what_the_environment_does_not(tmp_path):
    env_file = tmp_path / "env"
    env_file.write_text("PORT=8123\nDEBUG=\nTASKS=worker\nTIME_ZONE=Asia/Kuwait\n")
    environment = {"ENV_FILE": str(env_file), "TIME_ZONE": "Europe/Paris", "TASKS": ""}
    assert setting("PORT", **environment) == "8123"
    assert setting("TIME_ZONE", **environment) == "Europe/Paris"
    assert setting("TASKS_RUN", **environment) == "inline"
    assert setting("DEBUG", **environment) == "False"


def test_the_site_url_follows_the_port_and_its_host_is_allowed():
    assert setting("SITE_URL", PORT="8123") == "http://127.0.0.1:8123"
    assert "news.example.org" in setting("ALLOWED_HOSTS", SITE_URL="https://news.example.org")


def test_the_deploy_check_is_clean():
    environment = {
        "SITE_URL": "https://news.example.org",
        "SECRET_KEY": "a-long-key-of-the-newsrooms-own-1234567890-abcdefghijklmnopqrstuvwxyz",
        "EMAIL_URL": "submission://user:password@mail.example.org:587",
    }
    result = manage("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert result.returncode == 0, result.stderr


def test_the_deploy_check_warns_when_the_guards_of_comments_are_off():
    result = manage("check", "--deploy", COMMENT_GUARDS="off", SITE_URL="https://news.example.org")
    assert "COMMENT_GUARDS" in result.stderr


def test_secrets_are_made_once_and_are_their_owners_only(tmp_path, monkeypatch):
    from newsroom import settings as module

    monkeypatch.setattr(module, "VAR_DIR", tmp_path / "var")
    first = module.kept_secret("key", lambda: "one")
    assert module.kept_secret("key", lambda: "two") == first == "one"
    assert stat.S_IMODE((tmp_path / "var" / "key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["key"]


@pytest.mark.django_db
def test_groups_have_exactly_their_permissions():
    set_up_groups()
    group = Group.objects.get(name="moderator")
    group.permissions.clear()
    set_up_groups()
    assert {permission.codename for permission in group.permissions.all()} == set(GROUPS["moderator"])


@pytest.mark.django_db
def test_health_tells_what_answers(client):
    assert client.get("/healthz").content == b"ok\n"
    call_command("set_up", stdout=StringIO()) if settings.DEBUG else make_story()
    assert client.get("/readyz").json() == {"database": "ok", "cache": "ok", "storage": "ok"}


@pytest.mark.django_db
def test_health_says_503_when_set_up_has_not_run(client):
    response = client.get("/readyz")
    assert (response.status_code, response.json()["database"]) == (503, "failed")


def test_redis_keeps_the_cache():
    url = os.environ.get("TEST_CACHE_URL") or missing("Redis (TEST_CACHE_URL)")
    code = "from django.core.cache import cache; cache.set('k', 'kept', 5); print(type(cache._cache).__name__, cache.get('k'))"
    assert manage("shell", "-v", "0", "-c", code, CACHE_URL=url).stdout.split() == ["RedisCacheClient", "kept"]


def client_address(settings, remote, forwarded=None, proto=None):
    headers = {"X-Forwarded-Host": "evil.example"}
    if forwarded is not None:
        headers["X-Forwarded-For"] = forwarded
    if proto:
        headers["X-Forwarded-Proto"] = proto
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote)
    seen = {}

    def view(request):
        from django.http import HttpResponse

        seen.update(address=request.META["REMOTE_ADDR"], https=request.is_secure(), host=request.get_host())
        response = HttpResponse()
        response.set_cookie("a", "b")
        seen["response"] = response
        return response

    RequestMiddleware(view)(request)
    return seen


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, 127.0.0.1", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("::1", "2001:db8::5", "2001:db8::5"),
    ],
)
def test_a_forwarded_address_is_believed_from_trusted_proxies_only(settings, remote, forwarded, address):
    assert client_address(settings, remote, forwarded)["address"] == address


def test_https_is_believed_from_trusted_proxies_only_and_marks_cookies_secure(settings):
    trusted = client_address(settings, "127.0.0.1", proto="https")
    assert trusted["https"]
    assert trusted["response"].cookies["a"]["secure"]
    stranger = client_address(settings, "203.0.113.9", proto="https")
    assert not stranger["https"]
    assert not stranger["response"].cookies["a"]["secure"]


def test_a_forwarded_host_is_never_believed(settings):
    assert client_address(settings, "127.0.0.1")["host"] == "testserver"


@pytest.mark.django_db
def test_hsts_is_sent_over_https_only():
    assert "Strict-Transport-Security" in Client().get("/healthz", secure=True)
    assert "Strict-Transport-Security" not in Client().get("/healthz")


@pytest.mark.django_db
def test_a_lost_admin_token_is_told_in_words():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert b"<h1" in response.content


def test_two_set_ups_at_once_on_one_empty_database_both_end_well(tmp_path):
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "DEBUG": "on"}
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: manage("set_up", **environment), range(2)))
    assert [result.returncode for result in results] == [0, 0], results
