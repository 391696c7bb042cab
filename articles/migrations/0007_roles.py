from django.db import migrations

from articles import roles


class Migration(migrations.Migration):
    """The groups of the newsroom's roles: reporter, editor, moderator and chief."""

    dependencies = [
        ("articles", "0006_kept_stories"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(roles.install, roles.remove)]
