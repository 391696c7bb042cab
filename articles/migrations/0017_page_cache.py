"""The cache version, and the log of what changed. Triggers write both (0019)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    replaces = [("articles", "0012_cache_change")]
    dependencies = [("articles", "0016_search_index")]

    operations = [
        migrations.CreateModel(
            name="CacheVersion",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=Q(id=1), name="cache_version_is_one_row"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CacheChange",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
                ("key", models.CharField(max_length=60)),
            ],
            options={
                "default_permissions": (),
            },
        ),
    ]
