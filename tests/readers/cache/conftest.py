"""What tests of the page cache need."""

from collections.abc import Iterator

import pytest

from tests.readers.cache.at_the_door import Reader, forget


@pytest.fixture
def reader(transactional_db: None) -> Iterator[Reader]:
    """Somebody who reads at the door; nothing is cached before and after the test."""
    yield Reader()
    forget()
