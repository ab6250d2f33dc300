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


@pytest.mark.parametrize(("name", "limit"), [("css/site.css", 8 * 1024), ("js/comments.js", 1024)])
def test_the_file_that_pages_name_is_the_source_made_small(tmp_path, name, limit):
    source = Path(finders.find(name))
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    with source.open("rb") as file:
        storage.save(name, File(file))
    list(storage.post_process({name: (storage, name)}))
    named = storage.stored_name(name)
    assert named != name
    assert (tmp_path / named).read_bytes() == minified(name, source.read_bytes())
    assert (tmp_path / f"{named}.gz").stat().st_size < limit


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_made_small_asks_for_the_same_elements(path):
    source = path.read_bytes()
    assert selectors(minified(f"css/{path.name}", source).decode()) == selectors(source.decode())


def test_a_script_of_ours_is_made_small_and_one_of_others_is_not():
    script = b"/* Why. */\nconst answer = () => {\n  // How.\n  return `a  // b`\n}\n"
    assert minified("js/answer.js", script) == b"const answer=()=>{return`a  // b`}"
    assert minified("admin/js/answer.js", script) == script
