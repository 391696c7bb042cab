"""Who reads a file slowly holds up no thread: it is handed to the server in one piece."""

from io import BytesIO
from typing import Any

import pytest
from django.http import FileResponse, HttpRequest, HttpResponse
from django.test import RequestFactory

from newsroom.whole_files import MOST, WholeFilesMiddleware

pytestmark = pytest.mark.django_db


def send(size: int, address: str = "192.0.2.1") -> Any:
    def view(_: HttpRequest) -> FileResponse:
        return FileResponse(BytesIO(b"a" * size))

    return WholeFilesMiddleware(view)(RequestFactory().get("/", REMOTE_ADDR=address))


def test_a_file_is_one_piece() -> None:
    for size in (0, 1, MOST):
        response = send(size)
        assert [len(piece) for piece in response] == [size]
        assert response["Content-Length"] == str(size)


def test_of_large_files_few_are_sent_at_a_time() -> None:
    first = send(MOST + 1)
    assert send(MOST + 1).status_code == 503
    second = send(MOST + 1, "192.0.2.2")
    refused = send(MOST + 1, "192.0.2.3")
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    first.close()
    third = send(MOST + 1, "192.0.2.3")
    assert len(list(third)) > 4
    for response in (second, third):
        response.close()
    assert send(MOST).status_code == 200


@pytest.mark.parametrize("status", [304, 416])
def test_no_turn_is_needed_for_nothing(status: int) -> None:
    def view(_: HttpRequest) -> FileResponse:
        response = FileResponse((), status=status)
        del response["Content-Length"]
        return response

    answers = [WholeFilesMiddleware(view)(RequestFactory().get("/")) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [status] * 5


def test_pages_are_left_alone() -> None:
    page = HttpResponse("a")
    assert WholeFilesMiddleware(lambda _: page)(RequestFactory().get("/")) is page
