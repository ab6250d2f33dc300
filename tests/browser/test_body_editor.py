"""The body editor in Chromium: what it holds, gives back, takes from the clipboard, and how photos get into a text."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles import body
from articles.models import Article, Photo
from newsroom.models import User
from tests.factories import image_bytes, make_draft, make_photo, make_publication, make_section, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = ".prose-editor [contenteditable=true]"


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section())
    make_user("editor", group="editor")


def sign_in(page):
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "secret")
    page.click("[type=submit]")
    page.wait_for_selector("#user-tools")


@pytest.fixture
def open_story(open_page):
    """`open_story(body, **options)`: the form of a draft with this body, in a page of its own."""

    def open_one(html="", language="en", **options):
        page = open_page(**options)
        sign_in(page)
        page.story = make_draft(body=html, language=language)
        page.goto(f"/admin/articles/article/{page.story.pk}/change/")
        page.wait_for_selector(f"{TEXT}[aria-multiline]")
        return page

    return open_one


def save(page):
    """Save the story and return its body as it is stored then."""
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    page.story.refresh_from_db()
    return page.story.body


def settle(page):
    """The editor hears of a caret that a key has moved a moment later."""
    page.wait_for_timeout(100)


def answer_dialog(page, **fields):
    for name, value in fields.items():
        page.fill(f".prose-editor-dialog [name={name}]", value)
    page.click(".prose-editor-dialog [type=submit]")
    page.wait_for_selector(".prose-editor-dialog", state="detached")


def touch(page):
    """Type a letter at the very end, and take it away again."""
    page.click(TEXT)
    page.keyboard.press("Control+End")
    page.keyboard.type("x")
    page.keyboard.press("Backspace")


def paste(page, html, text=""):
    page.evaluate(
        """([selector, html, text]) => {
            const data = new DataTransfer()
            data.setData("text/html", html)
            data.setData("text/plain", text)
            const options = { clipboardData: data, bubbles: true, cancelable: true }
            document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", options))
        }""",
        [TEXT, html, text],
    )


def value(page):
    return body.clean(page.input_value("#id_body"))


# --- What it holds


KEPT = {
    "headings": "<h2>One</h2><h3>Two</h3><h4>Three</h4><p>End</p>",
    "lists": "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>End</p>",
    "lists of paragraphs": "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul><p>End</p>",
    "a list that starts at three": '<ol start="3"><li>c</li><li>d</li></ol><p>End</p>',
    "quotations": "<blockquote>bare</blockquote><blockquote><p>one</p><p>two</p></blockquote><p>End</p>",
    "links": (
        '<p><a href="/page/about/" rel="noopener">a</a> <a href="mailto:a@example.org" rel="noopener">b</a> '
        '<a href="tel:+965123" rel="noopener">c</a></p>'
    ),
    "a link round other elements": '<p><a href="/x/" rel="noopener">one <q>two <strong>three</strong></q> four</a> end</p>',
    "an element round links": '<p><q>one <a href="/x/" rel="noopener">two</a> three</q> end</p>',
    "marks": "<p><strong>a <em>b</em> c</strong> H<sub>2</sub>O m<sup>2</sup> <em>x <strong>y</strong></em> end</p>",
    "phrases": "<p><q>He said <q>no</q> twice</q><q>and</q> <cite>The <bdi>قلم</bdi> book</cite> end</p>",
    "languages": (
        '<p dir="rtl" lang="ar">نص <span lang="en" dir="ltr">text</span> <em lang="fr">mot</em></p>'
        '<h2 lang="fr">Titre</h2><ul dir="rtl"><li lang="ar">بند</li></ul><blockquote dir="rtl">قول</blockquote><p>End</p>'
    ),
    "tables": (
        "<table><caption>Budget <strong>2026</strong></caption><thead><tr>"
        '<th scope="col">Year</th><th colspan="2" scope="col">Sum</th></tr></thead>'
        '<tbody><tr><th scope="row" rowspan="2">2025</th><td lang="ar" dir="rtl">واحد</td><td>1</td></tr>'
        "<tr><td><p>two</p><p>three</p></td><td>2</td></tr></tbody></table><p>End</p>"
    ),
    "a table without a head": "<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table><p>End</p>",
    "breaks and rules": "<p>one<br>two</p><hr><p>End</p>",
    "photos": (
        '<figure data-photo="7"></figure><p>One</p><figure data-photo="8" data-caption="A &quot;new&quot; &lt;b&gt; crane" '
        'data-alt="A crane"></figure><p>End</p>'
    ),
}


ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')


def same(html):
    """Without the order of attributes, which says nothing."""

    def in_order(tag):
        return f"<{tag[1]} {' '.join(sorted(ATTRIBUTE.findall(tag[2])))}>"

    return re.sub(rf"<(\w+)((?: {ATTRIBUTE.pattern})+)>", in_order, html)


def test_whatever_may_be_stored_survives_opening_and_saving(open_story):
    html = "".join(KEPT.values())
    assert same(body.clean(html)) == same(html)
    page = open_story(html)
    touch(page)
    assert page.input_value("#id_body") != html
    assert same(save(page)) == same(html)


def test_a_body_of_one_photo_is_not_taken_for_an_empty_one(open_story):
    photo = make_photo()
    page = open_story(f'<figure data-photo="{photo.pk}"></figure>')
    page.click(".photo-card-change")
    page.keyboard.type("Mine")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-dialog", state="hidden")
    assert same(save(page)) == same(f'<figure data-photo="{photo.pk}" data-caption="Mine"></figure>')


def test_a_table_a_link_a_heading_and_a_photo_leave_the_console_clean(open_story):
    photo = make_photo()
    page = open_story("<p>words</p>")
    page.click(TEXT)
    page.keyboard.press("Control+a")
    settle(page)
    page.click("[data-name=link]")
    answer_dialog(page, href="/page/about/")
    page.wait_for_selector(f"{TEXT} a")
    page.click("[data-name=heading2]")
    page.wait_for_selector(f"{TEXT}:focus > h2")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    settle(page)
    page.click("[data-name=table]")
    answer_dialog(page, rows="2", cols="2")
    page.wait_for_selector(f"{TEXT}:focus th")
    page.keyboard.type("Year")
    page.click("[data-name='table:caption']")
    answer_dialog(page, text="Sums & sources")
    page.wait_for_selector(f"{TEXT} caption")
    page.click(f"{TEXT} > h2")
    settle(page)
    page.click("[data-name=photo]")
    page.click(".photo-grid button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-card img[src]")
    assert page.locator(f"{TEXT} [style]").count() == 0
    assert save(page) == (
        '<h2><a href="/page/about/" rel="noopener">words</a></h2>'
        f'<figure data-photo="{photo.pk}"></figure>'
        "<table><caption>Sums &amp; sources</caption><tbody><tr><th>Year</th><th></th></tr>"
        "<tr><td></td><td></td></tr></tbody></table>"
    )


# --- Photos


def open_dialog(page):
    page.click(TEXT)
    page.keyboard.press("Control+End")
    settle(page)
    page.click("[data-name=photo]")
    page.wait_for_selector(".photo-dialog[open]")


def focused(page, selector):
    return page.evaluate("selector => document.activeElement.matches(selector)", selector)


def test_a_photo_goes_into_the_text_by_keyboard_alone(open_story):
    make_photo("A pilot boat at dawn")
    crane = make_photo("A crane over the quay", caption="The new crane", credit="Noura Salem")
    page = open_story("<p>One</p>")
    page.focus("[data-name=photo]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-grid button >> nth=1")
    assert focused(page, "#photo-search")
    assert page.inner_text(".photo-found") == "2 photos"
    page.keyboard.type("crane")
    page.wait_for_function("() => document.querySelector('.photo-found').textContent === '1 photo'")
    assert page.get_by_role("button", name="A crane over the quay").count() == 1
    for _ in range(2):
        page.keyboard.press("Tab")
    assert focused(page, ".photo-grid button")
    page.keyboard.press("Enter")
    assert page.get_attribute(".photo-grid button", "aria-pressed") == "true"
    assert page.get_attribute("#photo-caption", "placeholder") == "The new crane"
    assert focused(page, ".photo-insert [type=submit]")
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    assert focused(page, "#photo-caption")
    page.keyboard.type("The crane of 2026")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-card img[src]")
    assert page.inner_text(".photo-card-caption") == "The crane of 2026"
    assert page.inner_text(".photo-card-credit") == "Noura Salem"
    assert page.get_attribute(".photo-card img", "alt") == "A crane over the quay"
    page.keyboard.type("Two")
    stored = f'<figure data-photo="{crane.pk}" data-caption="The crane of 2026"></figure>'
    assert save(page) == f"{stored}<p>TwoOne</p>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialogue_and_the_photo_in_the_text_have_no_fault_that_axe_finds(open_story, scheme):
    photo = make_photo("A crane over the quay", caption="The new crane", credit="Noura Salem")
    figures = f'<figure data-photo="{photo.pk}"></figure><figure data-photo="4711"></figure>'
    page = open_story(figures + KEPT["tables"], color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.wait_for_selector(".photo-card img[src]")
    for rooms in ([".prose-editor"], [".photo-dialog"]):
        if rooms == [".photo-dialog"]:
            open_dialog(page)
            page.click(".photo-grid button")
            page.click(".photo-upload summary")
            page.click(".photo-upload [type=submit]")
            page.wait_for_selector("#photo-upload-file-error")
        # Preloading, axe would write the style sheets into the page, and the page's policy refuse them.
        results = Axe().run(page, context={"include": [rooms]}, options={"preload": False})
        assert results.violations_count == 0, results.generate_report()


def test_the_dialogue_closes_on_escape_and_hands_the_focus_back(open_story):
    make_photo()
    page = open_story("<p>One</p>")
    open_dialog(page)
    page.keyboard.press("Escape")
    page.wait_for_selector(".photo-dialog", state="hidden")
    page.keyboard.type(" more")
    assert value(page) == "<p>One more</p>"


def test_inserting_without_a_photo_says_what_is_missing(open_story):
    page = open_story("<p>One</p>")
    open_dialog(page)
    page.click(".photo-insert [type=submit]")
    assert page.inner_text(".photo-trouble") == "Choose a photo first."
    assert page.locator(".photo-dialog[open]").count() == 1


def test_the_next_photos_come_when_asked_for_and_get_the_focus(open_story):
    first = make_photo()
    Photo.objects.bulk_create(Photo(file=first.file.name, alt_text=f"Boat number {n}") for n in range(30))
    page = open_story("<p>One</p>")
    open_dialog(page)
    page.click(".photo-more")
    page.wait_for_selector(".photo-grid li >> nth=30")
    assert page.locator(".photo-grid li").count() == 31
    assert focused(page, ".photo-grid li:nth-child(25) button")
    assert page.locator(".photo-more").is_hidden()


def test_caption_and_alt_text_are_changed_and_taken_back(open_story):
    photo = make_photo("A crane over the quay", caption="The new crane")
    page = open_story(f'<figure data-photo="{photo.pk}"></figure><p>End</p>')
    page.wait_for_selector(".photo-card img[src]")
    assert page.inner_text(".photo-card-caption") == "The new crane"
    page.click(".photo-card-change")
    assert focused(page, "#photo-caption")
    page.keyboard.type('A "new" caption')
    page.fill("#photo-alt", "A red crane")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-dialog", state="hidden")
    assert page.inner_text(".photo-card-caption") == 'A "new" caption'
    assert focused(page, ".photo-card-change")
    stored = (
        f'<figure data-photo="{photo.pk}" data-caption="A &quot;new&quot; caption" data-alt="A red crane"></figure>'
    )
    assert same(save(page)) == same(stored + "<p>End</p>")
    page.click(".photo-card-change")
    assert page.input_value("#photo-alt") == "A red crane"
    page.fill("#photo-caption", "The new crane")
    page.fill("#photo-alt", "")
    page.click(".photo-insert [type=submit]")
    assert value(page) == f'<figure data-photo="{photo.pk}"></figure><p>End</p>'


def test_a_photo_is_removed_by_button_and_by_keys_and_comes_back_by_undo(open_story):
    photo = make_photo()
    figure = f'<figure data-photo="{photo.pk}"></figure>'
    page = open_story(f"<p>One</p>{figure}<p>Two</p>")
    page.wait_for_selector(".photo-card img[src]")
    page.click(".photo-card-remove")
    assert value(page) == "<p>One</p><p>Two</p>"
    page.keyboard.press("Control+z")
    assert value(page) == f"<p>One</p>{figure}<p>Two</p>"
    page.click(f"{TEXT} > p >> nth=1")
    page.keyboard.press("Home")
    settle(page)
    page.keyboard.press("Backspace")
    assert page.locator(".photo-card.ProseMirror-selectednode").count() == 1
    page.keyboard.press("Backspace")
    assert value(page) == "<p>One</p><p>Two</p>"
    page.keyboard.press("Control+z")
    page.click(".photo-card img")
    page.keyboard.press("Delete")
    assert value(page) == "<p>One</p><p>Two</p>"


def test_the_arrow_keys_reach_a_photo_and_there_is_room_to_write_between_two(open_story):
    figure = f'<figure data-photo="{make_photo().pk}"></figure>'
    page = open_story(f"<p>One</p>{figure}{figure}")
    page.wait_for_selector(".photo-card img[src]")
    page.click(f"{TEXT} > p")
    selected = page.locator(".photo-card.ProseMirror-selectednode")
    for count in (1, 0):
        page.keyboard.press("ArrowDown")
        settle(page)
        assert selected.count() == count
    page.keyboard.type("Two")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert selected.count() == 1
    page.keyboard.press("Enter")
    page.keyboard.type("Three")
    assert value(page) == f"<p>One</p>{figure}<p>Two</p>{figure}<p>Three</p>"


def test_a_photo_is_cut_and_pasted_and_dragged_to_another_place(open_story):
    photo = make_photo()
    figure = f'<figure data-photo="{photo.pk}" data-caption="In the style=old, onward= &amp; up"></figure>'
    page = open_story(f"<p>One</p>{figure}<p>Two</p><p>Three</p>")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.wait_for_selector(".photo-card img[src]")
    page.click(".photo-card img")
    page.keyboard.press("Control+x")
    assert value(page) == "<p>One</p><p>Two</p><p>Three</p>"
    page.click(f"{TEXT} > p >> nth=1")
    page.keyboard.press("End")
    settle(page)
    page.keyboard.press("Control+v")
    assert value(page) == f"<p>One</p><p>Two</p>{figure}<p>Three</p>"
    page.drag_and_drop(".photo-card img", f"{TEXT} > p >> nth=0", target_position={"x": 5, "y": 2})
    page.wait_for_function("() => document.querySelector('#id_body').value.startsWith('<figure')")
    assert value(page) == f"{figure}<p>One</p><p>Two</p><p>Three</p>"


def test_a_photo_that_the_library_has_lost_is_told_and_kept(open_story):
    page = open_story('<figure data-photo="4711"></figure><p>End</p>')
    page.wait_for_selector(".photo-card-missing:visible")
    touch(page)
    assert save(page) == '<figure data-photo="4711"></figure><p>End</p>'


def test_who_was_signed_out_is_told_and_goes_on_after_signing_in_in_another_tab(open_story):
    page = open_story("<p>One</p>")
    page.context.clear_cookies(name="sessionid")
    open_dialog(page)
    page.wait_for_selector(".photo-trouble:visible")
    assert "signed out" in page.inner_text(".photo-trouble")
    fill_upload(page, image_bytes(), "Officers in a lecture hall")
    page.click(".photo-upload [type=submit]")
    page.wait_for_selector(".photo-trouble:visible")
    other = page.context.new_page()
    sign_in(other)
    page.click(".photo-upload [type=submit]")
    page.wait_for_selector(".photo-grid button[aria-pressed=true]")
    page.keyboard.press("Enter")
    assert save(page) == f'<p>One</p><figure data-photo="{Photo.objects.get().pk}"></figure>'


# --- A new photo


def fill_upload(page, content, alt):
    page.click(".photo-upload summary")
    page.set_input_files("#photo-upload-file", {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": content})
    page.fill("#photo-upload-alt", alt)
    page.fill("#photo-upload-caption", "The course")
    page.fill("#photo-upload-credit", "Noura Salem")


def test_a_new_photo_is_uploaded_and_chosen(open_story):
    page = open_story("<p>One</p>")
    open_dialog(page)
    fill_upload(page, image_bytes(), "Officers in a lecture hall")
    page.click(".photo-upload [type=submit]")
    page.wait_for_selector(".photo-grid button[aria-pressed=true]")
    assert page.inner_text(".photo-found") == "The photo is in the library and chosen."
    page.keyboard.press("Enter")
    photo = Photo.objects.get()
    assert (photo.alt_text, photo.caption, photo.credit) == ("Officers in a lecture hall", "The course", "Noura Salem")
    assert save(page) == f'<p>One</p><figure data-photo="{photo.pk}"></figure>'


def test_a_refused_upload_says_why_beside_the_field_and_loses_nothing(open_story):
    page = open_story("<p>One</p>")
    open_dialog(page)
    fill_upload(page, b"no photo", "IMG_0042.jpg")
    page.click(".photo-upload [type=submit]")
    page.wait_for_selector("#photo-upload-file-error")
    assert "cannot be read as a photo" in page.inner_text("#photo-upload-file-error")
    assert "name of a file" in page.inner_text("#photo-upload-alt-error")
    assert page.get_attribute("#photo-upload-alt", "aria-invalid") == "true"
    assert "photo-upload-alt-error" in page.get_attribute("#photo-upload-alt", "aria-describedby")
    assert focused(page, "#photo-upload-file")
    assert page.input_value("#photo-upload-alt") == "IMG_0042.jpg"
    assert page.input_value("#photo-upload-credit") == "Noura Salem"
    page.fill("#photo-upload-alt", "Officers in a lecture hall")
    page.set_input_files("#photo-upload-file", {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": image_bytes()})
    page.click(".photo-upload [type=submit]")
    page.wait_for_selector(".photo-grid button[aria-pressed=true]")
    assert Photo.objects.get().credit == "Noura Salem"


# --- The toolbar


def test_the_html_of_a_body_can_be_edited(open_story):
    page = open_story("<p>One</p>")
    page.click(TEXT)
    page.click("[data-name=html]")
    page.fill(".prose-editor-dialog textarea", '<h1>Title</h1><p>A <q>word</q></p><ol start="2"><li>b</li></ol>')
    answer_dialog(page)
    assert value(page) == '<h2>Title</h2><p>A <q>word</q></p><ol start="2"><li>b</li></ol>'


def test_a_numbered_list_begins_where_it_shall(open_story):
    page = open_story("<p>One</p>")
    touch(page)
    page.click("[data-name=orderedList]")
    page.click("[data-name=orderedListProperties]")
    answer_dialog(page, start="4")
    assert re.sub("</?p>", "", value(page)) == '<ol start="4"><li>One</li></ol>'


def test_the_toolbar_speaks_and_says_what_is_on(open_story):
    page = open_story("<p>One</p>")
    toolbar = page.get_by_role("group", name="Formatting")
    page.click(TEXT)
    toolbar.get_by_role("button", name="Heading", exact=True).click()
    assert toolbar.get_by_role("button", name="Heading", exact=True, pressed=True).count() == 1
    assert page.get_by_role("textbox", name="Text", exact=True).get_attribute("aria-multiline") == "true"


def test_the_toolbar_and_its_dialogues_speak_arabic_in_an_arabic_admin(open_story):
    User.objects.update(language="ar")
    page = open_story("<p>One</p>")
    page.click(TEXT)
    page.keyboard.press("Control+a")
    settle(page)
    page.click("[data-name=link]")
    assert re.fullmatch("[\u0621-\u064a ]+", page.inner_text(".prose-editor-dialog [type=button]"))


def test_a_standing_page_has_the_same_editor(open_story):
    page = open_story("")
    page.goto("/admin/articles/standingpage/add/")
    page.click(TEXT)
    page.keyboard.type("We keep little.")
    assert page.locator("[data-name=photo]").is_visible()
    assert value(page) == "<p>We keep little.</p>"


# --- Languages and directions


def test_the_direction_of_a_paragraph_is_marked_and_taken_back(open_story):
    page = open_story("<p>One</p><p>اثنان</p>")
    page.click(f"{TEXT} > p >> nth=1")
    page.click("[data-name='direction:rtl']")
    assert value(page) == '<p>One</p><p dir="rtl">اثنان</p>'
    assert page.get_attribute("[data-name='direction:rtl']", "aria-pressed") == "true"
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("ثلاثة")
    assert value(page) == '<p>One</p><p dir="rtl">اثنان</p><p dir="rtl">ثلاثة</p>'
    page.click("[data-name='direction:rtl']")
    assert value(page) == '<p>One</p><p dir="rtl">اثنان</p><p>ثلاثة</p>'


def side(page, selector):
    """At which side of its box the text of the element begins."""
    return page.evaluate(
        """selector => {
            const element = document.querySelector(selector)
            const range = document.createRange()
            range.selectNodeContents(element)
            const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
            return text.left - box.left < box.right - text.right ? "left" : "right"
        }""",
        selector,
    )


def test_an_arabic_paragraph_of_an_english_story_looks_right_while_it_is_typed(open_story):
    page = open_story("<p>One</p><p>اثنان</p>")
    assert side(page, f"{TEXT} > p:nth-of-type(1)") == "left"
    assert side(page, f"{TEXT} > p:nth-of-type(2)") == "right"


def test_an_arabic_story_is_written_from_the_right(open_story):
    page = open_story("<ul><li>بند</li></ul>", language="ar")
    assert page.get_attribute(TEXT, "dir") == "rtl"
    assert page.get_attribute(TEXT, "lang") == "ar"
    page.select_option("#id_language", "en")
    assert page.get_attribute(TEXT, "dir") == "ltr"


# --- The clipboard

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; color:red;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle><span lang=EN-GB>The report<o:p></o:p></span></p>
<h1 style='mso-list:none'><span lang=DE>Findings<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=DE>Bold</span></b><span lang=DE> and <i>italic</i>
and <a href="https://example.org/a">a link</a>.<o:p></o:p></span></p>
<p class=MsoNormal dir=RTL style='text-align:right'><span lang=AR-KW dir=RTL>تقرير</span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>
<![endif]><span lang=DE>First<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New";mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]><span lang=DE>Below<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>
<![endif]><span lang=DE>Second<o:p></o:p></span></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Third</p>
<p class=MsoNormal><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><img width=10 src="file:///C:/a.png"></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>
<td width=300 colspan=2 style='width:225.4pt'><p class=MsoNormal><b>Year</b><o:p></o:p></p></td></tr>
<tr><td width=150><p class=MsoNormal>2025</p></td><td width=150><p class=MsoNormal>2026</p></td></tr></table>
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1b2c"><h1 dir="ltr" style="line-height:1.38;">
<span style="font-size:20pt;font-weight:400;">Findings</span></h1><p dir="ltr" style="line-height:1.38;"><span
style="font-weight:700;font-style:normal;">Bold</span><span style="font-weight:400;"> and </span><span
style="font-weight:400;font-style:italic;">italic</span><span> and </span><a href="https://example.org/a"
style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;">a link</span></a><span>, m</span><span
style="font-size:0.6em;vertical-align:super;">2</span></p><p dir="rtl" style="line-height:1.38;"><span>تقرير</span></p>
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-weight:400;">First</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>Below</span></p></li></ul>
<li dir="ltr" aria-level="1"><p dir="ltr"><span>Second</span></p></li></ul><p dir="ltr"><span><span
style="border:none;display:inline-block;"><img src="https://lh3.example.org/x" width="10"></span></span></p>
<div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="300" /></colgroup><tbody><tr><td
style="vertical-align:top;"><p dir="ltr"><span>2025</span></p></td></tr></tbody></table></div></b><br
class="Apple-interchange-newline">"""


