"""How long screening takes on texts that are made to be slow, and with many rules.

    .venv/bin/python bench/screening.py

Without a database. For each text: screening (every built-in rule, 1,000 rules of words and 200 domains), its digest and its
links, on 10 KB, 100 KB and 1 MB; a ratio is to the ten times smaller text of the same run, and about 10 where the time is
linear. Then an ordinary comment with 0, 100 and 1,000 rules. Each figure is the processor's time of the quickest of some
runs, which says most on a machine with other work.
"""

import random
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

if __name__ == "__main__":
    # In the place of this folder, whose files are named like modules of Python.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from comments import screening

SIZES = (10_000, 100_000, 1_000_000)
FACTS = screening.Facts(is_known=True)


@dataclass(frozen=True)
class Rule:
    pk: int
    kind: str
    pattern: str
    action: str = "flag"
    reason: str = ""
    note: str = ""
    commenter_id: int | None = None


def rules(number):
    """Words, phrases that begin alike, and words with a `*` at either end."""
    rnd = random.Random(7)
    names = ["".join(rnd.choices("abcdefghijklmnop", k=rnd.randint(4, 9))) for _rule in range(number)]
    shapes = ("{}", "{}*", "*{}", "a a a a {}", "buy {} now")
    return [Rule(index, "words", shapes[index % len(shapes)].format(name)) for index, name in enumerate(names)]


def domains(number):
    return [Rule(10_000 + index, "domain", f"shop{index}.example.com") for index in range(number)]


def hosts(letters, length=245, form="{} "):
    """10,000 characters of hosts, no two alike."""
    rnd = random.Random(3)
    return "".join(form.format("".join(rnd.choices(letters, k=length))) for _host in range(10_000 // length))


HAN = [chr(code) for code in range(0x4E00, 0x9FFF)]
MANY = [*rules(1_000), *domains(200)]
HOSTILE = {
    "marks of two classes in turn": "a" + "\u0301\u0323" * 5_000,
    "joiners": "a\u200d\u200d\u200d\u200d",
    "tatweel and vowel signs": "كـُـُـُـُـ",
    "a a a a": "a ",
    "one endless word": "a",
    "one endless word of “é”": "é",
    "http://http://": "http://",
    "www.www.": "www.",
    "a.a.a.a": "a.",
    "addresses": "http://a.shop7.example.com/(((x) ",
    "brackets": "(" * 10,
    "brackets behind an address": "http://a" + ")" * 5_000,
    "beginnings of phrases": "buy a a a a a a buy ",
    "letters that become many": "ﷺﷺ",
    "Han": "赌博",
    "hosts of Han": hosts(HAN, form="{}.com "),
    "addresses of Han": hosts(HAN, form="http://{}.com "),
    "hosts that grow": hosts([*HAN[:100], *"ﷺ" * 100], form="{}.com "),
    "addresses that grow": hosts([*HAN[:100], *"ﷺ" * 100], form="http://{} "),
    "hosts of short labels of Han": hosts(HAN, 60, "{}.com "),
    "addresses of short labels of Han": hosts(HAN, 60, "http://{}.example.com/ "),
    "hosts of marks": hosts("a\u0301\u0323\u0327\u0345", form="http://{} "),
    "hosts with what is ignored": hosts("a\ufe0f\u200c\u180b"),
    "percent signs": hosts(["%61", "%E4%BA%BA", "%"], 60, "http://{} "),
    "many labels": "a." * 120 + "shop7.example.com ",
    "many at signs": "http://" + "a@" * 300 + "a ",
}
ORDINARY = (
    "I was at the port when the first ship came in, and nobody told us why it had been closed for three days. "
    "The minister should read https://example.org/report before he speaks. "
) * 3


def seconds(text, looked_for, runs):
    best = float("inf")
    for _run in range(runs):
        # Anew: it keeps the words of its text.
        subject = screening.Subject(text, "Huda", "https://example.org")
        started = time.process_time()
        screening.findings(subject, FACTS, looked_for)
        screening.text_digest(text, subject.words)
        screening.links(text, subject.website)
        best = min(best, time.process_time() - started)
    return best


def main():
    print(f"{'':32} {'10 KB':>9} {'100 KB':>9} {'ratio':>6} {'1 MB':>9} {'ratio':>6}")
    for name, unit in HOSTILE.items():
        took = [
            seconds((unit * (size // len(unit) + 1))[:size], MANY, runs)
            for size, runs in zip(SIZES, (20, 5, 2), strict=True)
        ]
        ratios = [after / before for before, after in pairwise(took)]
        print(
            f"{name:32} {took[0] * 1000:7.1f}ms {took[1] * 1000:7.1f}ms {ratios[0]:6.1f} {took[2] * 1000:7.0f}ms {ratios[1]:6.1f}"
        )
    print()
    without = seconds(ORDINARY, [], 200)
    for number in (0, 100, 1_000):
        took = seconds(ORDINARY, rules(number), 200)
        print(
            f"an ordinary comment, {number:5,} rules {took * 1000:7.2f}ms  {took / without:5.2f} times that without rules"
        )


if __name__ == "__main__":
    main()
