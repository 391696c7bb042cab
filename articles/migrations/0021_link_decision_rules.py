"""Decisions on links are frozen and do not overlap; readers' pages depend on them."""

from django.db import migrations

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_link_decisions")]

    operations = [
        # Backwards, the triggers of links are put in place again once the decisions are gone.
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
