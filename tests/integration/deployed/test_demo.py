"""What `make demo` lets two people share."""

from local.demo import share_demo
from local.expense_sender import Sender
from tests.stack import new_email, sign_up


def test_two_people_share_a_ledger_and_again_changes_nothing(stack):
    tokens = [sign_up(new_email(name)) for name in ("first", "second")]

    def open_sender(person, ledger):
        return Sender(stack, tokens[person], ledger)

    def found():
        [ledger] = open_sender(1, "")._ask("GET", "/ledgers")["items"]
        query = f"?ledger={ledger['id']}&group_by=member"
        return ledger["people"], open_sender(0, "")._ask("GET", f"/summary{query}")

    share_demo(open_sender, seed=20_261)
    people, summary = found()
    assert people == 2
    assert len(summary["groups"]) == 2
    assert all(group["count"] > 50 for group in summary["groups"])
    share_demo(open_sender, seed=20_261)
    assert found() == (people, summary)
