import logging
import re

# What stands behind these in an address is a link that acts for whoever has it.
_TOKEN = re.compile(r"(/(?:received|mine|confirm|stop|reset/[^/\s]+)/)[^/\s]+")


class WithoutTokens(logging.Filter):
    """Django logs the address of each request that it answers with an error: here without the signed part of a link."""

    def filter(self, record):
        record.msg, record.args = _TOKEN.sub(r"\1…", record.getMessage()), ()
        return True
