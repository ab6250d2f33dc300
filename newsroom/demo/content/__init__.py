"""A believable small newspaper in two languages: plain data, which the command `demo` turns into rows."""

from newsroom.demo.content import arabic, english
from newsroom.demo.content.desk import BATCHES, RULES, SENT
from newsroom.demo.content.pages import STANDING_PAGES
from newsroom.demo.content.paper import AUTHORS, PUBLICATION, SECTIONS, TAGS
from newsroom.demo.content.photos import PHOTOS

STORIES = [*english.STORIES, *arabic.STORIES]

__all__ = [
    "AUTHORS",
    "BATCHES",
    "PHOTOS",
    "PUBLICATION",
    "RULES",
    "SECTIONS",
    "SENT",
    "STANDING_PAGES",
    "STORIES",
    "TAGS",
]
