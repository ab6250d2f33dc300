"""The W3C Nu checker on the pages and style sheets as they were served, in one run of its JVM."""

import json
import subprocess
import urllib.request
from pathlib import Path

from tests.audit import KEPT
from tests.audit.chromium import Finding

JAR = KEPT / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(looks, site, folder):
    """(findings, warnings). Writes the files that it checks into `folder`."""
    names = {}
    for number, look in enumerate(looks):
        names[Path(folder, f"{number:03}.html")] = (look.page.title, look.html)
    for number, path in enumerate(sorted(set().union(*(look.sheets for look in looks)))):
        with urllib.request.urlopen(f"{site}{path}") as answer:
            names[Path(folder, f"{number:03}.css")] = (path.rpartition("/")[2], answer.read())
    for path, (_name, content) in names.items():
        path.write_bytes(content)
    command = ["java", "-Xss4m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css"]
    result = subprocess.run([*command, *names], capture_output=True, text=True, check=True)
    findings, warnings = [], []
    for message in json.loads(result.stdout)["messages"]:
        name = names[Path(message["url"].removeprefix("file:"))][0]
        extract = " ".join(message.get("extract", "").split())
        found = Finding(
            name, f"line {message.get('lastLine', '?')}", message["type"], f"{message['message']} {extract}"
        )
        is_warning = message["type"] == "info"
        (warnings if is_warning else findings).append(found)
    return findings, warnings
