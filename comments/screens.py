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

from articles import plain_text
from comments.models import Decision, RuleMatch
from comments.screening import PLACES_KEPT, Finding, Place, Subject

# For all screens together.
SECONDS = 2.0
# Calls of one screen that may be under way in this process; a service that hangs holds no more threads than these.
CALLS_AT_ONCE = 8
FIELDS = ("text", "name", "website")
LONGEST_NOTE = 300

logger = logging.getLogger(__name__)
_free = defaultdict(lambda: threading.BoundedSemaphore(CALLS_AT_ONCE))


def ask(subject: Subject) -> list[Finding]:
    """What the screens say, each asked in a thread of its own; to be called outside of any transaction."""
    paths = list(settings.COMMENT_SCREENS)
    answers, answered = queue.SimpleQueue(), {}
    for path in paths:
        if not _free[path].acquire(blocking=False):
            answered[path] = _trouble(path, "busy")
            continue
        try:
            threading.Thread(target=_call, args=(path, subject, answers), daemon=True).start()
        except Exception as error:
            # The machine has no thread left.
            _free[path].release()
            answered[path] = _trouble(path, f"raised {type(error).__name__}")
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
        try:
            # A screen that asked the database had a connection of its own.
            connections.close_all()
        finally:
            _free[path].release()


def _trouble(path, what):
    """`what` is one word of `RuleMatch.sentence`, and for some the name of a type."""
    logger.warning("The screen %s: %s", path, what)
    return Finding("screen", RuleMatch.Action.FLAG, f"{path} {what}")


def _as_finding(path, answer, subject):
    if answer is None:
        return None
    if isinstance(answer, str):
        return Finding("screen", RuleMatch.Action.FLAG, path, note=_note(answer))
    action = getattr(answer, "action", None)
    if action not in RuleMatch.Action.values:
        return _trouble(path, f"answered {type(answer).__name__}")
    places = [Place(*place) for place in getattr(answer, "places", ())]
    # From JSON they come as 3.0, which cuts no text.
    wrong = [number for place in places for number in place[1:] if type(number) is not int]
    if wrong:
        return _trouble(path, f"answered {type(wrong[0]).__name__}")
    reason = getattr(answer, "reason", "")
    return Finding(
        code="screen",
        action=RuleMatch.Action(action),
        label=path,
        places=tuple(place for place in places if _lies_in(subject, place))[:PLACES_KEPT],
        reason=reason if reason in Decision.Reason.values else "",
        note=_note(str(getattr(answer, "note", ""))),
    )


def _note(typed):
    """What a database takes and a page shows: in one line, cut before it is looked at and after."""
    return plain_text.one_line(typed[: 10 * LONGEST_NOTE])[:LONGEST_NOTE]


def _lies_in(subject, place):
    return place.field in FIELDS and 0 <= place.start < place.end <= len(getattr(subject, place.field))
