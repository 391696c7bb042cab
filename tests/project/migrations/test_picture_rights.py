"""Pictures from before there were rights keep their words; undoing the migration loses no picture."""

from articles.models import Picture
from tests.project.conftest import Migrate


def test_pictures_stay_without_rights(migrate: Migrate) -> None:
    old = migrate("articles", "0029_last_action")
    made = old.get_model("articles", "Picture").objects.create(
        image="ab/c.jpg", alt="Flags", caption="At noon", credit="A/B"
    )
    migrate("articles", "0030_picture_rights")
    picture = Picture.objects.get(pk=made.pk)
    assert (picture.alt, picture.caption, picture.credit) == ("Flags", "At noon", "A/B")
    assert (picture.copyright, picture.licence, picture.usage_limits) == ("", "", "")
    assert (picture.licence_until, picture.added_by) == (None, None)

    migrate("articles", "0029_last_action")
    assert old.get_model("articles", "Picture").objects.get().caption == "At noon"
