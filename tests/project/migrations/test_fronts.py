"""With the front pages come the permission to edit them and their rules; undone, both go."""

from django.contrib.auth.models import Group

from articles.models import Front
from articles.people import EDITOR, MANAGING_EDITOR, REPORTER
from tests.factories import make_story, make_version
from tests.frontpage.fronts import front_of
from tests.project.conftest import Migrate


def roles() -> set[str]:
    return set(
        Group.objects.filter(permissions__codename="edit_front").values_list("name", flat=True)
    )


def test_fronts_come_and_go_with_the_migration(migrate: Migrate) -> None:
    story = make_story()
    make_version(story)
    front_of(story)

    migrate("articles", "0030_picture_rights")
    migrate()

    assert not Front.objects.exists()
    assert roles() == {EDITOR, MANAGING_EDITOR}
    assert REPORTER not in roles()
    front_of(story)
