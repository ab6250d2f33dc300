from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class BucketStorage(S3Storage):
    """Photos in a bucket of any service that speaks S3. Readers get them from this site's own address all the same: a
    page asks no third party for anything, and moving the photos breaks no address."""

    def url(self, name, *args, **kwargs):
        return settings.MEDIA_URL + filepath_to_uri(name)
