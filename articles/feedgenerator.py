"""RSS 2.0 and Atom (RFC 4287) with what Django's own generators leave out: full text, several authors, photos."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed


class Writer(NamedTuple):
    name: str
    address: str


class MediaPhoto(NamedTuple):
    """A photo as Media RSS 1.5.1 describes one; `alt_text`, `credit` and `copyright_notice` may be empty."""

    url: str
    width: int
    height: int
    alt_text: str
    credit: str
    copyright_notice: str


MEDIA = {"xmlns:media": "http://search.yahoo.com/mrss/"}
EXTENSIONS = MEDIA | {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


class _DatedByContent:
    """A feed without items is dated to the day: two answers of one version are the same bytes."""

    def latest_post_date(self):
        if self.items:
            return super().latest_post_date()
        return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


class Rss(_DatedByContent, Rss201rev2Feed):
    """Items may carry `content` (HTML), `writers` and `photo`."""

    def rss_attributes(self):
        return super().rss_attributes() | EXTENSIONS

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        # RSS's own `author` is an e-mail address.
        for writer in item.get("writers", ()):
            handler.addQuickElement("dc:creator", writer.name)
        if "content" in item:
            handler.addQuickElement("content:encoded", item["content"])
        _add_photo(handler, item.get("photo"))


class Atom(_DatedByContent, Atom1Feed):
    """Entries carry what the items of `Rss` do."""

    def root_attributes(self):
        return super().root_attributes() | MEDIA

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for writer in item["writers"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", writer.name)
            handler.addQuickElement("uri", writer.address)
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})
        _add_photo(handler, item["photo"])


def _add_photo(handler, photo):
    if photo is None:
        return
    size = {"width": str(photo.width), "height": str(photo.height)}
    handler.startElement("media:content", {"url": photo.url, "type": "image/jpeg", "medium": "image"} | size)
    for name, text, attributes in (
        ("description", photo.alt_text, {"type": "plain"}),
        ("credit", photo.credit, {}),
        ("copyright", photo.copyright_notice, {}),
    ):
        if text:
            handler.addQuickElement(f"media:{name}", text, attributes)
    handler.endElement("media:content")
