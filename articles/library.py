"""The photo library as the body editor asks for it: JSON for staff, beside the pages of the photo's own admin."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from articles import plain_text, publishing
from articles.models import Photo

PAGE_SIZE = 24
MOST_IDS = 200


def as_json(photo: Photo) -> dict:
    return {
        "id": photo.pk,
        "alt_text": photo.alt_text,
        "caption": photo.caption,
        "credit": photo.credit,
        "thumbnail": photo.square.src,
        "width": photo.width,
        "height": photo.height,
    }


class LibraryAddresses:
    """For the admin of photos: `library/` and `upload/`."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("library/", view(require_GET(self.library)), name="articles_photo_library"),
            path("upload/", view(require_POST(self.upload)), name="articles_photo_upload"),
            *super().get_urls(),
        ]

    def library(self, request):
        """`?q=&page=`: what the admin's own search finds, newest first; `?ids=1,2`: those. Odd values are no errors."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        photos, following = self.get_queryset(request), None
        if "ids" in request.GET:
            ids = [pk for pk in request.GET["ids"].split(",")[:MOST_IDS] if plain_text.is_id(pk)]
            found = list(photos.filter(pk__in=ids))
            number = len(found)
        else:
            photos, _may_repeat = self.get_search_results(
                request, photos, plain_text.one_line(request.GET.get("q", "")[:200])
            )
            page = Paginator(photos, PAGE_SIZE).get_page(request.GET.get("page"))
            found, number = page.object_list, page.paginator.count
            following = page.next_page_number() if page.has_next() else None
        return _private(
            {
                "photos": [as_json(photo) for photo in found],
                "number": number,
                "found": ngettext("%(number)d photo", "%(number)d photos", number) % {"number": number},
                "next": following,
                "may_upload": self.has_add_permission(request),
                # Who signed in anew in another tab goes on with the form that is open in this one.
                "csrf_token": get_token(request),
            }
        )

    def upload(self, request):
        """201 with the new photo, or 422 with the form's sentences by field; what is left out has the form's default."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        data = request.POST.copy()
        for name, field in self.form.base_fields.items():
            if name not in data and field.initial is not None:
                data[name] = field.initial
        form = self.form(data, request.FILES)
        if not form.is_valid():
            errors = {name: [str(sentence) for sentence in sentences] for name, sentences in form.errors.items()}
            return _private({"errors": errors}, status=422)
        fields = {name: form.cleaned_data[name] for name in form._meta.fields}
        photo = publishing.add_photo(fields.pop("file"), by=request.user, **fields)
        # With TASKS=inline its renditions are there by now.
        photo.refresh_from_db()
        return _private(as_json(photo), status=201)


def _private(data, status=200):
    return JsonResponse(data, status=status, headers={"Cache-Control": "private, no-store"})
