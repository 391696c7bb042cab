from django.db import migrations

from articles.database_rules import install, remove


class Migration(migrations.Migration):
    """Triggers and exclusions that hold editions and events; see `articles/database_rules.py`."""

    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
