"""Every setting, driven by the environment (the table is in README.md). Nothing set means: SQLite, files under var/."""

import ipaddress
import os
import secrets
import sys
import zoneinfo
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import django
from cryptography.fernet import Fernet
from django.conf.locale import LANG_INFO
from dotenv import dotenv_values
from environs import EnvError, FileAwareEnv, validate

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VARIABLES = [
    "DEBUG",
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "PRIVACY_KEYS",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "STORAGE_URL",
    "TRUSTED_PROXIES",
    "TIME_ZONE",
    "LANGUAGES",
    "MAIL_FROM",
    "TASKS",
    "COMMENT_GUARDS",
    "COMMENT_SCREENS",
    "PORT",
]


@contextmanager
def one_clear_line():
    """Turn any refusal while the environment is read into one line on standard error and exit status 1."""
    try:
        yield
    except (EnvError, ValueError) as error:
        sys.exit(f"Newsroom cannot start: {' '.join(str(error).split())}")


def kept_secret(name, make):
    """The secret kept in var/ for its owner only; made by `make()` the first time, once, however many start at once."""
    path = VAR_DIR / name
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        draft = VAR_DIR / f".{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(make())
        try:
            # A link is made whole or not at all: of two processes that start together the second reads the first's.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def new_fernet_key():
    return Fernet.generate_key().decode()


def site_origin(value):
    try:
        parts = urlsplit(value)
        has_more = parts.path.strip("/") or parts.query or parts.username or parts.port == 0
        is_good = parts.scheme in ("http", "https") and parts.hostname and not has_more
    except ValueError:
        is_good = False
    if not is_good:
        raise ValueError(f"SITE_URL must look like https://news.example.org, not {value!r}")
    return f"{parts.scheme}://{parts.netloc}"


def photo_storage(value):
    """Django's description of the storage that STORAGE_URL names: a folder, or a bucket as
    `s3://key:secret@bucket/prefix?endpoint=https://objects.example.org&region=eu-central-1`."""
    parts = urlsplit(value)
    if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/"):
        # No location: it is MEDIA_ROOT, which is set from the same value.
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"allow_overwrite": True}}
    parameters = dict(parse_qsl(parts.query))
    if parts.scheme == "s3" and parts.hostname and not set(parameters) - {"endpoint", "region"}:
        options = {
            # As it is written: `hostname` is in lower case.
            "bucket_name": parts.netloc.rpartition("@")[2],
            "location": parts.path.strip("/"),
            "access_key": parts.username and unquote(parts.username),
            "secret_key": parts.password and unquote(parts.password),
            "endpoint_url": parameters.get("endpoint"),
            "region_name": parameters.get("region"),
        }
        named = {name: option for name, option in options.items() if option}
        return {"BACKEND": "newsroom.storage.BucketStorage", "OPTIONS": named}
    # Without the value, which may hold a secret.
    raise ValueError(
        "STORAGE_URL must look like file:///srv/newsroom/media or s3://key:secret@bucket?region=eu-central-1"
    )


def networks(values):
    try:
        return [ipaddress.ip_network(value.strip()) for value in values]
    except ValueError as error:
        raise ValueError(f"TRUSTED_PROXIES must be addresses or networks like 10.0.0.0/8: {error}") from None


def dotted_paths(values):
    for value in values:
        if value.count(".") < 1 or not all(part.isidentifier() for part in value.split(".")):
            raise ValueError(f"COMMENT_SCREENS must be dotted paths like desk.akismet.screen, not {value!r}")
    return values


def fernet_keys(values):
    for value in values:
        try:
            Fernet(value)
        except ValueError:
            raise ValueError("PRIVACY_KEYS must be keys of 32 bytes in URL-safe base64, comma-separated") from None
    return values


# The environment goes before the file, and set but empty counts as not set.
for name, value in dotenv_values(os.environ.get("ENV_FILE") or BASE_DIR / ".env").items():
    os.environ.setdefault(name, value or "")
