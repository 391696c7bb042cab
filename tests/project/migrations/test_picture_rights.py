"""Pictures from before there were rights keep their words; undoing the migration loses no picture."""

from django.db import connection

from articles.models import Story
from tests.factories import NOON
from tests.project.conftest import Migrate


def triggers() -> set[str]:
    """Return the names of the rules that stand: SQLite loses them with a table that it rebuilds."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        return {name for (name,) in cursor.fetchall()}


def test_pictures_stay_without_rights(migrate: Migrate) -> None:
    old = migrate("articles", "0029_last_action")
    made = old.get_model("articles", "Picture").objects.create(
        image="ab/c.jpg", alt="Flags", caption="At noon", credit="A/B"
    )
    user = old.get_model("accounts", "User").objects.create(username="ana")
    by = {"created_at": NOON, "changed_at": NOON, "created_by": user, "changed_by": user}
    story = old.get_model("articles", "Story").objects.create(
        headline="One", headline_key="one", slug="one", lead_picture=made, **by
    )
    before = triggers()
    new = migrate("articles", "0030_picture_rights")
    assert triggers() == before
    assert Story.objects.values_list("lead_picture", "lead_words").get(pk=story.pk) == (
        made.pk,
        None,
    )
    picture = new.get_model("articles", "Picture").objects.get(pk=made.pk)
    assert (picture.alt, picture.caption, picture.credit) == ("Flags", "At noon", "A/B")
    assert (picture.copyright, picture.licence, picture.usage_limits) == ("", "", "")
    assert (picture.licence_until, picture.added_by_id) == (None, None)

    migrate("articles", "0029_last_action")
    assert triggers() == before
    assert old.get_model("articles", "Picture").objects.get().caption == "At noon"
