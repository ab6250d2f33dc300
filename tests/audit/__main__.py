"""`make audit`: every kind of page; `make audit PAGES=six`: six of them, and one run of Lighthouse, in a minute."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.audit import FOLDER, KEPT, newspaper

LANGUAGES = ("en", "ar")


def install():
    """axe-core, the Nu checker and Lighthouse in the locked versions, once for each content of the lock."""
    folder, lock = KEPT / "node", (FOLDER / "package-lock.json").read_bytes()
    stamp = folder / ".installed"
    digest = hashlib.sha256(lock).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("Installing axe-core, the Nu checker and Lighthouse ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(FOLDER / name, folder)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    subprocess.run(["npm", "ci", *quiet], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(digest)


def audit(only_six, folder):
    from tests.audit import chromium, lighthouse, nu, pages

    started = time.monotonic()
    found = pages.all_pages(LANGUAGES)
    lead = next(page for page in found if page.title == "lead en")
    if only_six:
        found = [page for page in found if page.title in pages.SIX]
    table, findings = [], []
    with newspaper.server(folder, newspaper.free_port()) as site:
        print(f"axe-core on {len(found)} pages ...", flush=True)
        looks = chromium.look_at_all(found, site, processes=min(os.cpu_count() or 1, 4))
        for look in looks:
            findings += look.findings
        unsure = sorted(set().union(*(look.incomplete for look in looks)))
        runs = sum(look.runs for look in looks)
        table.append(f"axe-core, layout and console  {len(findings):3}   {len(found)} pages, {runs} runs")
        table.append(f"  axe-core cannot tell by itself: {', '.join(unsure) or 'nothing'}")
        print("The Nu checker ...", flush=True)
        wrong, warnings = nu.check(looks, site, folder)
        findings += wrong
        table.append(f"Nu checker                    {len(wrong):3}   {len(warnings)} warnings")
        table += [f"  {warning.page}, {warning.view}: {warning.detail}" for warning in warnings]
        print("Lighthouse ...", flush=True)
        wrong, figures = lighthouse.check(lead.title, f"{site}{lead.path}", 1 if only_six else 3, not only_six)
        findings += wrong
        table.append(f"Lighthouse, mobile            {len(wrong):3}   {lead.title}")
        table += [f"  {name:16} {' '.join(map(str, values))}" for name, values in figures.items()]
    print(f"\n                          findings   in {time.monotonic() - started:.0f} s")
    print("\n".join(table))
    if findings:
        print()
    for finding in findings:
        print(f"{finding.page}: {finding.view}: {finding.rule}: {finding.detail}")
    return len(findings)


def main(choice="all"):
    if choice not in ("all", "six"):
        sys.exit(f"PAGES is `six` or not set, not {choice!r}")
    install()
    with tempfile.TemporaryDirectory() as folder:
        newspaper.copy_to(folder)
        os.environ |= newspaper.environment(folder, port=8000) | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        subprocess.run([sys.executable, "manage.py", "set_up"], env=newspaper.environment(folder, 8000), check=True)

        import django

        django.setup()
        sys.exit(min(audit(choice == "six", Path(folder)), 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