for name in VARIABLES:
    if not os.environ.get(name, "unset").strip():
        del os.environ[name]

env = FileAwareEnv(strip_whitespace=True)

with one_clear_line():
    DEBUG = env.bool("DEBUG", False)
    SECRET_KEY = env.str("SECRET_KEY", "") or kept_secret("secret_key", lambda: secrets.token_urlsafe(50))
    SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
    PRIVACY_KEYS = fernet_keys(env.list("PRIVACY_KEYS", []) or [kept_secret("privacy_keys", new_fernet_key)])
    PORT = env.int("PORT", 8000, validate=validate.Range(1, 65535))
    SITE_URL = site_origin(env.str("SITE_URL", f"http://127.0.0.1:{PORT}"))
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", urlsplit(SITE_URL).hostname])
    if not all(host.strip() for host in ALLOWED_HOSTS):
        raise ValueError("ALLOWED_HOSTS must be host names, comma-separated, and holds an empty one")
    TRUSTED_PROXIES = networks(env.list("TRUSTED_PROXIES", ["127.0.0.1", "::1"]))
    TIME_ZONE = env.str("TIME_ZONE", "UTC")
    if TIME_ZONE not in zoneinfo.available_timezones():
        raise ValueError(f"TIME_ZONE must be a name like Asia/Kuwait, not {TIME_ZONE!r}")
    LANGUAGE_CODES = [code.strip().lower() for code in env.list("LANGUAGES", ["en", "ar"])]
    if len(set(LANGUAGE_CODES)) < len(LANGUAGE_CODES):
        raise ValueError("LANGUAGES names a language twice")
    for code in LANGUAGE_CODES:
        if code not in LANG_INFO or "name_local" not in LANG_INFO[code]:
            raise ValueError(f"LANGUAGES must be language codes like en,ar: {code!r} is none that Django knows")
    MAIL_FROM = env.str("MAIL_FROM", f"newsroom@{urlsplit(SITE_URL).hostname}")
    if "@" not in MAIL_FROM:
        raise ValueError(f"MAIL_FROM must be an address like newsroom@example.org, not {MAIL_FROM!r}")
    TASKS_RUN = env.str("TASKS", "inline", validate=validate.OneOf(["inline", "worker"]))
    COMMENT_GUARDS = env.str("COMMENT_GUARDS", "on", validate=validate.OneOf(["on", "off"])) == "on"
    COMMENT_SCREENS = dotted_paths([path.strip() for path in env.list("COMMENT_SCREENS", [])])
    STORAGE_URL = env.str("STORAGE_URL", (VAR_DIR / "media").as_uri())
    PHOTO_STORAGE = photo_storage(STORAGE_URL)
    MEDIA_ROOT = Path(urlsplit(STORAGE_URL).path) if STORAGE_URL.startswith("file:") else ""
    DATABASE = env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")
    if DATABASE["ENGINE"].rpartition(".")[2] not in ("sqlite3", "postgresql"):
        raise ValueError("DATABASE_URL must begin with sqlite: or postgres:, the databases that Newsroom is tested on")
    CACHES = {"default": env.dj_cache_url("CACHE_URL", "locmem://")}
    EMAIL = env.dj_email_url("EMAIL_URL", "console://")
    if "EMAIL_BACKEND" not in EMAIL:
        raise ValueError("EMAIL_URL must look like submission://user:password@mail.example.org:587 or console://")
    if EMAIL["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
        EMAIL["EMAIL_BACKEND"] = "comments.smtp.EmailBackend"

# --- Applications, requests, templates

INSTALLED_APPS = [
    "newsroom",
    "comments",
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "django_prose_editor",
    "django_tasks_db",
    "django.forms",
]
CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "articles.furniture.context",
]
if django.VERSION >= (6, 0):
    CSP_MIDDLEWARE = "django.middleware.csp.ContentSecurityPolicyMiddleware"
    CONTEXT_PROCESSORS += ["django.template.context_processors.csp"]
