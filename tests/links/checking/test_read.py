"""What other sites answer is read from public addresses only, and bounded."""

import pytest

from articles.links import NotReadable, read_page
from tests.links.checking.web import PRIVATE, Web, drips, leads, says


def test_a_page_is_read_and_told_who_reads(web: Web) -> None:
    web.public.answers["/page"] = says(200, "a long answer")

    network = web.network(robot="NewsroomEmbed")
    assert read_page(web.url(), network, 6) == b"a long"
    assert {agent.partition("/")[0] for agent in web.public.agents} == {"NewsroomEmbed"}


@pytest.mark.parametrize("status", [301, 400, 401, 404, 500])
def test_no_page_is_no_answer(web: Web, status: int) -> None:
    web.public.answers["/page"] = says(status, "{}")

    with pytest.raises(NotReadable, match=str(status)):
        read_page(web.url(), web.network(), 100)


def test_nothing_private_is_read_however_it_is_named(web: Web) -> None:
    web.names["inside.test"] = [[PRIVATE]]
    web.public.answers["/page"] = leads(web.url("inside.test", "/secret"))

    for url in (
        web.url("inside.test"),
        web.url(PRIVATE),
        web.url(),
        "file:///etc/passwd",
        "ftp://page.test/",
        f"http://page.test:{web.port + 1}/",
    ):
        with pytest.raises(NotReadable):
            read_page(url, web.network(), 100)
    assert web.private.log == []


def test_a_slow_answer_is_given_up(web: Web) -> None:
    web.public.answers["/page"] = drips

    with pytest.raises(NotReadable, match="Timeout"):
        read_page(web.url(), web.network(seconds=0.3), 100)
