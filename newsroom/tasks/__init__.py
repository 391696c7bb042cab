"""Background work: django-tasks with its database backend, and what that lacks.

A task is a function with django-tasks' `@task`, and `task.enqueue(…)` writes a row, in the
transaction of what asks for it. A worker (`manage.py db_worker`) takes rows up:

- It holds a task by a lease, which it renews while it lives (`lease.py`, `heartbeat.py`). What a
  killed worker held is taken up by another one within a minute.
- A task that raises is tried again ever later; the last failure stays, for operators to see
  (`attempts.py`, `failures.py`).
- What repeats is a row, too, which is due again after each run (`schedule.py`).

So a task may run again after it has done its work: each is written so that running it twice is like
running it once.
"""
