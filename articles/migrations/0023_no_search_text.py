"""The desk searches the index: the folded text goes. Backwards, it is filled again."""

from importlib import import_module

from django.db import migrations

fill = import_module("articles.migrations.0004_search_text").fill


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_search_index")]

    operations = [
        # Backwards, the operations run from the last to the first.
        migrations.RunPython(migrations.RunPython.noop, fill),
        migrations.DeleteModel(name="SearchText"),
    ]
