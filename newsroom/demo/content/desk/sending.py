"""How the desk's content names what was sent and what was done about it. All times count back from the moment the demo is
made; what was done is told by how long after the comment it was."""

from datetime import timedelta

MODERATOR, COLLEAGUE = "moderator", "noura"


def sent(key, story, name, email, text, ago, network, *, reply_to=None, website="", trap="", acts=()):
    """A comment as its writer sent it, to be screened. `story` and `reply_to` are keys of other content."""
    return dict(locals())


def act(verb, minutes, by=MODERATOR, *, reason="", note="", words=(), text=""):
    """What somebody did `minutes` after the comment: a verb of `comments.moderation`; `undo` undoes the last decision."""
    details = {"by": by, "reason": reason, "note": note, "words": words, "text": text}
    return {"verb": verb, "after": timedelta(minutes=minutes)} | details


def report(minutes, reason, network, text=""):
    """A reader's report, `minutes` after the comment."""
    return {"verb": "report", "after": timedelta(minutes=minutes), "reason": reason, "network": network, "text": text}


def revise(minutes, text):
    """What its writer made of the comment, `minutes` after it."""
    return {"verb": "revise", "after": timedelta(minutes=minutes), "text": text}


def appeal(minutes, text):
    """What its writer said against the rejection, `minutes` after the comment."""
    return {"verb": "appeal", "after": timedelta(minutes=minutes), "text": text}
