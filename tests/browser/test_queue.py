"""The moderators' queue in Chromium: by keyboard alone, without scripts, in Arabic."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from comments import moderation
from comments.models import Comment, CommentVersion, Decision
from tests.factories import make_comment, make_comments, make_publication, make_section, make_story, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUEUE = "/admin/comments/comment/queue/"
SHOWN = "document.querySelector('#decide [name=seen]')?.value ?? ''"
REASONS = list(Decision.Reason.values)


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section(), comments_a_minute=1000)


@pytest.fixture
def open_queue(open_page):
    """`open_queue(query, language, **options)`: the queue as a moderator sees it, in a page of its own."""

    def open_one(query="", language="en", **options):
        make_user("noura", group="moderator", first_name="Noura", language=language)
        page = open_page(**options)
        page.goto("/admin/login/")
        page.fill("#id_username", "noura")
        page.fill("#id_password", "secret")
        page.click("[type=submit]")
        page.goto(f"{QUEUE}{query}")
        return page

    return open_one


def shown(page):
    """The id of the comment in the middle."""
    return int(page.evaluate(SHOWN).partition(":")[0] or 0)


def press(page, *keys):
    """Each key, and the next comment that the last one brings."""
    before = page.evaluate(SHOWN)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_function(
        f"before => ({SHOWN}) !== before && !document.querySelector('#queue[aria-busy]')", arg=before
    )


def statuses(comments):
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


def test_fifty_comments_are_decided_by_keyboard_alone_and_a_batch_is_undone(open_queue):
    story = make_story()
    comments = make_comments(story, 50, status="pending")[::-1]
    alike = make_comments(make_story("Another"), 6, status="pending", text="Buy now.")
    Comment.objects.filter(pk__in=[comment.pk for comment in alike]).update(submitted_at=timezone.now())
    page = open_queue()
    expected, reasons = [], []
    for index, comment in enumerate(comments):
        assert shown(page) == comment.pk
        keys, status, reason = [
            (["a"], "approved", ""),
            (["r", str(index % 7 + 1)], "rejected", REASONS[index % 7]),
            (["s"], "spam", ""),
            (["a"], "approved", ""),
        ][index % 4]
        press(page, *keys)
        expected.append(status)
        reasons.append(reason)
    assert statuses(comments) == expected
    assert [comment.decisions.get().reason for comment in comments] == reasons
    # A batch, by keyboard as well: to the group, all, spam, yes.
    first = shown(page)
    page.focus(f"a[href*='same=text&as={first}']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#batch")
    page.focus("#batch [name=all]")
    page.keyboard.press("Space")
    page.focus("#batch [value=mark_spam]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=6 comments will be marked as spam")
    page.focus("text=Mark 6 comments as spam")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nothing waits")
    assert statuses(alike) == ["spam"] * 6
    page.wait_for_selector("html.has-keys")
    page.keyboard.press("u")
    page.wait_for_selector("#decide")
    assert page.inner_text("#queue-said") == "6 decisions undone."
    assert statuses(alike) == ["pending"] * 6
    assert statuses(comments) == expected


def test_j_and_k_move_u_takes_back_and_the_way_back_is_kept(open_queue):
    one, two, three = make_comments(make_story(), 3, status="pending")[::-1]
    page = open_queue()
    press(page, "j")
    assert shown(page) == two.pk
    press(page, "k")
    assert shown(page) == one.pk
    press(page, "a")
    assert shown(page) == two.pk
    assert page.inner_text("#queue-said") == "Approved: \u2068Huda\u2069."
    assert page.evaluate("document.activeElement.id") == "queue-heading"
    press(page, "u")
    assert shown(page) == one.pk
    assert statuses([one, two, three]) == ["pending"] * 3
    page.go_back()
    page.wait_for_function(f"() => ({SHOWN}).startsWith('{two.pk}:')")


def test_keys_do_nothing_in_a_field_with_ctrl_or_while_a_decision_is_under_way(open_queue):
    one, two = make_comments(make_story(), 2, status="pending")[::-1]
    page = open_queue()
    page.keyboard.press("n")
    page.keyboard.type("as spam r 1")
    page.keyboard.press("Enter")
    assert page.input_value("#queue-note") == "as spam r 1"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+s")
    page.keyboard.press("Shift+A")
    page.keyboard.press("1")
    assert statuses([one, two]) == ["pending"] * 2
    held = []
    page.route(re.compile("queue/mark_spam"), lambda route: held.append(route))
    page.keyboard.press("s")
    page.keyboard.press("s")
    page.keyboard.press("a")
    page.wait_for_timeout(100)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_function(f"() => ({SHOWN}).startsWith('{two.pk}:')")
    assert statuses([one, two]) == ["spam", "pending"]
    assert one.decisions.get().note == "as spam r 1"


def test_keys_can_be_switched_off_and_stay_off(open_queue):
    [one] = make_comments(make_story(), 1, status="pending")
    page = open_queue()
    page.keyboard.press("?")
    page.wait_for_selector("#queue-help:modal")
    page.uncheck("#queue-keys")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("a")
    page.keyboard.press("?")
    page.wait_for_timeout(100)
    assert not page.is_visible("#queue-help")
    assert not page.is_visible("#decide kbd")
    assert statuses([one]) == ["pending"]


def test_selected_words_are_taken_out(open_queue):
    make_comment(make_story(), text="Call 99887766 at night.")
    page = open_queue()
    page.evaluate("""() => {
        const text = document.querySelector(".queue-text").firstChild
        getSelection().setBaseAndExtent(text, 5, text, 13)
    }""")
    page.keyboard.press("x")
    assert page.input_value("#queue-redact") == "99887766"
    page.click("text=Take it out for good")
    page.wait_for_selector("text=Call [personal data removed by the newsroom] at night.")


def test_an_answer_survives_a_network_that_fails(open_queue):
    comment = make_comment(make_story())
    page = open_queue()
    page.keyboard.press("e")
    page.keyboard.type("We asked the port.")
    page.route(re.compile("queue/answer"), lambda route: route.fulfill(status=200, body="<h1>Bad gateway</h1>"))
    page.click("text=Approve the comment and answer")
    page.wait_for_selector("#queue-trouble:visible")
    assert page.input_value("#queue-answer") == "We asked the port."
    page.unroute(re.compile("queue/answer"))
    page.wait_for_selector("#queue:not([aria-busy])")
    page.click("text=Approve the comment and answer")
    page.wait_for_selector("text=Nothing waits")
    assert Comment.objects.get(parent=comment).text == "We asked the port."


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("panel", "field", "words"),
    [("answer", "#queue-answer", "at least 3 characters"), ("redact", "#queue-redact", "not in the text")],
)
def test_what_cannot_be_done_says_why_beside_what_was_typed_under_a_long_comment(
    open_queue, panel, field, words, script
):
    make_comment(make_story(), text="We waited at the gate for two hours. " * 200)
    page = open_queue(viewport={"width": 1280, "height": 800}, java_script_enabled=script)
    page.click(f".queue-opens-{panel} summary")
    page.fill(field, "ok")
    # A click just after the one that opened the panel does nothing.
    page.wait_for_timeout(500)
    page.click(f"#queue-panel-{panel} .button.default")
    alert = page.locator(f"#queue-panel-{panel} [role=alert]", has_text=words)
    expect(alert).to_be_in_viewport()
    assert page.locator("#queue [role=alert]").count() == 1
    assert page.input_value(field) == "ok"


def test_a_changed_text_is_shown_with_what_was_changed_before_it_is_decided_on(open_queue):
    comment = make_comment(make_story(), text="The port opened at dawn.")
    page = open_queue()
    CommentVersion.objects.create(comment=comment, number=2, text="The port opened at noon.")
    Comment.objects.filter(pk=comment.pk).update(text="The port opened at noon.")
    with page.expect_response(re.compile("approve")) as answer:
        page.keyboard.press("a")
    assert answer.value.status == 409
    page.wait_for_selector("ins:has-text('noon')")
    assert statuses([comment]) == ["pending"]
    page.wait_for_selector("#queue:not([aria-busy])")
    page.keyboard.press("a")
    page.wait_for_selector("text=Nothing waits")
    assert statuses([comment]) == ["approved"]


@pytest.mark.parametrize("script", [True, False])
def test_an_answer_to_a_text_that_was_changed_shows_first_what_was_changed(open_queue, script):
    comment = make_comment(make_story(), text="We waited at the gate for two hours. " * 200)
    page = open_queue(viewport={"width": 1280, "height": 800}, java_script_enabled=script)
    moderation.revise(comment, f"{comment.text} Somebody shall pay for it.")
    page.click(".queue-opens-answer summary")
    page.fill("#queue-answer", "We asked the port.")
    page.wait_for_timeout(500)
    page.click("#queue-panel-answer .button.default")
    expect(page.locator(".queue-comment > [role=alert]")).to_be_in_viewport()
    expect(page.locator(".queue-changes")).to_be_in_viewport()
    assert page.input_value("#queue-answer") == "We asked the port."


def verbs(page):
    """Where the buttons stand in the window."""
    return page.evaluate("""() => [...document.querySelectorAll(".queue-bar .button")].map((button) => {
        const { x, y } = button.getBoundingClientRect()
        return [button.innerText, Math.round(x), Math.round(y)]
    })""")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("words", [3, 900], ids=["short", "long"])
def test_no_button_moves_when_something_opens(open_queue, words, script):
    make_comments(make_story(), 12, status="pending", text="word " * words)
    page = open_queue(java_script_enabled=script)
    for width, height in ((1440, 900), (1280, 720), (820, 1180), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for name in ("Reject…", "Answer…"):
            summary = page.locator("summary", has_text=name)
            summary.scroll_into_view_if_needed()
            box, before = summary.bounding_box(), verbs(page)
            page.mouse.click(box["x"] + 5, box["y"] + 5)
            page.wait_for_selector(".queue-verbs [open]")
            moved = [pair for pair in zip(before, verbs(page), strict=True) if abs(pair[0][2] - pair[1][2]) > 4]
            assert not moved, (width, height, name)
            panel, bar = (page.locator(part).bounding_box() for part in (".queue-panel:visible", ".queue-bar"))
            ends = [(box["y"], box["y"] + box["height"]) for box in sorted((panel, bar), key=lambda box: box["y"])]
            assert ends[0][1] <= ends[1][0] + 1
            if script:
                assert ends[0][0] >= 0
                assert ends[1][1] <= height + 1
                page.keyboard.press("Escape")
                page.keyboard.press("Escape")
            else:
                summary.click()
            page.wait_for_selector(".queue-verbs:not(:has([open]))")


@pytest.mark.parametrize(("width", "height", "position"), [(390, 844, "static"), (820, 1180, "sticky")])
def test_on_a_phone_the_buttons_do_not_cover_the_comment(open_queue, width, height, position):
    make_comments(make_story(), 1, status="pending", text="word " * 900)
    page = open_queue(viewport={"width": width, "height": height})
    assert page.locator(".queue-bar").evaluate("bar => getComputedStyle(bar).position") == position


def test_a_double_click_opens_and_decides_nothing(open_queue):
    comments = make_comments(make_story(), 2, status="pending")[::-1]
    page = open_queue()
    page.dblclick("summary:has-text('Reject…')")
    page.wait_for_selector("#queue-panel-reject:visible")
    # At once: not meant for what was opened.
    page.click("#queue-panel-reject >> text=Abuse")
    page.wait_for_timeout(500)
    assert statuses(comments) == ["pending"] * 2
    page.keyboard.press("Escape")
    press(page, "r", "2")
    assert comments[0].decisions.get().reason == "abuse"


def test_what_is_typed_stays_with_its_comment_until_it_is_decided(open_queue):
    one, _two = make_comments(make_story(), 2, status="pending")[::-1]
    page = open_queue()
    page.fill("#queue-note", "Ask Huda")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("We asked the port.")
    page.keyboard.press("Escape")
    press(page, "j")
    assert [page.input_value(name) for name in ("#queue-note", "#queue-answer")] == ["", ""]
    press(page, "k")
    assert [page.input_value(name) for name in ("#queue-note", "#queue-answer")] == ["Ask Huda", "We asked the port."]
    press(page, "s")
    assert one.decisions.get().note == "Ask Huda"
    press(page, "u")
    assert [page.input_value(name) for name in ("#queue-note", "#queue-answer")] == ["", ""]


def test_ticks_outlive_a_step_and_all_can_be_all_but_some(open_queue):
    story = make_story()
    comments = make_comments(story, 30, status="pending")[::-1]
    page = open_queue(f"?story={story.pk}")
    boxes = page.locator("#batch [name=seen]")
    boxes.nth(0).check()
    boxes.nth(2).check()
    for _ in range(6):
        press(page, "j")
    # The first one has left the list.
    assert page.locator("#batch [name=seen]:checked").count() == 1
    assert page.inner_text("#queue-ticked") == "Ticked: 2"
    page.check("#batch [name=all]")
    assert page.locator("#batch [name=seen]:not(:checked)").count() == 0
    boxes.nth(1).uncheck()
    press(page, "j")
    assert page.inner_text("#queue-ticked") == "All that match are ticked, but those that you left out: 1"
    page.click("#batch >> text=Spam…")
    page.click("text=Mark 29 comments as spam")
    page.wait_for_selector("text=29 comments marked as spam")
    assert [comment.pk for comment in comments if Comment.objects.get(pk=comment.pk).status == "pending"] == [
        comments[3].pk
    ]


def test_steps_are_counted_and_the_focus_is_never_lost(open_queue):
    comments = make_comments(make_story(), 8, status="pending")[::-1]
    page = open_queue()
    assert page.evaluate("document.activeElement.id") == "queue-heading"
    for _ in range(6):
        page.keyboard.press("j")
        page.wait_for_timeout(30)
    page.wait_for_function(f"() => ({SHOWN}).startsWith('{comments[6].pk}:')")
    page.wait_for_selector("#queue:not([aria-busy])")
    page.keyboard.press("r")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.id") == "queue-heading"
    assert statuses(comments) == ["pending"] * 8


def test_whoever_lost_every_cookie_is_told_to_sign_in(open_queue):
    make_comment(make_story())
    page = open_queue()
    page.context.clear_cookies()
    page.keyboard.press("a")
    page.wait_for_selector("#queue-trouble:visible")
    assert "You have been signed out" in page.inner_text("#queue-trouble")


def test_everything_is_there_without_a_script(open_queue):
    one, two, three = make_comments(make_story(), 3, status="pending", text="Buy now.")[::-1]
    page = open_queue(java_script_enabled=False)
    assert page.is_visible("text=next comment, without deciding")
    assert not page.is_visible("#decide kbd")
    page.click("#decide >> text=Approve")
    assert shown_plainly(page) == two.pk
    page.click("summary:has-text('Reject…')")
    page.fill("#queue-note", "Again")
    page.click("button:has-text('Abuse')")
    assert (two.decisions.get().reason, two.decisions.get().note) == ("abuse", "Again")
    page.click("#decide >> text=Undo")
    assert shown_plainly(page) == two.pk
    page.click("text=2 with the same text")
    page.check("#batch [name=all]")
    page.click("#batch >> text=Spam…")
    page.click("text=Mark 2 comments as spam")
    assert statuses([one, two, three]) == ["approved", "spam", "spam"]


def shown_plainly(page):
    return int(page.get_attribute("#decide [name=seen]", "value").partition(":")[0])


def test_in_arabic_the_page_is_mirrored_and_the_keys_of_an_arabic_keyboard_decide(open_queue):
    story = make_story(language="ar")
    one, two = (make_comment(story, name="هدى", language="ar", text=f"كنت هناك {n}.") for n in (1, 2))
    Comment.objects.filter(pk=one.pk).update(submitted_at=timezone.now() - timedelta(hours=1))
    page = open_queue(language="ar", viewport={"width": 1440, "height": 900})
    boxes = [page.locator(name).bounding_box()["x"] for name in (".queue-list", ".queue-comment", ".queue-facts")]
    assert boxes == sorted(boxes, reverse=True)
    # The key with the letter A writes ش there, the figure 1 may write ١.
    for key, code in (("ق", "KeyR"), ("١", "Digit1")):
        page.evaluate(
            "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))",
            [key, code],
        )
    page.wait_for_function(f"() => ({SHOWN}).startsWith('{two.pk}:')")
    assert one.decisions.get().reason == "off_topic"


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("ar", "dark", 820), ("en", "dark", 320)]
)
def test_the_queue_has_no_fault_that_axe_finds_and_does_not_scroll_sideways(open_queue, language, scheme, width):
    story = make_story()
    head = make_comment(story, status="approved")
    make_comment(story, parent=head, text="https://one.example/ https://two.example/", website="https://w.example/")
    make_comments(story, 3, status="pending", text="Buy now.")
    page = open_queue(f"?story={story.pk}", language, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.keyboard.press("r")
    faults = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response["violations"]
    ours = {node["html"][:160] for fault in faults for node in fault["nodes"] if "#queue" in " ".join(node["target"])}
    assert not ours
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
