"""Tags that are one word in other letters or capitals become one: the one that has most stories."""

from collections import defaultdict

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count

from articles.text import tag_key


def join_tags(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Merge tags that are the same word into the one used by most stories."""
    tags, uses = apps.get_model("taggit", "Tag"), apps.get_model("taggit", "TaggedItem")
    equal = defaultdict(list)
    counted = tags.objects.annotate(uses=Count("taggit_taggeditem_items"))
    for tag in counted.order_by("-uses", "pk"):
        equal[tag_key(tag.name)].append(tag.pk)
    for kept, *others in equal.values():
        for use in uses.objects.filter(tag__in=others):
            same = {"object_id": use.object_id, "content_type_id": use.content_type_id}
            if uses.objects.filter(tag=kept, **same).exists():
                use.delete()
            else:
                use.tag_id = kept
                use.save()
        tags.objects.filter(pk__in=others).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_language"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(join_tags, migrations.RunPython.noop)]
