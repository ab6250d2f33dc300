from django.db import models

from articles.models.article import Article


class SearchEntry(models.Model):
    """A published or scheduled story that search knows; what it knows of it is the engine's (`articles.search`).

    `position` orders the entries by newness. The words are in the table `articles_searchwords` by position (SQLite), or
    in a column of this table that Django does not know (PostgreSQL).
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="search_entry")
    position = models.BigIntegerField(unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.article_id} @ {self.position}"
