"""Lighthouse's mobile run on one page: slow 4G and a slow processor, both simulated by Lighthouse."""

import json
import os
import statistics
import subprocess
import tempfile

from tests.audit import KEPT
from tests.audit.chromium import ONLY_LOOPBACK, Finding, program
from tests.browser.conftest import FLAGS

PROGRAM = KEPT / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
GREATEST_SHIFT = 0.01


def run(address):
    """Lighthouse's whole report, as it writes it to JSON. Raises CalledProcessError when the program fails."""
    flags = " ".join(["--headless=new", *FLAGS, f'"{ONLY_LOOPBACK}"'])
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = ["node", PROGRAM, address, "--quiet", "--output=json", f"--output-path={report.name}"]
        command += [f"--chrome-flags={flags}", "--no-enable-error-reporting"]
        subprocess.run(command, env=os.environ | {"CHROME_PATH": program(), "CI": "1"}, check=True)
        return json.loads(report.read())


def scores_of(report):
    return {name: round((category["score"] or 0) * 100) for name, category in report["categories"].items()}


def check(title, address, runs, is_quiet):
    """(findings, figures). The performance is the median of `runs`; on a machine that is not quiet it is told and asks
    for nothing."""
    reports = [run(address) for _run in range(runs)]
    scores = [scores_of(report) for report in reports]
    figures = {name: [score[name] for score in scores] for name in LEAST}
    shifts = [report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports]
    findings = []
    for name, least in LEAST.items():
        got = statistics.median(figures[name]) if name == "performance" else min(figures[name])
        if got < least and (is_quiet or name != "performance"):
            findings.append(Finding(title, "mobile", name, f"{got}, not {least}: {', '.join(lost(reports[0], name))}"))
    if max(shifts) >= GREATEST_SHIFT:
        findings.append(Finding(title, "mobile", "layout shift", f"{max(shifts):.4f}, not under {GREATEST_SHIFT}"))
    told = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    median = reports[scores.index(sorted(scores, key=lambda score: score["performance"])[len(scores) // 2])]
    times = [f"{audit} {median['audits'][audit]['displayValue']}" for audit in told]
    return findings, figures | {"layout shift": [round(shift, 4) for shift in shifts], "times": times}


def lost(report, category):
    """The audits that cost the category points."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"{audit['id']} ({audit['score']:.2f})"
