# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The scripted server's few tasks and people, so that a test need only script what it is about."""
import json
import re
from datetime import datetime, timezone

from .scripted import Reply, ScriptedServer

ORGANIZATION = "0123456789abcdef0123456789abcdef"
TOKEN = "marker-token-7f3a91"
ME = {"id": 7, "email": "ada@example.com", "username": "ada", "first_name": "Ada", "last_name": "Young",
      "full_name": "Ada Young", "timezone": "UTC"}


def task(number, title, **more):
    """A one-off task of mine with one form field, an answer and a comment."""
    return {"id": f"{number:032x}", "increment_id": number, "title": title, "status": "active", "task_type": "task",
            "is_oneoff_task": True, "run_id": None, "checklist_id": None, "step_id": None, "summary": "<p>Some text.</p>",
            "owners": {"users": [7], "guests": [], "groups": []}, "deadline": "2030-03-15T17:00:00Z",
            "created_at": "2026-01-01T09:00:00Z", "last_updated": "2026-01-01T09:00:00Z", "completed_at": None,
            "archived_at": None, "threads_count": 1, **more,
            "form_fields": {"data": [{"id": "f1", "label": "Amount", "field_type": "text", "required": False,
                                      "value": "12"}]},
            "threads": {"data": [{"id": "c1", "task_id": f"{number:032x}", "content": "<p>Seen.</p>",
                                  "author_id": 7, "author_type": "member", "created_at": "2026-01-02T09:00:00Z",
                                  "label": "comment", "state": "open"}]}}


def process_task(number, title, process, run="r1", **more):
    return task(number, title, is_oneoff_task=False, run_id=run, checklist_id="k1", step_id="s1",
                run={"data": {"id": run, "name": process, "status": "active"}}, **more)


def process(run, name, **more):
    """A process as it stands in the list, but for its progress."""
    return {"id": run, "name": name, "status": "active", "started_by": 7, "owner_id": 7,
            "created_at": "2026-01-01T09:00:00Z", "last_updated": "2026-01-01T09:00:00Z", "archived_at": None, **more}


