"""Comments as schema.org describes them, for the one block of JSON-LD that a story has: what the page shows and no more."""

from articles.structured_data import moment
from comments.text import to_plain
from comments.threads import Thread


def discussion(article, thread_list: list[Thread], number: int) -> dict:
    """Properties of the story: the comments in `thread_list`, each once and naming what it answers by `@id`, and the
    `number` that readers see on all of the story's pages together."""
    shown = [_comment(comment) for thread in thread_list for comment in thread.comments()]
    return {"commentCount": number} | ({"comment": shown} if shown else {})


def _comment(comment):
    described = {
        "@type": "Comment",
        "@id": _name(comment.pk),
        "author": {"@type": "Organization" if comment.is_by_newsroom else "Person", "name": comment.name},
        "dateCreated": moment(comment.submitted_at),
        "text": to_plain(comment.shown_version.text),
    }
    # What was hidden since it was answered is not spoken of.
    if comment.parent_id and comment.parent.shown_version_id:
        described["parentItem"] = {"@id": _name(comment.parent_id)}
    return described


def _name(pk):
    """The place of a comment on the page that this is part of: short, because there are many."""
    return f"#comment-{pk}"
