"""What pictures take of memory is given back, whichever thread has read them."""

from pathlib import Path
from threading import Barrier, Thread

from django.core.files.base import ContentFile
from PIL import Image

from articles.pictures.reading import read_upload
from tests.pictures.samples import saved

THREADS = 4


def resident() -> int:
    """Return the resident memory of this process in megabytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def test_a_thread_that_has_read_a_picture_keeps_nothing() -> None:
    noise = Image.effect_noise((3000, 3000), 60).convert("RGBA")
    data, before = saved(noise, "PNG", compress_level=1), resident()
    end = Barrier(THREADS + 1)

    def read() -> None:
        read_upload(ContentFile(data))
        end.wait()

    threads = [Thread(target=read) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    # All are there still, as those of a server are.
    while end.n_waiting < THREADS:
        threads[0].join(0.05)
    after = resident()
    end.wait()
    for thread in threads:
        thread.join()
    assert after < before + 100
