"""What pages show is not deleted; previews and answers belong to their story."""

from django.db import migrations

from articles.database import install_rules, remove_kept_rules


class Migration(migrations.Migration):
    dependencies = [("articles", "0033_picture_looks")]

    operations = [migrations.RunPython(install_rules, remove_kept_rules)]