def pasted(page, html):
    page.click(TEXT)
    paste(page, html)
    return " ".join(value(page).replace("\xa0", " ").split())


def test_a_text_from_word_keeps_what_it_says_and_loses_what_it_looks_like(open_story):
    found = pasted(open_story(""), WORD)
    link = '<a href="https://example.org/a" rel="noopener">a link</a>'
    assert found == (
        "<h2>The report</h2><h2>Findings</h2>"
        f"<p><strong>Bold</strong> and <em>italic</em> and {link}.</p>"
        '<p dir="rtl"><span dir="rtl">تقرير</span></p>'
        "<ul><li>First<ul><li>Below</li></ul></li><li>Second</li></ul>"
        '<ol start="3"><li>Third</li></ol>'
        '<table><tbody><tr><td colspan="2"><strong>Year</strong></td></tr>'
        "<tr><td>2025</td><td>2026</td></tr></tbody></table>"
    )


def test_a_text_from_google_docs_keeps_what_it_says_and_loses_what_it_looks_like(open_story):
    found = pasted(open_story(""), DOCS)
    link = '<a href="https://example.org/a" rel="noopener">a link</a>'
    assert found == (
        f"<h2>Findings</h2><p><strong>Bold</strong> and <em>italic</em> and {link}, m<sup>2</sup></p>"
        '<p dir="rtl">تقرير</p>'
        "<ul><li>First<ul><li>Below</li></ul></li><li>Second</li></ul>"
        "<table><tbody><tr><td>2025</td></tr></tbody></table>"
    )


