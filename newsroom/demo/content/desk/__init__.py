"""What the moderators' desk of the demo holds beside the comments that stand with the stories: rules, a morning's queue,
what is before them once more, and a month of decisions. All of it goes through the verbs, so that what the rules say of a
comment is true."""

from newsroom.demo.content.desk import again, caught, decided, waiting, wave
from newsroom.demo.content.desk.rules import RULES

SENT = [*decided.SENT, *again.SENT, *caught.SENT, *waiting.SENT, *wave.SENT]
BATCHES = decided.BATCHES

__all__ = ["BATCHES", "RULES", "SENT"]
