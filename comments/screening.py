"""What a submission is held against before anybody reads it: pure functions, no database.

For now two rules: the trap field that no person sees, and the pace of a commenter or a network. Doubt never drops a
comment; the verb `moderation.submit` decides what follows from what is found here.
"""

from datetime import datetime, timedelta

FLOOD_WINDOW = timedelta(minutes=1)


def fired_rules(trap: str) -> list[str]:
    """The names of the rules that call this submission spam."""
    return ["honeypot"] if trap else []


def seconds_to_wait(submitted: list[datetime], now: datetime, limit: int) -> int:
    """How long somebody who submitted at these times must wait before the next comment; 0 when they need not.

    At most `limit` comments pass in any `FLOOD_WINDOW`.
    """
    recent = sorted(at for at in submitted if at > now - FLOOD_WINDOW)
    if len(recent) < limit:
        return 0
    free_at = recent[-limit] + FLOOD_WINDOW
    return max(1, -int(-(free_at - now).total_seconds() // 1))
