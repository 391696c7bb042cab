"""The stories of a section, newest first, are found without reading those of others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_embargo_of_an_update")]

    operations = [
        migrations.AddIndex(
            model_name="publishedversion",
            index=models.Index(
                fields=["section", "-published_at", "-id", "kind", "visible_from", "visible_until"],
                name="published_version_section",
            ),
        ),
    ]