else:
    CSP_MIDDLEWARE = "csp.middleware.CSPMiddleware"
    INSTALLED_APPS += ["csp", "django_tasks"]

MIDDLEWARE = [
    "newsroom.middleware.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.CompressionMiddleware",
    CSP_MIDDLEWARE,
    "newsroom.middleware.LanguageMiddleware",
    "newsroom.pagecache.PageVersionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.middleware.AdminLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = "newsroom"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["newsroom"]
CRISPY_FAIL_SILENTLY = False

# --- People

AUTH_USER_MODEL = "newsroom.User"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Languages and time

LANGUAGE_CODE = LANGUAGE_CODES[0]
LANGUAGES = [(code, LANG_INFO[code]["name_local"].capitalize()) for code in LANGUAGE_CODES]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"
USE_TZ = True

# --- Where things are kept

if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    DATABASE["OPTIONS"] = DATABASE.get("OPTIONS", {}) | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        # Take the write lock at BEGIN: a transaction that reads first and writes later cannot then be refused.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
elif DATABASE["ENGINE"] == "django.db.backends.postgresql":
    DATABASE["CONN_MAX_AGE"] = 0
    # A connection that died in the pool (the server was restarted) is replaced before a request gets it.
    DATABASE["CONN_HEALTH_CHECKS"] = True
    DATABASE["OPTIONS"] = DATABASE.get("OPTIONS", {}) | {"pool": True}
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# WhiteNoise warns at each start when the folder is not there, as in a fresh checkout before set-up.
with suppress(OSError):
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": PHOTO_STORAGE,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "newsroom.storage.StaticFiles"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Tasks and mail

if TASKS_RUN == "worker":
    _tasks_backend = "django_tasks_db.DatabaseBackend"
elif django.VERSION >= (6, 0):
    _tasks_backend = "django.tasks.backends.immediate.ImmediateBackend"
else:
    _tasks_backend = "django_tasks.backends.immediate.ImmediateBackend"
TASKS = {"default": {"BACKEND": _tasks_backend}}

DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM
if django.VERSION >= (6, 1):
    _smtp = EMAIL["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    MAILERS = {
        "default": {
            "BACKEND": EMAIL["EMAIL_BACKEND"],
            "OPTIONS": {
                "host": EMAIL["EMAIL_HOST"],
                "port": EMAIL["EMAIL_PORT"],
                "username": EMAIL["EMAIL_HOST_USER"],
                "password": EMAIL["EMAIL_HOST_PASSWORD"],
                "use_tls": EMAIL["EMAIL_USE_TLS"],
                "use_ssl": EMAIL["EMAIL_USE_SSL"],
                "timeout": EMAIL["EMAIL_TIMEOUT"] or 30,
            }
            if _smtp
            else {},
        }
    }
else:
    globals().update({name: value for name, value in EMAIL.items() if value is not None})
    EMAIL_TIMEOUT = EMAIL["EMAIL_TIMEOUT"] or 30

# --- What browsers are told

_is_https = SITE_URL.startswith("https://")
# The only addresses that may run a script are our own; what the editor's widgets need inline carries a nonce. The
# hash is that of the one style element that the body editor's library injects.
_sources = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "style-src": ["'self'", "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}
if django.VERSION >= (6, 0):
    from django.utils.csp import CSP

    SECURE_CSP = _sources | {"script-src": [CSP.SELF, CSP.NONCE]}
else:
    from csp.constants import NONCE

    CONTENT_SECURITY_POLICY = {"DIRECTIVES": _sources | {"script-src": ["'self'", NONCE]}}
X_FRAME_OPTIONS = "DENY"
# Not "no-referrer": Chromium would then post the comment form with `Origin: null`.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_SSL_REDIRECT = _is_https
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_NAME = "__Host-sessionid" if _is_https else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if _is_https else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _is_https
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "newsroom.views.csrf_failure"
# A newsroom's domain may carry other sites that are not ours to move to https, or to preload.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"without_tokens": {"()": "newsroom.logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_tokens"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.tasks": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
    },
}
