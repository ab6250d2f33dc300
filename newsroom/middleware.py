import ipaddress

from django.conf import settings
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from articles import photos

ADMIN = "/admin/"
ROOM_FOR_FIELDS = 8 * 1024 * 1024
LINK_LANGUAGE = "language_of_the_link"


def _is_trusted(address):
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(host in network for network in settings.TRUSTED_PROXIES)


def _refusal(request):
    """The answer to a body that Django would misread or has no limit for, or None."""
    meta = request.META
    if "HTTP_TRANSFER_ENCODING" in meta and not meta.get("CONTENT_LENGTH"):
        # WSGI hands a chunked body to Django as an empty one.
        return _answer(411, "Send the form with its length.")
    length = meta.get("CONTENT_LENGTH") or "0"
    is_admin = request.path_info.startswith(ADMIN)
    limit = photos.MAX_BYTES + ROOM_FOR_FIELDS if is_admin else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if length.isascii() and length.isdigit() and int(length) > limit:
        # Django's own limit counts fields and leaves files out; no reader's form has files, and the admin's log-in would
        # take one of any size from anybody.
        return _answer(413, "That is more than this form can hold.")
    charset = (request.content_params or {}).get("charset", "utf-8")
    if charset.strip("\"' ").lower() not in ("utf-8", "utf8", "us-ascii"):
        # Django decodes by what the header names, and some names that Python knows ("rot13", "utf-7") end in an error
        # or in text that passes other checks.
        return _answer(415, "Send the form as UTF-8.")
    return None


def _answer(status, sentence):
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")


class RequestMiddleware:
    """What must be true of a request before anything else looks at it.

    - `REMOTE_ADDR` is the client's address and `X-Forwarded-Proto` is believed only when a trusted proxy says so:
      forwarded addresses are read from the right, up to the first that is not a trusted proxy.
    - A cookie reaches the admin and nothing else, so that no reader's page can depend on one.
    - Bodies that cannot be read as a form are refused with 411, 413 or 415.
    - Over https each cookie is marked Secure.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        meta = request.META
        forwarded = meta.pop("HTTP_X_FORWARDED_FOR", "")
        if _is_trusted(meta.get("REMOTE_ADDR", "")):
            for address in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
                meta["REMOTE_ADDR"] = address
                if not _is_trusted(address):
                    break
        else:
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        if not request.path_info.startswith(ADMIN):
            meta.pop("HTTP_COOKIE", None)
        response = _refusal(request) or self.get_response(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response


class CompressionMiddleware(GZipMiddleware):
    def process_response(self, request, response):
        # Photos are compressed already: a second time only costs time and their length.
        is_image = response.get("Content-Type", "").startswith("image/")
        return response if is_image else super().process_response(request, response)


class LanguageMiddleware:
    """The interface language of a reader's page comes from its path alone, so no answer varies on Accept-Language."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response


class AdminLanguageMiddleware:
    """In the admin the language comes from the person's profile; nothing there is kept by a shared cache. Before
    somebody has signed in it is that of the person whose link from a mail was opened here, if one was."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(ADMIN):
            return self.get_response(request)
        user = request.user
        chosen = user.language if user.is_authenticated else request.session.get(LINK_LANGUAGE)
        language = chosen or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            patch_vary_headers(response, ["Cookie"])
            response.headers.setdefault("Content-Language", language)
            return response
