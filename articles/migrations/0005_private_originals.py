from django.db import migrations, models

from articles.migrations._move_pictures import move_back, move_out
from articles.models import originals


class Migration(migrations.Migration):
    """Originals go where nobody gets them, and pages get new renditions under random names."""

    dependencies = [("articles", "0004_search_text")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="filename",
            field=models.CharField(blank=True, default="", editable=False, max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="picture",
            name="renditions",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AddField(
            model_name="picture",
            name="taken_down_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="picture",
            name="taken_down_reason",
            field=models.CharField(blank=True, default="", editable=False, max_length=300),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="picture",
            name="image",
            field=models.FileField(storage=originals, upload_to="", verbose_name="image"),
        ),
        # The focal point was never asked for, and renditions show the whole picture.
        migrations.RemoveField(model_name="picture", name="focal_point"),
        migrations.RunPython(move_out, move_back),
    ]
