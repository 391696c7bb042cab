"""Entries of live blogs get an index, which `search_index rebuild --missing` fills.

Coverage that readers may have seen is kept, and what is made of a picture renews its entries.
"""

import django.db.models.deletion
from django.db import migrations, models

from articles.database import (
    install_cache_triggers,
    install_entry_index,
    install_rules,
    remove_entry_index,
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_rules_and_triggers")]

    operations = [
        migrations.CreateModel(
            name="EntryWords",
            fields=[
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.liveentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a live entry",
                "verbose_name_plural": "words of live entries",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="EntryVersionWords",
            fields=[
                ("analysis", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("tokens", models.TextField()),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.entryversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a published live entry",
                "verbose_name_plural": "words of published live entries",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.RunPython(install_entry_index, remove_entry_index),
        migrations.RunPython(install_rules, migrations.RunPython.noop),
        migrations.RunPython(install_cache_triggers, migrations.RunPython.noop),
    ]