class Office(ScriptedServer):
    """Does what Tallyfy does with a few tasks, until a test scripts otherwise."""

    def __init__(self, token=TOKEN, organizations=("Young & Co",), **options):
        self.token = token
        self.me = ME
        self.members = [ME]
        self.guests, self.groups, self.tags = [], [], []
        self.role = "admin"
        self.organizations = [{"id": ORGANIZATION if n == 0 else f"{n:032x}", "name": name}
                              for n, name in enumerate(organizations)]
        self.tasks = [task(1, "Send the signed lease"), task(2, "Order new chairs"),
                      task(3, "Book the meeting room"),
                      process_task(4, "Check the contract", "Onboarding of Bo"),
                      task(5, "Old receipts", archived_at="2026-02-01T10:00:00Z")]
        self.processes = [process("r1", "Onboarding of Bo")]
        super().__init__(**options)

    def path_of(self, title, suffix=""):
        return f"/organizations/{ORGANIZATION}/tasks/{self.by_title(title)['id']}{suffix}"

    def by_title(self, title):
        return next(t for t in self.tasks if t["title"] == title)

    def titles(self):
        return [t["title"] for t in self.tasks]

    def default(self, request):
        headers = {name.lower(): value for name, value in request.headers}
        if headers.get("authorization") != f"Bearer {self.token}" or headers.get("x-tallyfy-client") != "APIClient":
            return Reply(401, {"message": "Unauthenticated."})
        if request.path == "/me":
            return Reply(200, {"data": self.me})
        if request.path == "/me/organizations":
            return self.list(self.organizations)
        path = re.fullmatch(r"/organizations/([0-9a-f]+)/(.*)", request.path)
        if not path:
            return super().default(request)
        if path[2] == "users":
            return self.list([{**member, "role": self.role, "status": "active"} for member in self.members])
        if path[2] in ("guests", "groups", "tags"):
            return self.list(getattr(self, path[2]))
        if (request.method, path[2]) == ("POST", "tasks"):
            return self.create(json.loads(request.body))
        if path[2] in ("tasks", "me/tasks"):
            return self.list(self.chosen(request.query))
        if path[2] == "runs":
            archived = request.query.get("status") == "archived"
            return self.list([self.tell_process(p) for p in self.processes if bool(p["archived_at"]) == archived])
        run = re.fullmatch(r"runs/(\w+)(/activate|/delete)?", path[2])
        if run:
            return self.on_process(request.method, run[1], run[2])
        of_run = re.fullmatch(r"runs/(\w+)/tasks", path[2])
        if of_run:
            return self.list(self.tasks_of(of_run[1]))
        done = re.fullmatch(r"(?:runs/(\w+)/)?completed-tasks(?:/([0-9a-f]+))?", path[2])
        if done:
            return self.complete(request, done[1], done[2])
        said = re.fullmatch(r"tasks/([0-9a-f]+)/(comment|problem|resolved-threads)(?:/(\w+))?", path[2])
        if said:
            return self.on_comment(request, next(t for t in self.tasks if t["id"] == said[1]), said[2], said[3])
        one = re.fullmatch(r"(?:runs/\w+/)?tasks/([0-9a-f]+)(/restore|/delete|/clone|/email)?", path[2])
        return self.on_task(request, one) if one else super().default(request)

    def chosen(self, query):
        archived = query.get("archived")
        found = [t for t in self.tasks if archived == "true" or bool(t["archived_at"]) == (archived == "only")]
        if query.get("is_oneoff") in ("true", "false"):
            found = [t for t in found if t["is_oneoff_task"] == (query["is_oneoff"] == "true")]
        if query.get("status") in ("complete", "active"):
            found = [t for t in found if bool(t["completed_at"]) == (query["status"] == "complete")]
        return found

    @staticmethod
    def list(rows):
        return Reply(200, {"data": rows, "meta": {"pagination": {
            "total": len(rows), "count": len(rows), "per_page": 100, "current_page": 1, "total_pages": 1,
            "links": []}}})

    def process_path(self, run, suffix=""):
        return f"/organizations/{ORGANIZATION}/runs/{run}{suffix}"

    def tasks_of(self, run):
        return [t for t in self.tasks if t["run_id"] == run]

    def tell_process(self, found):
        tasks = self.tasks_of(found["id"])
        return {**found, "progress": {"total": len(tasks), "complete": sum(bool(t["completed_at"]) for t in tasks)}}

    def on_process(self, method, run, suffix):
        """Its tasks go with it, and come back with it."""
        found = next((p for p in self.processes if p["id"] == run), None)
        if found is None:
            return Reply(404, {"error": True, "message": "The process was not found.", "code": "RESOURCE_NOT_FOUND"})
        if (method, suffix) == ("DELETE", "/delete"):
            if not found["archived_at"]:
                return Reply(422, {"error": True, "errors": {"id": ["The process must be archived first."]}})
            self.processes.remove(found)
            self.tasks = [t for t in self.tasks if t["run_id"] != run]
            return Reply(200)
        if (method, suffix) in (("DELETE", None), ("PUT", "/activate")):
            for thing in [found, *self.tasks_of(run)]:
                thing["archived_at"] = "2026-03-01T10:00:00Z" if method == "DELETE" else None
        return Reply(200, {"data": self.tell_process(found)})

    def create(self, body):
        """A task of mine with the form that was sent, without answers."""
        number, now = 100 + len(self.tasks), f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
        made = task(number, body["title"], created_at=now, last_updated=now, starter_id=self.me["id"],
                    task_type=body["task_type"], owners=body["owners"], deadline=body["deadline"].replace(" ", "T") + "Z",
                    summary=body.get("description"), threads_count=0,
                    tags={"data": [tag for tag in self.tags if tag["id"] in body.get("tags", [])]})
        made["threads"] = {"data": []}
        made["form_fields"] = {"data": [{"id": f"n{number}-{position}", "value": None, **field}
                                        for position, field in enumerate(body.get("form_fields", []))]}
        self.tasks.append(made)
        return Reply(201, {"data": {"id": made["id"], "title": made["title"]}})

    def clone(self, found):
        """Without the answers."""
        fields = [{**field, "value": None} for field in found["form_fields"]["data"]]
        return self.create({**found, "deadline": found["deadline"].rstrip("Z").replace("T", " "),
                            "description": found["summary"], "form_fields": fields})

    def update(self, found, body):
        for field in found["form_fields"]["data"]:
            field["value"] = body.get("taskdata", {}).get(field["id"], field["value"])
        for name in ("title", "owners", "summary"):
            found[name] = body.get(name, found[name])
        if "deadline" in body:
            found["deadline"] = body["deadline"].replace(" ", "T") + "Z"
        return Reply(200, {"data": found})

    def complete(self, request, run, task_id):
        """Each kind of task is completed and reopened at a place of its own."""
        done = request.method == "POST"
        wanted = json.loads(request.body)["task_id"] if done else task_id
        found = next((t for t in self.tasks if t["id"] == wanted and (t["run_id"] or None) == run), None)
        if found is None:
            return Reply(404, {"error": True, "message": "The task was not found.", "code": "RESOURCE_NOT_FOUND"})
        found["status"] = "completed" if done else "active"
        found["completed_at"] = "2026-03-01T10:00:00Z" if done else None
        return Reply(200, {"data": found})

    def comments_of(self, title):
        """What people have said about a task."""
        return self.by_title(title)["threads"]["data"]

    def on_comment(self, request, about, kind, comment_id):
        comments = about["threads"]["data"]
        if request.method == "DELETE":
            comments[:] = [c for c in comments if c["id"] != comment_id]
            return Reply(204)
        body = json.loads(request.body)
        if request.method == "PUT":
            found = next(c for c in comments if c["id"] == comment_id)
            found["content"] = body["content"]
            return Reply(200, {"data": found})
        label = {"comment": "comment", "problem": "problem", "resolved-threads": "resolve"}[kind]
        made = {"id": f"n{len(comments)}", "task_id": about["id"], "content": body["content"], "author_id": self.me["id"],
                "author_type": "member", "created_at": f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}", "label": label,
                "state": "open", "resolve_id": None}
        comments.append(made)
        for comment in comments:
            if label == "resolve" and comment["id"] == body["thread_id"]:
                comment["resolve_id"] = made["id"]
        about["threads_count"] = len(comments)
        return Reply(201, {"data": made})

    def on_task(self, request, path):
        method = request.method
        found = next((t for t in self.tasks if t["id"] == path[1]), None)
        if found is None:
            return Reply(404, {"error": True, "message": "The task was not found.", "code": "RESOURCE_NOT_FOUND"})
        if method == "GET" and not path[2]:
            return Reply(200, {"data": found})
        if method == "DELETE" and path[2] == "/delete":
            self.tasks.remove(found)
            return Reply(204)
        if method == "DELETE" and not path[2]:
            found["archived_at"] = "2026-03-01T10:00:00Z"
            return Reply(204)
        if method == "PUT" and not path[2]:
            return self.update(found, json.loads(request.body))
        if method == "POST" and path[2] == "/clone":
            return self.clone(found)
        if method == "GET" and path[2] == "/email":
            return Reply(204)
        if method == "PUT" and path[2] == "/restore":
            found["archived_at"] = None
            return Reply(200, {"data": found})
        return Reply(404, {"error": True, "message": "No such endpoint.", "code": "ENDPOINT_NOT_FOUND"})
