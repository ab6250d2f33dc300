"""Style sheets as `collectstatic` leaves them for readers."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files import File

from newsroom.storage import StaticFiles, minified


def test_the_style_sheet_that_pages_name_is_the_source_made_small(tmp_path):
    source = Path(finders.find("css/site.css"))
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    with source.open("rb") as file:
        storage.save("css/site.css", File(file))
    list(storage.post_process({"css/site.css": (storage, "css/site.css")}))
    named = storage.stored_name("css/site.css")
    assert named != "css/site.css"
    assert (tmp_path / named).read_text() == minified(source.read_text())
    assert (tmp_path / f"{named}.gz").stat().st_size < 8 * 1024
