"""Tasks in a thread of this process: no second service to install. What is broken off goes on when somebody asks."""

from __future__ import annotations

import threading
from typing import Any

from django.db import connections
from django.utils.crypto import get_random_string
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus


class Taakdraad(ImmediateBackend):
    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult:
        self.validate_task(task)
        uit: TaskResult = TaskResult(
            task=task,
            id=get_random_string(32),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        threading.Thread(target=self._in_draad, args=(uit,), daemon=False).start()
        return uit

    def _in_draad(self, uit: TaskResult) -> None:
        try:
            self._execute_task(uit)
        finally:
            connections.close_all()
