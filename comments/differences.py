"""What was changed between two texts, word by word."""

import re
from difflib import SequenceMatcher

# Comparing takes the square of this at worst; two longer texts are shown whole.
WORDS = 600


def differences(before, after):
    """[("same" | "del" | "ins", text)] that read in their order give both texts; None when they are too long, or have so
    little in common that two texts beside each other say more."""
    old, new = (re.findall(r"\s*\S+|\s+\Z", text) for text in (before, after))
    if max(len(old), len(new)) > WORDS:
        return None
    matcher = SequenceMatcher(None, old, new, autojunk=True)
    found = []
    for what, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            found.append(("same", "".join(old[old_start:old_end])))
            continue
        if old_start < old_end:
            found.append(("del", "".join(old[old_start:old_end])))
        if new_start < new_end:
            found.append(("ins", "".join(new[new_start:new_end])))
    return found if any(what == "same" for what, _text in found) else None
