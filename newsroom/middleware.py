import ipaddress

from django.conf import settings
from django.http import HttpResponse
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers


def _is_trusted(address):
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(host in network for network in settings.TRUSTED_PROXIES)


class RequestMiddleware:
    """What must be true of a request before anything else looks at it.

    - `REMOTE_ADDR` is the client's address and `X-Forwarded-Proto` is believed only when a trusted proxy says so:
      forwarded addresses are read from the right, up to the first that is not a trusted proxy. `X-Forwarded-Host` is
      never believed.
    - A body in any charset but UTF-8 is refused with 415: Django decodes what the header names, and some names that
      Python knows ("rot13", "utf-7") end in an error or in text that passes other checks.
    - Over https each cookie is marked Secure.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        meta = request.META
        meta.pop("HTTP_X_FORWARDED_HOST", None)
        forwarded = meta.pop("HTTP_X_FORWARDED_FOR", "")
        if _is_trusted(meta.get("REMOTE_ADDR", "")):
            for address in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
                meta["REMOTE_ADDR"] = address
                if not _is_trusted(address):
                    break
        else:
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        charset = request.content_params.get("charset", "utf-8") if request.content_params else "utf-8"
        if charset.strip("\"' ").lower() not in ("utf-8", "utf8", "us-ascii"):
            return HttpResponse("Send the form as UTF-8.\n", status=415, content_type="text/plain; charset=utf-8")
        response = self.get_response(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response


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
    """In the admin the language comes from the person's profile; nothing there is kept by a shared cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(reverse("admin:index").removeprefix(get_script_prefix().rstrip("/"))):
            return self.get_response(request)
        language = getattr(request.user, "language", "") or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            patch_vary_headers(response, ["Cookie"])
            response.headers.setdefault("Content-Language", language)
            return response
