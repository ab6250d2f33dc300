"""The rules of the house that no other test would notice."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("articles", "comments", "newsroom")
MAY_IMPORT = {"articles": {"articles"}, "comments": {"comments", "articles"}, "newsroom": set(APPS)}
MARKS_HTML_SAFE = {"articles/body.py", "comments/text.py", "articles/structured_data.py"}
MAILS = "templates/comments/mail/"
WRITES_STORY_STATUS = {"articles/publishing.py"}
WRITES_COMMENT_STATUS = {f"comments/moderation/{module}.py" for module in ("deciding", "person")}


def python_files(app):
    return [path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]


def imported_apps(path):
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module]
        yield from (name.split(".")[0] for name in names if name.split(".")[0] in APPS)


def files_matching(pattern, suffixes=(".py", ".html")):
    paths = [path for app in APPS for path in python_files(app)] + list((ROOT / "templates").rglob("*.html"))
    found = {path for path in paths if path.suffix in suffixes and re.search(pattern, path.read_text())}
    return {str(path.relative_to(ROOT)) for path in found}


@pytest.mark.parametrize("app", APPS)
def test_imports_point_one_way(app):
    wrong = {str(path) for path in python_files(app) if set(imported_apps(path)) - MAY_IMPORT[app]}
    assert not wrong


def test_html_is_marked_safe_in_three_files_only():
    found = files_matching(r"mark_safe|SafeString\(|\|\s*safe\b|safeseq|autoescape off|html_safe|__html__")
    assert found <= MARKS_HTML_SAFE


def test_the_project_has_no_signal_receivers():
    assert not files_matching(r"@receiver|\.connect\(|django\.dispatch|db\.models\.signals", (".py",))


def test_only_the_verbs_write_a_status():
    writers = files_matching(r"\.status = |update\([^)]*status=", (".py",))
    # A way of saying what a moderator saw, on objects that are never saved.
    assert writers - {"comments/seen.py"} == WRITES_STORY_STATUS | WRITES_COMMENT_STATUS


def test_what_is_published_is_spelled_out_in_one_place():
    found = files_matching(r"published_at__lte|status=[\w.\"']*PUBLISHED|shown_version__isnull", (".py", ".html"))
    assert found == {"articles/models/article.py", "comments/models/comment.py"}


def test_templates_carry_no_inline_style_or_script():
    assert not files_matching(r"<style|<script(?![^>]*\ssrc=)|\son\w+=\"|javascript:", (".html",))
    # A mail has no style sheet and no Content-Security-Policy, and many clients drop a <style>: there, and there only, each
    # element carries its own look. Nothing of that folder is part of a page.
    styled = files_matching(r"\sstyle=", (".html",))
    assert all(name.startswith(MAILS) for name in styled)


def test_no_page_includes_a_template_of_a_mail():
    used = files_matching(r"comments/mail/", (".html",))
    assert all(name.startswith(MAILS) for name in used)


def test_style_sheets_use_logical_properties():
    physical = r"(?<![-\w])(margin|padding|border)-(left|right)|(?<![-\w])(left|right)\s*:|text-align:\s*(left|right)|float:\s*(left|right)"
    assert not [path.name for path in (ROOT / "static/css").glob("*.css") if re.search(physical, path.read_text())]


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils.py", "helpers.py", "common.py", "services.py"}
    assert not [path for app in APPS for path in python_files(app) if path.name in drawers]
