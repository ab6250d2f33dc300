from django.db import migrations, models
import django.db.models.deletion

# Marks of other scripts than ours stay part of a word; which letters are one letter is for articles.search.text to say.
SQLITE = """
CREATE VIRTUAL TABLE articles_searchwords USING fts5(
    headline, dek, names, body, facets,
    tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
)
"""
# Snowball's English without its list of stop words: "The Who" and "to be or not to be" are found.
POSTGRESQL = """
CREATE TEXT SEARCH DICTIONARY articles_english (TEMPLATE = pg_catalog.snowball, Language = english);
ALTER TABLE articles_searchentry ADD COLUMN words tsvector;
-- Not compressed: ranking reads two thousand of them, and would spend half its time on Arabic ones in unpacking.
ALTER TABLE articles_searchentry ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE INDEX articles_searchentry_words ON articles_searchentry USING gin (words);
"""


def make_index(apps, schema_editor):
    schema_editor.execute({"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor])


def drop_index(apps, schema_editor):
    schema_editor.execute(
        {
            "sqlite": "DROP TABLE articles_searchwords",
            "postgresql": "DROP TEXT SEARCH DICTIONARY articles_english",
        }[schema_editor.connection.vendor]
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_publication_digits'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to='articles.article')),
                ('position', models.BigIntegerField(unique=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('status', 'published')), fields=['language', 'id', 'published_at'], name='published_by_id'),
        ),
    ]
