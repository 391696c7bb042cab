"""An index to find when the next note is retracted, as each page that is built asks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_related_links_are_frozen")]

    operations = [
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(
                condition=models.Q(("retracted_at__isnull", False)),
                fields=["retracted_at"],
                name="correction_retracted",
            ),
        ),
    ]
