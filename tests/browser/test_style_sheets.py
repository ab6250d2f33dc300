"""The style sheets that readers and editors get, made small, as Chromium reads them."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from newsroom.storage import minified

pytestmark = pytest.mark.browser
RULES = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const read = rules => [...rules].map(rule => [
        rule.constructor.name, rule.conditionText || rule.selectorText || rule.name || rule.cssText,
        rule.style ? rule.style.cssText : "", rule.cssRules ? read(rule.cssRules) : [],
    ]);
    return JSON.stringify(read(sheet.cssRules));
}"""


@pytest.mark.parametrize("name", ["css/site.css", "css/admin.css", "admin/css/base.css"])
def test_a_style_sheet_says_the_same_when_it_is_made_small(chromium, name):
    page = chromium.new_page()
    source = Path(finders.find(name)).read_bytes()
    before, after = (page.evaluate(RULES, text.decode()) for text in (source, minified(name, source)))
    page.close()
    # A custom property keeps the white space of its text.
    before, after = (re.sub(r"(?:\s|\\n)*([,:])(?:\s|\\n)*", r"\1", rules) for rules in (before, after))
    assert len(before) > 10_000
    assert after == before
