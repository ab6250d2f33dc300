from django.db import models


class Edition(models.Model):
    """One row. `number` moves when anything shown outside its own story changes, and is part of every public page's
    version (newsroom/pagecache.py); `comments_number` moves when readers see another set of comments, and is part of
    the version of pages that show comments of many stories."""

    number = models.PositiveBigIntegerField(default=1)
    comments_number = models.PositiveBigIntegerField(default=1)

    def __str__(self):
        return str(self.number)