def test_a_picture_of_another_page_is_dropped_and_its_caption_kept(open_story):
    figure = '<figure><img src="https://evil.example/t.gif" alt="x"><figcaption>The <b>quay</b></figcaption></figure>'
    found = pasted(open_story(""), f'<p>One <img src="https://evil.example/u.gif"></p>{figure}<p>Two</p>')
    assert found == "<p>One</p><p>The <strong>quay</strong></p><p>Two</p>"


def test_a_script_of_another_page_does_nothing(open_story):
    page = open_story("")
    found = pasted(page, '<p onclick="x()" style="position:fixed">One<script>document.title = "x"</script></p>')
    assert found == "<p>One</p>"


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_an_image_file_that_is_pasted_or_dropped_waits_in_the_dialogue_for_its_alt_text(open_story, way):
    page = open_story("<p>One</p>")
    touch(page)
    page.evaluate(
        """([selector, bytes, way]) => {
            const data = new DataTransfer()
            data.items.add(new File([new Uint8Array(bytes)], "hall.jpg", { type: "image/jpeg" }))
            const element = document.querySelector(selector)
            const { x, y } = element.firstElementChild.getBoundingClientRect()
            const options = { bubbles: true, cancelable: true, clientX: x + 2, clientY: y + 2 }
            const event =
                way === "paste"
                    ? new ClipboardEvent(way, { ...options, clipboardData: data })
                    : new DragEvent(way, { ...options, dataTransfer: data })
            if (element.dispatchEvent(event)) throw new Error("the browser would open the file instead of the story")
        }""",
        [TEXT, list(image_bytes(60, 40)), way],
    )
    page.wait_for_selector("#photo-upload-alt:focus")
    page.keyboard.type("Officers in a lecture hall")
    page.keyboard.press("Enter")
    page.wait_for_selector(".photo-grid button[aria-pressed=true]")
    page.keyboard.press("Enter")
    assert value(page) == f'<p>One</p><figure data-photo="{Photo.objects.get().pk}"></figure>'
    page.keyboard.press("Control+z")
    assert value(page) == "<p>One</p>"


