"""What Chromium finds on a page: axe-core's rules in both schemes and at both widths, sideways scrolling, the console."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product

from playwright.sync_api import sync_playwright

from tests.audit import KEPT
from tests.browser.conftest import FLAGS

AXE = KEPT / "node" / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 AA is these levels of all versions up to it.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
HEIGHT = 900
# Every name but this machine's own leads nowhere.
ONLY_LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost"
# Pages that are looked at in forced colours as well.
FORCED_COLORS = {"front", "lead", "busy story", "form with errors"}
# The reader's own colours; and axe-core takes -webkit-text-fill-color for the text's, which Chromium tells unforced.
NO_CONTRAST = {"color-contrast": {"enabled": False}}
RUN_AXE = """([tags, rules]) => axe.run({runOnly: tags, rules, resultTypes: ['violations', 'incomplete']}).then(found => ({
  violations: found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.failureSummary])),
  incomplete: found.incomplete.map(rule => rule.id),
}))"""
# axe-core leaves out the contrast of text whose letters are drawn narrower together than alone: it takes them for the
# ligatures of an icon font, and so all joined Arabic. There is no icon font here, and no page measures text.
NO_ICON_FONTS = "void (CanvasRenderingContext2D.prototype.measureText = text => ({width: 30 * text.length}))"
# A colour that is on its way to the other scheme is neither.
FINISH_ANIMATIONS = "document.getAnimations().forEach(animation => animation.finish())"
SHEETS = "[...document.querySelectorAll('link[rel=stylesheet]')].map(link => new URL(link.href).pathname)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Finding:
    """`page` and `view` say where, `rule` and `detail` what."""

    page: str
    view: str
    rule: str
    detail: str


@dataclass
class Look:
    """What was seen of one page: its HTML and style sheets as served, and what is wrong with it."""

    page: object
    html: bytes = b""
    sheets: set = field(default_factory=set)
    runs: int = 0
    findings: list = field(default_factory=list)
    incomplete: set = field(default_factory=set)

    def add(self, view, rule, detail):
        self.findings.append(Finding(self.page.title, view, rule, detail))


def program():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def look_at_all(pages, site, processes):
    """A `Look` at each page, in the order of `pages`, by so many browsers at once."""
    shares = [pages[start::processes] for start in range(processes)]
    with ThreadPoolExecutor(processes) as pool:
        looks = [look for share in pool.map(lambda share: look_at_some(share, site), shares) for look in share]
    return sorted(looks, key=lambda look: pages.index(look.page))


def look_at_some(pages, site):
    script = AXE.read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=[*FLAGS, ONLY_LOOPBACK])
        try:
            return [look_at(browser, page, site, script) for page in pages]
        finally:
            browser.close()


def look_at(browser, page, site, script):
    look = Look(page)
    with a_tab(browser, look, site) as tab:
        answer = page.open(tab, site)
        look.html = answer.body()
        if answer.status != page.status:
            look.add("", "status", f"{answer.status} and not {page.status}")
        # Evaluated by the debugger, it is no script of the page and no matter of its Content-Security-Policy.
        tab.evaluate(script)
        tab.evaluate(NO_ICON_FONTS)
        for scheme, width in product(SCHEMES, WIDTHS):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": HEIGHT})
            run_axe(tab, look, f"{scheme} {width}")
        if page.name in FORCED_COLORS:
            tab.emulate_media(color_scheme="dark", forced_colors="active", reduced_motion="reduce")
            run_axe(tab, look, f"forced colours {WIDTHS[-1]}", NO_CONTRAST)
            tab.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
        expect_no_overflow(tab, look, f"{WIDTHS[-1]}")
        tab.set_viewport_size({"width": 640, "height": HEIGHT})
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        expect_no_overflow(tab, look, "640, text at 200 %")
        look.sheets = set(tab.evaluate(SHEETS))
    return look


@contextmanager
def a_tab(browser, look, site):
    """A page in a profile of its own; its console's errors and its requests to other hosts are findings."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": HEIGHT})
    tab = context.new_page()
    tab.set_default_timeout(20_000)

    def heard(message):
        # Chromium writes the honest status of a refused form or a lost page to the console.
        is_own_status = look.page.status >= 400 and f"status of {look.page.status}" in message.text
        if message.type == "error" and not is_own_status:
            look.add("", "console", message.text)

    def asked(request):
        host = site.removeprefix("http://127.0.0.1")
        if not request.url.startswith((site, f"http://other.localhost{host}")):
            look.add("", "request to another host", request.url)

    tab.on("console", heard)
    tab.on("pageerror", lambda error: look.add("", "console", str(error)))
    tab.on("request", asked)
    try:
        yield tab
    finally:
        context.close()


def run_axe(tab, look, view, rules=None):
    tab.evaluate(FINISH_ANIMATIONS)
    found = tab.evaluate(RUN_AXE, [TAGS, rules or {}])
    look.runs += 1
    look.incomplete.update(found["incomplete"])
    for rule, selector, summary in found["violations"]:
        look.add(view, rule, f"{selector}: {' '.join(summary.split())}")


def expect_no_overflow(tab, look, view):
    if (pixels := tab.evaluate(OVERFLOW)) > 0:
        look.add(view, "scrolls sideways", f"by {pixels} pixels")
