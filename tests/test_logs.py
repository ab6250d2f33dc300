"""What must not stand in a log."""

import logging

import pytest

from newsroom.logs import WithoutTokens


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/comments/mine/MTcy:1xX1On:fz8f/", "/comments/mine/…/"),
        ("/ar/comments/confirm/MTcy:1xX1On:fz8f/", "/ar/comments/confirm/…/"),
        ("/comments/stop/MTcy:1xX1On:fz8f/", "/comments/stop/…/"),
        ("/2026/11/27/port/comments/received/MTcy:1x:fz8f/edit/", "/2026/11/27/port/comments/received/…/edit/"),
        ("/admin/reset/MQ/c1-abcdef/", "/admin/reset/MQ/…/"),
        ("/2026/11/27/port/comments/", "/2026/11/27/port/comments/"),
    ],
)
def test_a_link_that_acts_stands_in_no_log(path, said):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", path), None)
    assert WithoutTokens().filter(record)
    assert record.getMessage() == f"Not Found: {said}"


def test_every_handler_leaves_them_out(settings):
    assert all("without_tokens" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