def test_the_featured_photo_is_chosen_by_its_picture(open_page):
    first, second = make_photo("A pilot boat at dawn"), make_photo("Officers listen in a lecture hall")
    page = open_page()
    sign_in(page)
    page.goto("/admin/articles/article/add/")
    page.fill("#id_headline", "A story")
    page.click(".featured-photo-choice button")
    page.click(".photo-grid button[title='A pilot boat at dawn']")
    page.click(".photo-dialog .photo-actions [type=submit]")
    expect(page.locator(".field-featured_photo .select2-selection")).to_contain_text("A pilot boat at dawn")
    expect(page.locator(".featured-photo-choice img")).to_be_visible()
    page.click("[name=_save]")
    page.wait_for_url("**/admin/articles/article/")
    assert Article.objects.get().featured_photo == first
    assert second.featured_in.count() == 0


def test_a_letter_that_is_typed_over_a_selected_photo_leaves_it_there(open_story):
    photo = make_photo()
    page = open_story(f'<p>one</p><figure data-photo="{photo.pk}"></figure><p>two</p>')
    page.click(".photo-card-image")
    page.wait_for_selector(".photo-card.ProseMirror-selectednode")
    page.keyboard.type("x")
    assert save(page) == f'<p>one</p><figure data-photo="{photo.pk}"></figure><p>x</p><p>two</p>'


def test_a_story_is_not_sent_by_who_was_signed_out_and_goes_on_after_signing_in_again(open_story):
    page = open_story("<p>one</p>")
    page.fill("#id_headline", "Written for an hour")
    page.context.clear_cookies()
    page.click("[name=_continue]")
    expect(page.locator(".unsaved-trouble")).to_contain_text("You have been signed out")
    assert page.input_value("#id_headline") == "Written for an hour"
    other = page.context.new_page()
    sign_in(other)
    save(page)
    assert page.story.headline == "Written for an hour"


def test_unsaved_text_is_asked_about_before_it_is_left(open_story):
    page = open_story("<p>one</p>")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("#site-name a")
    page.wait_for_url("**/admin/")
    assert asked == []
    page.goto(f"/admin/articles/article/{page.story.pk}/change/")
    page.wait_for_selector(f"{TEXT}[aria-multiline]")
    page.fill("#id_headline", "Half a thought")
    page.click("#site-name a")
    page.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]
