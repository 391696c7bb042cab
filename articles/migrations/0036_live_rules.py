"""What readers get of live blogs is frozen and never overlaps, and renews their pages."""

from django.db import migrations

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0035_live_blogs")]

    operations = [
        # Backwards, the others are put in place again once the tables are gone.
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
