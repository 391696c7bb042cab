"""The rows of related links in a story's form."""

from articles.desk.story.fields.related_links import MOST, RelatedLinks


def test_no_more_rows_are_made_than_a_story_can_have_twice() -> None:
    said = {"related_links-TOTAL_FORMS": "9" * 26, "related_links-INITIAL_FORMS": "0"}
    rows = RelatedLinks(said, story=None)
    assert rows.total_form_count() == 2 * MOST
    assert not rows.is_valid()
