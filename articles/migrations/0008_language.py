"""The language of stories and of what is published, and slugs whose letters have marks."""

from django.db import migrations, models

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)
from articles.models import SlugField


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_wire_copy_fingerprints")]

    operations = [
        # SQLite rebuilds the tables without their triggers.
        migrations.RunPython(remove_rules, install_rules),
        migrations.RunPython(remove_cache_triggers, install_cache_triggers),
        migrations.AddField(
            model_name="publishedversion",
            name="language",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="story",
            name="language",
            field=models.CharField(blank=True, max_length=20, verbose_name="language"),
        ),
        migrations.AlterField(
            model_name="publishedversion",
            name="slug",
            field=SlugField(allow_unicode=True, max_length=120),
        ),
        migrations.AlterField(
            model_name="section",
            name="slug",
            field=SlugField(allow_unicode=True, max_length=60, unique=True, verbose_name="slug"),
        ),
        migrations.AlterField(
            model_name="story",
            name="slug",
            field=SlugField(
                allow_unicode=True,
                help_text="The last part of the page’s URL. If empty, it is made from the headline.",
                max_length=120,
                verbose_name="slug",
            ),
        ),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
