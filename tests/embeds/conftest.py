"""A web on this machine, on which the sites that are asked are."""

from collections.abc import Iterator

import pytest

from tests.links.checking.web import Web, webs


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a public and a private server, which answer."""
    with webs() as web:
        yield web
