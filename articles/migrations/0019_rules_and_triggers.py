"""What no column constraint can hold, and what makes cached pages stale.

Both are installed as the program has them now, on the tables that there are. So when one of them
changes, this migration stays as it is, and a new one installs them again: a new database gets them
here, and any other there.
"""

from django.db import migrations

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)


class Migration(migrations.Migration):
    replaces = [("articles", "0036_live_rules")]
    dependencies = [("articles", "0018_roles")]

    operations = [
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
