"""Pages for whoever holds a link, and for nobody else."""

from functools import wraps

from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods


def private_page(*methods):
    """No cache keeps it, no search finds it, and no referrer names it, whatever it answers. Its POST needs no token
    against forgery: the one in the address is all the authority there is, and no page of another site knows it."""

    def decorate(view):
        allowed = require_http_methods(["GET", "HEAD", *methods])(view)

        @csrf_exempt
        @wraps(view)
        def answer(*args, **kwargs):
            response = allowed(*args, **kwargs)
            patch_cache_control(response, private=True, no_store=True)
            response["X-Robots-Tag"] = "noindex"
            response["Referrer-Policy"] = "no-referrer"
            return response

        return answer

    return decorate


def bad_link(request):
    """For a link that is none, is for something else, is too old, or of somebody who was erased: nobody learns which."""
    return render(request, "comments/bad_link.html", status=404)
