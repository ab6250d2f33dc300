"""Style sheets as `collectstatic` leaves them for readers."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files import File

from newsroom.storage import StaticFiles, minified

STYLE_SHEETS = sorted((Path(__file__).resolve().parent.parent / "static/css").glob("*.css"))


def selectors(style_sheet):
    """What stands before each brace, written in one way."""
    bare = re.sub(r"/\*.*?\*/", "", style_sheet, flags=re.DOTALL)
    found = re.findall(r"([^{};]+)\{", bare)
    # A blank is a combinator everywhere but beside these.
    return [re.sub(r"\s*([>+~,])\s*|(?<=[(:])\s+|\s+(?=\))", r"\1", " ".join(prelude.split())) for prelude in found]


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


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_made_small_asks_for_the_same_elements(path):
    source = path.read_text()
    assert selectors(minified(source)) == selectors(source)
