"""Links after the body belong to published versions from now on; those of before are released.

Readers saw each approved link that stood in the working copy. No version names them yet, so each is
released now, with the words that it has: readers go on seeing it.
"""

from django.db import migrations, models
from django.db.migrations.state import StateApps
from django.db.models import F
from django.utils import timezone

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)


def release(apps: StateApps, schema_editor: object) -> None:
    links = apps.get_model("articles", "RelatedLink").objects
    links.filter(key="", state="approved", removed_at=None).update(
        released_at=timezone.now(), released_headline=F("headline")
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        # SQLite rebuilds the table without its triggers.
        migrations.RunPython(remove_cache_triggers, install_cache_triggers),
        migrations.RunPython(remove_rules, install_rules),
        migrations.AddField(
            model_name="relatedlink",
            name="released_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="relatedlink",
            name="released_headline",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.RunPython(install_rules, remove_rules),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        # Last: PostgreSQL alters no table on which a deferred trigger waits.
        migrations.RunPython(release, migrations.RunPython.noop),
    ]
