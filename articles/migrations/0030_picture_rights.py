"""Pictures say who has the rights, until when and for what they may be used, and who added them.

A story has words of its own for its lead picture.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0029_last_action"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="added_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pictures_added",
                to=settings.AUTH_USER_MODEL,
                verbose_name="added by",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="copyright",
            field=models.CharField(
                blank=True,
                help_text="Who holds the rights, as in “© 2026 Ana Lee”.",
                max_length=300,
                verbose_name="copyright",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="licence",
            field=models.CharField(
                blank=True,
                help_text="On which terms the newsroom has it, such as a subscription or CC BY 4.0.",
                max_length=200,
                verbose_name="licence",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="licence_until",
            field=models.DateField(
                blank=True,
                help_text="The last day on which it may be used. Readers still see it after that; you are warned.",
                null=True,
                verbose_name="licence ends on",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="usage_limits",
            field=models.CharField(
                blank=True,
                help_text="What it may not be used for, such as “online only” or “not for archives”.",
                max_length=300,
                verbose_name="usage limits",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="lead_words",
            field=models.JSONField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="picture",
            index=models.Index(
                condition=models.Q(("licence_until__isnull", False)),
                fields=["licence_until"],
                name="picture_licence_ends",
            ),
        ),
    ]
