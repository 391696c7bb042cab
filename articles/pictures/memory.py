"""The memory of decoded pictures, which the system gets back."""

import ctypes

#: Of glibc; other systems give back by themselves.
_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)


def give_back() -> None:
    """Return free memory to the system.

    The allocator keeps it for each thread otherwise: a worker grows by what the largest picture
    takes with each of its threads that has read one.
    """
    if _trim:
        _trim(0)
