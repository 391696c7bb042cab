"""Files that may hold more than they say are decoded in a process of their own first.

An AVIF or TIFF states its size in one place, and the size of its frame or tiles in another. A few
kilobytes that state 100 by 100 pixels can take gigabytes, and nothing in the file warns of it.
"""

import subprocess
import sys

#: The formats, as Pillow names them.
TRIED = ("AVIF", "TIFF")
#: In bytes. The largest permitted picture of these formats needs less than 400 MB.
MOST_MEMORY = 450 * 1024**2
#: In seconds; the largest needs two.
MOST_SECONDS = 30
# With one thread, since each takes room of its own, and machines have any number of processors.
_PROGRAM = f"""
import resource, sys
from io import BytesIO
from PIL import AvifImagePlugin, Image
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
Image.open(BytesIO(sys.stdin.buffer.read()), formats={TRIED}).load()
"""


def can_be_decoded(data: bytes) -> bool:
    """Return whether the picture can be decoded within memory and time."""
    program = [sys.executable, "-I", "-c", _PROGRAM, str(MOST_MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            program, input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
