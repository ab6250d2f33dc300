"""How the demo's content names a story and the comments under it. All times count back from the moment the demo is made."""

from functools import partial


def story(
    language,
    *,
    key,
    kind,
    headline,
    dek,
    section,
    tags,
    authors,
    body,
    status="published",
    published_ago=None,
    updated_ago=None,
    dateline="",
    source_organisation="",
    photo=None,
    featured_alt_text="",
    featured_caption="",
    comments_open=True,
    translation_of=None,
    note="",
    corrections=(),
    comments=(),
):
    """A story as a dictionary. Beside the statuses of an article, `scheduled` comes out tomorrow morning and `embargoed`
    in a few hours. In `body`, `<figure data-photo="KEY"></figure>` is the place of the library's photo with that key."""
    return dict(locals())


english = partial(story, "en")
arabic = partial(story, "ar")


def comment(key, name, email, text, ago, status="approved", reason="", reply_to=None, website="", by_newsroom=False):
    """A comment as a dictionary; `reply_to` is the key of one before it in the list."""
    return dict(locals())
