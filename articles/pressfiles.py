"""Reading a story from a text file as press offices send them.

The first line is the headline, or the title of an image (a design tool's default, a file's name) with the headline on
the next. Paragraphs are divided by blank lines. A comment form that was copied along at the end is page furniture.
"""

import re
from dataclasses import dataclass

from articles import alt_text

MAX_HEADLINE = 200
_FORM_START = (
    r"(add|leave|post|write) (a|your) (comment|reply)|your e-?mail address will not be published.*"
    r"|(اترك|أضف) (تعليقا?ً?|ردا?ً?)|لن يتم نشر عنوان بريدك الإلكتروني.*"
)
_FORM_PART = (
    r"|required fields are marked.*|(comment|name|e-?mail|website)\s*\*?|(post|submit|send)( comment)?"
    r"|save my name, e-?mail.*|الحقول الإلزامية مشار إليها.*"
)
_form_start = re.compile(_FORM_START, re.IGNORECASE)
_form_part = re.compile(_FORM_START + _FORM_PART, re.IGNORECASE)


class Unusable(ValueError):
    """The file holds no story; the message says what is missing."""


@dataclass
class PressFile:
    headline: str
    paragraphs: list[str]
    left_out: list[str]


def read(source: str) -> PressFile:
    """The story in `source`; `left_out` says what was not used, an entry a piece. Raises `Unusable`."""
    lines = [" ".join(line.split()) for line in source.replace("\ufeff", "").splitlines()]
    lines, furniture = _without_form(lines)
    left_out = []
    headline = ""
    while lines and not headline:
        line = lines.pop(0)
        if line and alt_text.problem(line):
            left_out.append(f"image title: {line}")
        else:
            headline = line
    if not headline:
        raise Unusable("the file holds no headline")
    if len(headline) > MAX_HEADLINE:
        raise Unusable(f"the first line has {len(headline)} characters; a headline has at most {MAX_HEADLINE}")
    paragraphs = [block.replace("\n", " ") for block in re.split(r"\n{2,}", "\n".join(lines).strip()) if block]
    if not paragraphs:
        raise Unusable("there is no text under the headline")
    return PressFile(headline, paragraphs, left_out + [f"page furniture: {line}" for line in furniture])


def _without_form(lines):
    """Cut a comment form off the end: from the line that opens it on, if all that follows is part of one."""
    for start, line in enumerate(lines):
        rest = [line for line in lines[start:] if line]
        if _form_start.fullmatch(line) and all(_form_part.fullmatch(part) for part in rest):
            return lines[:start], rest
    return lines, []
