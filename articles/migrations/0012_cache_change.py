"""A log of what changed, so that a write makes only those pages stale that depend on it."""

from django.db import migrations, models

from articles.database import install_cache_triggers, remove_cache_triggers


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_published_version_section")]

    operations = [
        # Backwards: without the log, the triggers renew the cache version only.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.CreateModel(
            name="CacheChange",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
                ("key", models.CharField(max_length=60)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
    ]
