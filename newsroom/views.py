from datetime import timedelta

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_safe

from articles import alternates, renditions, tasks
from articles.furniture import furniture
from articles.plain_text import is_id

PHOTO_TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """Rendered without the database, which may be what failed."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)


@requires_csrf_token
def csrf_failure(request, reason=""):
    """Only the admin's forms carry a token; whoever loses it there is told how to go on."""
    return render(request, "403_csrf.html", {"reason": reason}, status=403)


@require_safe
def view_on_site(request, content_type_id, object_id):
    """In the place of the admin's own, which tells the address of any row, a stranger's draft too, to all staff."""
    content_type = ContentType.objects.filter(pk=content_type_id).first() if is_id(content_type_id) else None
    model = content_type and content_type.model_class()
    if model is None or not admin.site.is_registered(model) or not hasattr(model, "get_absolute_url"):
        raise Http404
    model_admin = admin.site.get_model_admin(model)
    row = model_admin.get_object(request, unquote(object_id))
    if row is None or not model_admin.has_view_permission(request, row):
        raise Http404
    return HttpResponseRedirect(f"{settings.SITE_URL}{row.get_absolute_url()}")


@require_safe
def media(request, path):
    """Photos, until nginx serves them. What an address shows never changes, so a copy is good for ever. For a rendition
    that was lost or is of an earlier recipe, the best that there is now."""
    try:
        response = FileResponse(renditions.opened(path), content_type=PHOTO_TYPES[path.rpartition(".")[2]])
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    except FileNotFoundError:
        address = tasks.instead_of(path)
        if address is None:
            raise Http404 from None
        response = HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@cache_control(public=True, max_age=86_400)
def favicon(request):
    return FileResponse(open(finders.find("img/favicon.ico"), "rb"), content_type="image/x-icon")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        # By name: a tag or a section may be called `search`.
        *(f"Disallow: {alternates.path_in(code, 'articles:search', {})}" for code in settings.LANGUAGE_CODES),
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        f"Sitemap: {settings.SITE_URL}{reverse('news-sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request):
    """RFC 9116: whom to tell of a weakness; it must name an end of its validity, here a year ahead."""
    contact = furniture().publication.contact_email
    expires = (timezone.now() + timedelta(days=365)).strftime("%Y-%m-%dT00:00:00Z")
    contact = f"mailto:{contact}" if contact else f"{settings.SITE_URL}{reverse('articles:page', args=['contact'])}"
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: " + ", ".join(settings.LANGUAGE_CODES),
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
