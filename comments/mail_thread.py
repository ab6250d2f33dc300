"""Under `TASKS=inline`: the one thread of a server process that delivers the outbox, so that no request waits for a mail
server. `deploy/gunicorn.py` starts and stops it; in tests and commands there is none.
"""

import logging
import threading

from django.db import connections
from django.utils import timezone

logger = logging.getLogger(__name__)

# What another process has stored, or what was left by one that died, is found this soon.
SECONDS_BETWEEN_LOOKS = 30
SECONDS_TO_STOP = 5

_woken, _is_over = threading.Event(), threading.Event()
_threads = []


def start():
    _is_over.clear()
    thread = threading.Thread(target=_run, name="outbox", daemon=True)
    _threads.append(thread)
    thread.start()


def wake():
    """Look into the outbox at once, where a thread runs; elsewhere this does nothing."""
    _woken.set()


def stop():
    """Let it finish the mail that it has in its hands; a server that hangs is not waited for long."""
    _is_over.set()
    _woken.set()
    while _threads:
        _threads.pop().join(SECONDS_TO_STOP)


def _run():
    wait = 0
    while not _is_over.is_set():
        _woken.wait(wait)
        _woken.clear()
        if _is_over.is_set():
            return
        try:
            wait = _look()
        except Exception as error:  # Whatever was the matter, the next look may be better.
            logger.error("The outbox could not be delivered (%s)", type(error).__name__)
            wait = SECONDS_BETWEEN_LOOKS
        finally:
            connections.close_all()


def _look():
    """Deliver what is due; returns for how many seconds nothing will be."""
    from comments import outbox  # It calls this module.

    done = outbox.deliver()
    next_due = outbox.next_due_at()
    if done.is_cut_short or next_due is None:
        return SECONDS_BETWEEN_LOOKS
    return min(max((next_due - timezone.now()).total_seconds(), 1), SECONDS_BETWEEN_LOOKS)
