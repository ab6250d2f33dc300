"""Photos as readers get them: in the size that their screen needs, and in a place that is kept for them."""

from itertools import product

import pytest

from articles import photos, tasks
from articles.models import Photo
from tests.factories import image_bytes, make_photo, make_publication, make_section, make_story, make_upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BOXES = "images => images.map(image => [image.clientWidth, image.clientHeight])"


def made_photo(width, height, **fields):
    photo = make_photo(file=photos.accept(make_upload(content=image_bytes(width, height))), **fields)
    tasks.make_renditions.func(photo.pk)
    return Photo.objects.get(pk=photo.pk)


@pytest.fixture
def story():
    make_publication(default_section=make_section())
    figures = "".join(
        f'<p>{"Words of a story. " * 60}</p><figure data-photo="{made_photo(*size).pk}"></figure>'
        for size in ((1800, 1200), (1200, 1500), (300, 200))
    )
    return make_story(featured_photo=made_photo(1600, 900), body=f"{figures}<p>The end.</p>")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_photo_has_its_place_before_it_is_there(open_page, story, width):
    page = open_page(viewport={"width": width, "height": 700})
    held = []
    page.route("**/media/**", lambda route: held.append(route))
    page.goto(story.get_absolute_url(), wait_until="domcontentloaded")
    images = page.locator("figure img")
    before = images.evaluate_all(BOXES)
    for route in held:
        route.continue_()
    page.unroute("**/media/**")
    for image in images.all():
        image.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
    assert images.evaluate_all(BOXES) == before
    assert len(before) == 4


def test_a_phone_loads_a_small_webp_and_a_wide_screen_a_large_one(open_page, story):
    chosen = {}
    for width in (390, 1400):
        page = open_page(viewport={"width": width, "height": 900})
        page.goto(story.get_absolute_url())
        image = page.locator(".featured-photo img")
        page.wait_for_function("image => image.complete", arg=image.element_handle())
        chosen[width] = image.evaluate("image => image.currentSrc.split('/').pop().replace(/_.*[.]/, '.')")
    assert chosen == {390: "full480.webp", 1400: "full960.webp"}


def test_what_sizes_says_is_the_width_that_the_layout_gives(open_page, story):
    """A browser takes the width in `sizes` for that of the picture, and so tells it as `naturalWidth`."""
    for number in range(3):
        make_story(f"Second {number}", featured_photo=made_photo(1600, 900))
    page = open_page()
    for width, path in product((360, 820, 1000, 1440), ("/", story.get_absolute_url())):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path)
        for image in page.locator("img[srcset]:visible").all():
            image.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
            said, shown = image.evaluate("image => [image.naturalWidth, image.clientWidth]")
            assert shown <= said * 1.01, (width, path, said, shown)
            # Save a photo that has no more to give.
            assert said < shown * 1.16 or shown == int(image.get_attribute("width")), (width, path, said, shown)
