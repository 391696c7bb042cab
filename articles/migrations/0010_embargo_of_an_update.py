"""A story that readers see can come under embargo: no version starts before it ends."""

from django.db import migrations

from articles.database import install_rules


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_one_tag_a_word")]

    operations = [migrations.RunPython(install_rules, migrations.RunPython.noop)]
