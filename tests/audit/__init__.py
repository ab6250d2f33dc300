"""The audit of the pages that readers get: axe-core and Chromium, the W3C Nu checker, Lighthouse. `make audit` runs it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
# What is installed and kept between two runs.
KEPT = ROOT / "var" / "audit"
