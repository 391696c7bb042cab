"""A live blog that readers see."""

import pytest

from articles import live, publishing
from articles.models import Story
from tests.helpers import managing_editor, ready


@pytest.fixture
def story(db: None, clock: object) -> Story:
    """A story that readers see, the live coverage of which runs since noon."""
    by = managing_editor()
    story = publishing.publish(ready("Flood watch", language="en"), by=by).story
    live.start_coverage(story, by=by)
    return story
