"""Style sheets and scripts as `collectstatic` leaves them for readers."""

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
    assert (tmp_path / named).read_bytes() == minified("css/site.css", source.read_bytes())
    assert (tmp_path / f"{named}.gz").stat().st_size < 8 * 1024


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_made_small_asks_for_the_same_elements(path):
    source = path.read_bytes()
    assert selectors(minified(f"css/{path.name}", source).decode()) == selectors(source.decode())


def test_a_script_of_ours_is_made_small_and_one_of_others_is_not():
    script = b"/* Why. */\nconst answer = () => {\n  // How.\n  return `a  // b`\n}\n"
    assert minified("js/answer.js", script) == b"const answer=()=>{return`a  // b`}"
    assert minified("admin/js/answer.js", script) == script
