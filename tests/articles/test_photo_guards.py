"""What stands between a stranger's file and the library, and between the library and everybody else."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image, ImageCms

from articles import body, photos, publishing
from articles.admin import COMMENT_SETTINGS
from articles.library import MOST_IDS
from articles.models import Photo
from tests.factories import image_bytes, make_draft, make_photo, make_publication, make_upload, make_user

FILES = Path(__file__).parent / "files"
LIBRARY = "/admin/articles/photo/library/"


def client_of(group):
    client = Client()
    client.force_login(make_user(group=group))
    return client


def kept_by_no_cache(response):
    return {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def profile_with_red_and_green_swapped():
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The table of tags begins behind the header of 128 bytes: their number, then 12 bytes of each.
    for entry in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        signature = bytes(profile[entry : entry + 4])
        profile[entry : entry + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(signature, signature)
    return bytes(profile)


def test_the_colour_profile_of_an_upload_is_applied():
    buffer = BytesIO()
    icc_profile = profile_with_red_and_green_swapped()
    Image.new("RGB", (40, 40), (0, 255, 0)).save(buffer, "JPEG", quality=100, icc_profile=icc_profile)
    red, green, blue = Image.open(photos.accept(buffer)).getpixel((20, 20))
    assert red > 200
    assert max(green, blue) < 60


class Unread:
    """An upload that notes whether anybody looked into it."""

    name = "hall.jpg"
    size = photos.MAX_BYTES + 1
    was_read = False

    def read(self, *_args):
        self.was_read = True
        raise AssertionError("read")

    seek = tell = read


def test_a_file_above_40_mb_is_refused_by_its_size_without_being_read():
    upload = Unread()
    with pytest.raises(ValidationError, match="larger than 40 MB"):
        photos.accept(upload)
    assert not upload.was_read


def test_a_jpeg_of_more_than_a_hundred_scans_is_refused():
    content = image_bytes(40, 40, progressive=True)
    last_scan = content[content.rindex(photos.START_OF_SCAN) : -2]
    with pytest.raises(ValidationError, match="built in an unusual way"):
        photos.accept(make_upload(content=content[:-2] + last_scan * photos.MAX_SCANS + content[-2:]))


def test_an_ordinary_progressive_jpeg_is_taken():
    content = image_bytes(40, 40, progressive=True)
    assert content.count(photos.START_OF_SCAN) > 5
    assert Image.open(photos.accept(make_upload(content=content))).size == (40, 40)


@pytest.mark.parametrize("name", ["hall.hif", "HALL.HIF"])
def test_a_camera_may_call_its_heic_hif(name):
    accepted = photos.accept(make_upload(name, (FILES / "gradient.heic").read_bytes(), "image/heif"))
    assert Image.open(accepted).format == "JPEG"
    assert ".hif" in photos.ACCEPTED


@pytest.mark.django_db
def test_a_replaced_file_stays_until_the_commit_and_is_gone_after_it(django_capture_on_commit_callbacks):
    photo = make_photo()
    old = photo.file.name
    photo.file = photos.accept(make_upload(content=image_bytes(60, 40)))
    with django_capture_on_commit_callbacks() as callbacks:
        publishing.save_photo(photo)
    assert photo.file.name != old
    assert default_storage.exists(old)
    for effect in callbacks:
        effect()
    assert not default_storage.exists(old)
    assert default_storage.exists(photo.file.name)


@pytest.mark.django_db
def test_no_cache_keeps_what_the_library_answers():
    assert kept_by_no_cache(client_of("reporter").get(LIBRARY))


@pytest.mark.django_db
def test_the_library_gives_at_most_200_photos_by_their_ids():
    assert MOST_IDS == 200
    file = make_photo().file.name
    Photo.objects.bulk_create(Photo(file=file, alt_text=f"Boat number {number}") for number in range(MOST_IDS))
    ids = list(Photo.objects.values_list("pk", flat=True))
    assert len(ids) == 201
    answer = client_of("reporter").get(LIBRARY, {"ids": ",".join(map(str, ids))}).json()
    assert {photo["id"] for photo in answer["photos"]} == set(ids[:200])
    assert answer["number"] == 200


@pytest.mark.django_db
def test_a_preview_is_kept_by_no_cache_and_no_search_engine():
    make_publication()
    preview = client_of("editor").get(f"/admin/articles/article/{make_draft().pk}/preview/")
    assert preview.status_code == 200
    assert preview["X-Robots-Tag"] == "noindex"
    assert kept_by_no_cache(preview)


def test_what_was_written_past_the_orm_is_cleaned_on_its_way_out():
    written = '<p onclick="x()">At dawn.</p><script>alert(1)</script><a href="javascript:alert(1)">x</a>'
    assert body.render(written, {}) == '<p>At dawn.</p><a rel="noopener">x</a>'


def test_the_keyboard_reaches_every_table_and_no_table_is_stored_so():
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    assert body.render(table * 2, {}).count('<table tabindex="0">') == 2
    assert "tabindex" not in body.clean('<table tabindex="5"><tbody><tr><td>1</td></tr></tbody></table>')


@pytest.mark.django_db
def test_a_moderator_sees_the_other_values_of_the_publication_without_inputs():
    publication = make_publication(publisher="Harbour Press", contact_email="desk@example.org", stories_a_page=33)
    page = client_of("moderator").get(f"/admin/articles/publication/{publication.pk}/change/")
    form = page.context["adminform"].form
    assert set(form.fields) == set(COMMENT_SETTINGS)
    shown = {
        field.field["name"]: field.contents()
        for fieldset in page.context["adminform"]
        for line in fieldset
        for field in line
        if field.is_readonly
    }
    expected = {"name": "The Harbour Post", "publisher": "Harbour Press", "stories_a_page": "33"}
    assert {name: shown[name] for name in expected} == expected
    assert "desk@example.org" in shown["contact_email"]
    assert not set(shown) & set(COMMENT_SETTINGS)
