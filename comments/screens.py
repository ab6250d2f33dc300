"""The hook for screens of the newsroom's own, named by `COMMENT_SCREENS`; docs/screens.md tells how to write one.

Whatever a screen does, the comment is kept: an error, slowness or an answer that is none becomes a finding, and holds it.
Nothing of the comment is logged, nor the message of an error, which may quote it.
"""

import logging
import queue
import threading
import time
from collections import defaultdict

from django.conf import settings
from django.db import connections
from django.utils.module_loading import import_string

from comments.models import Decision, RuleMatch
from comments.screening import Finding, Place, Subject

# For all screens together.
SECONDS = 2.0
# Calls of one screen that may be under way in this process; a service that hangs holds no more threads than these.
CALLS_AT_ONCE = 8
FIELDS = ("text", "name", "website")

logger = logging.getLogger(__name__)
_free = defaultdict(lambda: threading.BoundedSemaphore(CALLS_AT_ONCE))


def ask(subject: Subject) -> list[Finding]:
    """What the screens say, each asked in a thread of its own; to be called outside of any transaction."""
    paths = list(settings.COMMENT_SCREENS)
    answers, answered = queue.SimpleQueue(), {}
    for path in paths:
        if _free[path].acquire(blocking=False):
            threading.Thread(target=_call, args=(path, subject, answers), daemon=True).start()
        else:
            answered[path] = _trouble(path, "busy")
    until = time.monotonic() + SECONDS
    while len(answered) < len(paths):
        try:
            path, finding = answers.get(timeout=max(0, until - time.monotonic()))
        except queue.Empty:
            break
        answered[path] = finding
    found = [answered[path] if path in answered else _trouble(path, "slow") for path in paths]
    return [finding for finding in found if finding is not None]


def _call(path, subject, answers):
    try:
        answers.put((path, _as_finding(path, import_string(path)(subject), subject)))
    except Exception as error:
        answers.put((path, _trouble(path, f"raised {type(error).__name__}")))
    finally:
        # A screen that asked the database had a connection of its own.
        connections.close_all()
        _free[path].release()


def _trouble(path, what):
    """`what` is one word of `RuleMatch.sentence`, and for some the name of a type."""
    logger.warning("The screen %s: %s", path, what)
    return Finding("screen", RuleMatch.Action.FLAG, f"{path} {what}")


def _as_finding(path, answer, subject):
    if answer is None:
        return None
    if isinstance(answer, str):
        return Finding("screen", RuleMatch.Action.FLAG, path, note=answer[:300])
    action = getattr(answer, "action", None)
    if action not in RuleMatch.Action.values:
        return _trouble(path, f"answered {type(answer).__name__}")
    reason = getattr(answer, "reason", "")
    return Finding(
        code="screen",
        action=RuleMatch.Action(action),
        label=path,
        places=_places(getattr(answer, "places", ()), subject),
        reason=reason if reason in Decision.Reason.values else "",
        note=str(getattr(answer, "note", ""))[:300],
    )


def _places(places, subject):
    """Those that lie in the comment."""
    found = (Place(*place) for place in places)
    return tuple(place for place in found if place.field in FIELDS and _lies_in(getattr(subject, place.field), place))


def _lies_in(text, place):
    return 0 <= place.start < place.end <= len(text)
