"""Periods are frozen and do not overlap; readers' pages depend on them, and not on the rows."""

from django.db import migrations

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_periods")]

    operations = [
        # Backwards, the triggers of the rows are put in place again once the periods are gone.
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
