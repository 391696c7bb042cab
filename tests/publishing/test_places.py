"""Pages of places that are renamed or merged, while stories stay as they were printed."""

import pytest

from articles.core import NotPossible, clock
from articles.models import FormerSlug, Story, TermKind
from articles.publishing import (
    NothingNew,
    check_publish,
    part_place,
    publish,
    rename_place,
    situation_of,
)
from articles.readers import find_term
from tests.factories import make_version
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def from_place(*places: str) -> None:
    make_version(content={"places": list(places)})


def place(slug: str) -> tuple[str, str, int] | None:
    """Return the slug, the name and how many stories there are, as readers find the place."""
    found = find_term(TermKind.PLACE, slug, clock.now())
    if found is None:
        return None
    return (found.slug, found.name, found.stories(clock.now(), None).count())


def test_a_renamed_place_has_its_stories_under_the_new_name() -> None:
    from_place("Nur-Sultan")
    rename_place("nur-sultan", " Astana ")
    from_place("Nur-Sultan")
    assert place("nur-sultan") == place("astana") == ("astana", "Astana", 2)


def test_a_place_that_gets_the_name_of_another_becomes_one_with_it() -> None:
    from_place("Kiev")
    from_place("Kyiv", "Moscow")
    rename_place("kiev", "KYIV")
    assert place("kiev") == place("kyiv") == ("kyiv", "Kyiv", 2)
    assert place("moscow") == ("moscow", "Moscow", 1)


def test_it_can_be_undone() -> None:
    from_place("Kiev")
    from_place("Kyiv")
    rename_place("kiev", "Kyiv")
    part_place("kiev")
    assert (place("kiev"), place("kyiv")) == (("kiev", "Kiev", 1), ("kyiv", "Kyiv", 1))


def test_a_place_can_be_called_as_it_was() -> None:
    from_place("Astana")
    rename_place("astana", "Nur-Sultan")
    from_place("Nur-Sultan")
    rename_place("nur-sultan", "Astana")
    assert place("nur-sultan") == place("astana") == ("astana", "Astana", 2)


def test_a_live_story_stays_as_it_was_printed() -> None:
    story = ready("Live", places=("Kiev",))
    version = publish(story, by=managing_editor())
    before = version.body_html
    rename_place("kiev", "Kyiv")
    version.refresh_from_db()
    assert version.body_html == before
    now = situation_of(Story.objects.get(pk=story.pk), clock.now())
    assert isinstance(check_publish(now, by=managing_editor()), NothingNew)


@pytest.mark.parametrize(
    ("slug", "name", "told"),
    [
        ("kiev", "—", "a letter or a digit"),
        ("kiev", "KIEV", "only capitals differ"),
        ("atlantis", "Kyiv", "No story"),
    ],
)
def test_what_is_no_other_name_is_refused(slug: str, name: str, told: str) -> None:
    from_place("Kiev")
    with pytest.raises(NotPossible, match=told):
        rename_place(slug, name)
    assert not FormerSlug.objects.exists()
