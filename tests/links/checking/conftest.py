"""A web on this machine."""

from collections.abc import Iterator

import pytest

from tests.links.checking.web import PRIVATE, PUBLIC, Server, Web, running


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a public and a private server, which answer."""
    with running(Server(PUBLIC)) as public, running(Server(PRIVATE, public.server_port)) as private:
        yield Web(public, private)
