"""The photo library as the body editor asks for it, over HTTP."""

import pytest
from django.test import Client

from articles.library import PAGE_SIZE
from articles.models import Photo
from tests.factories import make_photo, make_publication, make_upload, make_user

pytestmark = pytest.mark.django_db
LIBRARY = "/admin/articles/photo/library/"
UPLOAD = "/admin/articles/photo/upload/"


def client_of(group, **options):
    client = Client(**options)
    client.user = make_user(group=group)
    client.force_login(client.user)
    return client


@pytest.fixture
def reporter():
    return client_of("reporter")


def make_photos(number):
    first = make_photo()
    return Photo.objects.bulk_create(Photo(file=first.file.name, alt_text=f"Boat number {n}") for n in range(number))


def upload_data(**fields):
    return {"file": make_upload(), "alt_text": "A pilot boat at dawn"} | fields


def test_the_newest_photo_comes_first_with_all_that_the_dialogue_shows(reporter):
    make_photo("A pilot boat at dawn")
    newest = make_photo("A crane over the quay", caption="The new crane", credit="Noura Salem")
    answer = reporter.get(LIBRARY)
    assert answer.json()["photos"][0] == {
        "id": newest.pk,
        "alt_text": "A crane over the quay",
        "caption": "The new crane",
        "credit": "Noura Salem",
        "thumbnail": newest.square.src,
        "width": 1200,
        "height": 800,
    }
    assert (answer.json()["number"], answer.json()["found"], answer.json()["next"]) == (2, "2 photos", None)
    cache = answer["Cache-Control"]
    assert "private" in cache
    assert "no-store" in cache


@pytest.mark.parametrize("words", ["crane", "salem", "the QUAY", "قنديل"])
def test_the_search_looks_into_alt_text_caption_and_credit(reporter, words):
    make_photo("A pilot boat at dawn")
    photo = make_photo("A crane over the quay", caption="قنديل البحر", credit="Noura Salem")
    assert [found["id"] for found in reporter.get(LIBRARY, {"q": words}).json()["photos"]] == [photo.pk]


def test_a_long_library_comes_in_pages(reporter):
    make_photos(PAGE_SIZE)
    first = reporter.get(LIBRARY).json()
    assert (len(first["photos"]), first["number"], first["next"]) == (PAGE_SIZE, PAGE_SIZE + 1, 2)
    second = reporter.get(LIBRARY, {"page": 2}).json()
    assert (len(second["photos"]), second["next"]) == (1, None)


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "9" * 30, "1.5", "²"])
@pytest.mark.parametrize("words", ["", "\x00", "'\"%_", "a" * 5000])
def test_an_odd_page_or_search_is_no_error(reporter, page, words):
    make_photo()
    assert reporter.get(LIBRARY, {"page": page, "q": words}).status_code == 200


@pytest.mark.parametrize("ids", ["", ",", "x", "0", "-1", "9" * 30, "1e3", "²", "\x00", ",".join(["1"] * 5000)])
def test_odd_ids_are_no_error(reporter, ids):
    assert reporter.get(LIBRARY, {"ids": ids}).status_code == 200


def test_photos_are_found_by_their_ids(reporter):
    first, _other, third = make_photo(), make_photo(), make_photo()
    answer = reporter.get(LIBRARY, {"ids": f"{third.pk},{first.pk},999999,x"}).json()
    assert {photo["id"] for photo in answer["photos"]} == {first.pk, third.pk}
    assert answer["next"] is None


@pytest.mark.parametrize("query", ["", "?q=boat", "?ids=1,2,3,4,5,6,7,8,9"])
def test_many_photos_cost_no_more_queries_than_one(reporter, query, django_assert_num_queries):
    make_photos(1)
    reporter.get(LIBRARY)
    with django_assert_num_queries(5 if "ids" in query else 6):
        reporter.get(LIBRARY + query)
    make_photos(PAGE_SIZE * 2)
    with django_assert_num_queries(5 if "ids" in query else 6):
        reporter.get(LIBRARY + query)


def test_who_may_not_see_photos_gets_none(client):
    assert client.get(LIBRARY).status_code == 302
    assert client_of("moderator").get(LIBRARY).status_code == 403
    assert client_of("moderator").post(UPLOAD, upload_data()).status_code == 403
    assert not Photo.objects.exists()


def test_a_reporter_uploads_a_photo(reporter):
    answer = reporter.post(UPLOAD, upload_data(caption="Dawn", credit="Noura Salem"))
    photo = Photo.objects.get()
    assert answer.status_code == 201
    assert answer.json()["id"] == photo.pk
    assert (photo.caption, photo.credit, photo.created_by, photo.focal_x) == ("Dawn", "Noura Salem", reporter.user, 50)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"file": make_upload(content=b"<svg>")}, "file", "cannot be read as a photo"),
        ({"file": ""}, "file", "required"),
        ({"alt_text": "IMG_0042.jpg"}, "alt_text", "name of a file"),
        ({"caption": "x" * 501}, "caption", "500"),
    ],
)
def test_a_refused_upload_says_why_beside_its_field_and_keeps_nothing(reporter, fields, name, words):
    answer = reporter.post(UPLOAD, upload_data(**fields))
    assert answer.status_code == 422
    assert words in " ".join(answer.json()["errors"][name])
    assert not Photo.objects.exists()


def test_an_upload_from_another_page_is_refused():
    client = client_of("reporter", enforce_csrf_checks=True)
    make_publication()
    assert client.post(UPLOAD, upload_data()).status_code == 403
    assert not Photo.objects.exists()


@pytest.mark.parametrize(("address", "method"), [(LIBRARY, "post"), (UPLOAD, "get")])
def test_each_address_answers_its_own_method_only(reporter, address, method):
    assert getattr(reporter, method)(address).status_code == 405
