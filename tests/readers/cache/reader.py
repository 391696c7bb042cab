"""A process of its own that reads pages: `python -m tests.readers.cache.reader`.

It takes lines of JSON with a path and the time, and answers each with the page as it serves it
and as it is without the page cache.
"""

import json
import sys
from datetime import datetime

import django
import time_machine
from django.db import transaction
from django.test import Client


def main() -> None:
    """Answer until the input ends."""
    django.setup()
    client = Client(SERVER_NAME="localhost")
    for line in sys.stdin:
        path, at = json.loads(line)
        with time_machine.travel(datetime.fromisoformat(at), tick=False):
            served = client.get(path)
            # Inside a transaction nothing is cached.
            with transaction.atomic():
                built = client.get(path)
        answers = [[answer.status_code, answer.text] for answer in (served, built)]
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
