"""A small part of the demo, with a story for each thing that may happen to one."""

import pytest

from articles.demo import StoryFile, story_files

#: Each with the stories that it refers to.
SOME = (
    *("ferry-link", "election-count", "water-treaty", "border-market", "bridge-toll"),
    *("tram-strike", "swim-river", "asteroid-study", "comet-visit", "glass-sand"),
    *("grid-battery", "update-battery", "rive-glacier", "storm-names", "flood-wall"),
    "spring-tide",
)


@pytest.fixture(scope="session")
def some() -> list[StoryFile]:
    files = [file for file in story_files() if file.name in SOME]
    assert len(files) == len(SOME)
    return files
