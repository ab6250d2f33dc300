import re

from articles import slugs


class UnicodeSlugConverter:
    r"""A slug in any script, NFKC-normalised. `\w` lets neither NUL nor a slash nor a space pass."""

    regex = r"[-\w]+"

    def to_python(self, value):
        slug = slugs.normalised(value)
        # A ligature or a fraction becomes a text that is no slug: not found.
        if not re.fullmatch(self.regex, slug):
            raise ValueError(value)
        return slug

    def to_url(self, value):
        return value


class YearConverter:
    regex = r"[12][0-9]{3}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):04d}"


class TwoDigitConverter:
    regex = r"[0-9]{2}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):02d}"
