"""The catalogues in locale/: whole, compiled, and with the placeholders that the code fills in."""

import ast
import gettext
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import missing

LOCALE = Path(__file__).resolve().parent.parent / "locale"
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))
# %(name)s and %d, but not the per cent sign of a text that is never formatted.
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")


class Entry(NamedTuple):
    """One message: `msgids` are the singular and the plural where there is one, `msgstrs` all its forms."""

    flags: set[str]
    context: str | None
    msgids: list[str]
    msgstrs: list[str]


def entries(path):
    """The messages of a .po file without its header; messages that are no longer used count as comments."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        flags, strings, keyword = set(), {}, ""
        for line in block.splitlines():
            if line.startswith("#,"):
                flags |= {flag.strip() for flag in line[2:].split(",")}
            elif line and not line.startswith("#"):
                word, quote, text = line.partition('"')
                keyword = word.strip() or keyword
                strings[keyword] = strings.get(keyword, "") + ast.literal_eval(quote + text)
        if strings.get("msgid"):
            msgids = [strings[key] for key in ("msgid", "msgid_plural") if key in strings]
            msgstrs = [text for key, text in strings.items() if key.startswith("msgstr")]
            found.append(Entry(flags, strings.get("msgctxt"), msgids, msgstrs))
    return found


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


pytestmark = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def test_no_message_is_fuzzy_or_untranslated(path):
    messages = entries(path)
    assert len(messages) > 300
    assert [entry.msgids[0] for entry in messages if "fuzzy" in entry.flags or not all(entry.msgstrs)] == []


def test_a_message_with_a_plural_has_every_form_of_the_language(path):
    forms = int(re.search(r"nplurals=(\d)", path.read_text(encoding="utf-8"))[1])
    counts = {entry.msgids[0]: len(entry.msgstrs) for entry in entries(path) if len(entry.msgids) == 2}
    assert counts
    assert set(counts.values()) == {forms}, counts


def test_the_compiled_catalogue_holds_the_same_messages(path):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog
    expected = {}
    for entry in entries(path):
        key = entry.msgids[0] if entry.context is None else f"{entry.context}\x04{entry.msgids[0]}"
        if len(entry.msgids) == 1:
            expected[key] = entry.msgstrs[0]
        else:
            expected |= {(key, number): text for number, text in enumerate(entry.msgstrs)}
    assert {key: text for key, text in compiled.items() if key != ""} == expected


def forms_of_one_number(path):
    """The plural forms that the language has for a single number each, as Arabic has for none, one and two."""
    rule = re.search(r"plural=(.+?);", path.read_text(encoding="utf-8").replace('"\n"', ""))[1]
    found = Counter(map(gettext.c2py(rule), range(1000)))
    return {form for form, numbers in found.items() if numbers == 1}


def test_each_translation_has_the_placeholders_of_its_message(path):
    in_words = forms_of_one_number(path)
    wrong = []
    for entry in entries(path):
        expected = placeholders(entry.msgids[-1])
        for form, text in enumerate(entry.msgstrs):
            # “Two hours ago” is one word in Arabic; only a named placeholder may be missing when the text is filled in.
            unsaid = Counter(expected) - Counter(placeholders(text))
            may_be_unsaid = len(entry.msgids) == 2 and form in in_words and "%d" not in unsaid and "%s" not in unsaid
            if placeholders(text) != expected and not (may_be_unsaid and set(placeholders(text)) <= set(expected)):
                wrong.append((entry.msgids[0], text))
    assert wrong == []


def test_every_sentence_of_the_code_is_in_the_catalogue(path, tmp_path):
    if shutil.which("xgettext") is None:
        missing("gettext")
    for folder in ("articles", "comments", "newsroom", "templates"):
        shutil.copytree(LOCALE.parent / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "ar", "--no-location"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=environment)
    said = {(entry.context, *entry.msgids) for entry in entries(tmp_path / "locale/ar/LC_MESSAGES/django.po")}
    assert len(said) > 300
    assert said - {(entry.context, *entry.msgids) for entry in entries(path)} == set()
