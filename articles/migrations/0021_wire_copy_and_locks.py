"""Wire copy stays as it arrived, and the cache version is the last lock of each transaction."""

from django.db import migrations

from articles.database import install_cache_triggers, install_rules


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_entry_words")]

    operations = [
        migrations.RunPython(install_rules, migrations.RunPython.noop),
        migrations.RunPython(install_cache_triggers, migrations.RunPython.noop),
    ]
