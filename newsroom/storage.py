import rcssmin
import rjsmin
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class BucketStorage(S3Storage):
    """Photos in a bucket of any service that speaks S3. Readers get them from this site's own address all the same: a
    page asks no third party for anything, and moving the photos breaks no address."""

    def url(self, name, *args, **kwargs):
        return settings.MEDIA_URL + filepath_to_uri(name)


def minified(name: str, content: bytes) -> bytes:
    """The same style sheet or script without comments and indentation, of which a reader's phone has no use. `name` is a
    static file's path. Scripts of others stay as they are: no test of ours would tell whether they still work."""
    if name.endswith(".css"):
        return rcssmin.cssmin(content, keep_bang_comments=True)
    if name.startswith("js/") and name.endswith(".js"):
        return rjsmin.jsmin(content, keep_bang_comments=True)
    return content


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Style sheets and scripts are made small on their way into `STATIC_ROOT`, named by their content and compressed there."""

    def _save(self, name, content):
        if name.endswith((".css", ".js")):
            # Its chunks, which begin at the beginning: to name a file by its content Django has read it already.
            content = ContentFile(minified(name, b"".join(content.chunks())))
        return super()._save(name, content)
