from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def alive(request):
    return HttpResponse("ok\n", content_type="text/plain")


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_edition WHERE id = 1")
        if cursor.fetchone() is None:
            raise LookupError("set-up has not run")


def _cache():
    cache.set("readyz", "ok", 10)
    if cache.get("readyz") != "ok":
        raise LookupError("the cache forgets")


def _storage():
    default_storage.delete(default_storage.save("readyz", ContentFile(b"ok")))


# What a newsroom cannot do without; each raises when it does not answer.
PARTS = {"database": _database, "cache": _cache, "storage": _storage}


@never_cache
def ready(request):
    """200 when the database, the cache and the storage answer, else 503; which one failed, never why."""
    answers = {}
    for name, part in PARTS.items():
        try:
            part()
            answers[name] = "ok"
        except Exception:
            answers[name] = "failed"
    return JsonResponse(answers, status=200 if set(answers.values()) == {"ok"} else 503)
