import shutil

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from newsroom.storage import minified
from tests.conftest import missing

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def files_made_small(tmp_path_factory):
    """Our static files as `collectstatic` makes them for readers, under the names that they have here."""
    folder = tmp_path_factory.mktemp("small") / "static"
    shutil.copytree(settings.BASE_DIR / "static", folder)
    for path in (*folder.glob("css/*.css"), *folder.glob("js/*.js")):
        path.write_bytes(minified(str(path.relative_to(folder)), path.read_bytes()))
    return folder


@pytest.fixture
def open_page(chromium, live_server, settings, files_made_small):
    """`open_page(**options)`: a page in a fresh profile, which fails the test on any error in its console, any answer
    of 5xx and any request to another host."""
    settings.SITE_URL = live_server.url
    settings.STATICFILES_DIRS = [files_made_small]
    faults, contexts = [], []

    def open_one(**options):
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "response", lambda response: response.status >= 500 and faults.append(f"{response.status} {response.url}")
        )
        page.on("request", lambda request: request.url.startswith(live_server.url) or faults.append(request.url))
        return page

    yield open_one
    for context in contexts:
        context.close()
    # Chromium writes a refused form's status to the console; that is the honest status and no fault.
    honest = ("status of 403", "status of 409", "status of 422")
    assert not [
        fault
        for fault in faults
        if not any(status in fault for status in honest) and not fault.startswith(("data:", "blob:"))
    ]
