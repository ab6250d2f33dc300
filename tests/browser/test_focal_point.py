"""A photo's focal point, set by a click in the admin."""

import pytest

from articles import photos
from articles.models import Photo
from tests.factories import image_bytes, make_photo, make_publication, make_upload, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_click_on_the_photo_sets_its_focal_point(open_page):
    make_publication()
    make_user("noura", "editor")
    photo = make_photo(file=photos.accept(make_upload(content=image_bytes(800, 400))))
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(f"/admin/login/?next=/admin/articles/photo/{photo.pk}/change/")
    page.fill("[name=username]", "noura")
    page.fill("[name=password]", "secret")
    page.click("[type=submit]")
    picture = page.locator(".focal-picture")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] / 4, "y": box["height"] * 3 / 4})
    assert (page.input_value("#id_focal_x"), page.input_value("#id_focal_y")) == ("25", "75")
    assert page.locator(".focal-mark").get_attribute("style") == "--x: 25%; --y: 75%;"
    page.click("[name=_save]")
    page.wait_for_url("**/admin/articles/photo/")
    photo = Photo.objects.get()
    assert (photo.focal_x, photo.focal_y) == (25, 75)
