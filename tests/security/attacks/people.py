"""People for the attacks: signed up on the running stack, with categories, using HTTP."""

from contextlib import contextmanager

import httpx

from operations.deployment import Deployment
from operations.rebuild import Finding, rebuild
from tests.stack import new_email, running_stack, sign_up, sub_of

SECONDS = 120
"""For one answer: cold starts are slow on the emulator, and slower under load."""


class Person:
    """Somebody with two categories of their own besides some built-in ones."""

    def __init__(self, name: str) -> None:
        email = new_email(name)
        self.token = sign_up(email)
        self.sub = sub_of(email)
        with self.client() as client:
            own = [
                client.post("/categories", json={"name": name}).json()["id"]
                for name in ("Pets", "Garden")
            ]
        self.categories = ["rent", "fuel", *own]

    @contextmanager
    def client(self):
        headers = {"Authorization": f"Bearer {self.token}"}
        url = running_stack().api_url
        with httpx.Client(base_url=url, headers=headers, timeout=SECONDS) as client:
            yield client


def wrong_counts(person: Person) -> list[Finding]:
    """What the operator's rebuild would find wrong of a person's summary cells and categories."""
    name = running_stack().table_name
    return list(rebuild(Deployment(table_name=name).table, person.sub, apply=False))
