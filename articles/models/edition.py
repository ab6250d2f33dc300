from django.db import models


class Edition(models.Model):
    """One row. `number` moves when anything shown outside its own story changes; `comments_number` when a comment does.

    Both are part of a public page's version (newsroom/pagecache.py), so a page is never older than what it shows.
    """

    number = models.PositiveBigIntegerField(default=1)
    comments_number = models.PositiveBigIntegerField(default=1)

    def __str__(self):
        return str(self.number)
