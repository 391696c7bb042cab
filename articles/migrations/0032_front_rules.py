"""Fronts are frozen and do not overlap, readers' pages depend on them, and editors may fill them."""

from django.db import migrations

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)
from articles.people import install_roles


class Migration(migrations.Migration):
    dependencies = [("articles", "0031_front_pages")]

    operations = [
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
        migrations.RunPython(install_roles, migrations.RunPython.noop),
    ]
