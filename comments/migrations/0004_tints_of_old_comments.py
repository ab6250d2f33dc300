"""The new column gave the comments that were there one tint; each gets its own by chance."""

from django.db import migrations
from django.db.models import IntegerField
from django.db.models.functions import Cast, Floor, Random

TINTS = 6


def spread(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects.using(schema_editor.connection.alias)
    comments.update(tint=Cast(Floor(Random() * TINTS), IntegerField()))


class Migration(migrations.Migration):
    dependencies = [("comments", "0003_tint_of_a_comment")]
    operations = [migrations.RunPython(spread, migrations.RunPython.noop)]
