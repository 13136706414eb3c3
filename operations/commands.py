"""Each command: from what the command line says to what the operator reads."""

from argparse import Namespace

from api.pseudonym import pseudonym
from operations import deletion, memberships
from operations.deployment import Deployment, deployment_of, person_key, region_of
from operations.errors import OperationError
from operations.export import export as write_files
from operations.people import account, attributes, every_ledger, sub_of
from operations.progress import say, shown
from operations.rebuild import Finding
from operations.rebuild import rebuild as rebuild_ledger
from operations.restore import restore as restore_table
from tracker.repository import keys

FOUND = 2
"""The status that says: something is wrong and was left so."""


def rebuild(arguments: Namespace) -> int:
    """Compare the totals of all ledgers, or of one, with the expenses."""
    deployment = _deployment(arguments)
    user = _user(deployment, arguments)
    ledgers = [keys.of_person(user)] if user else every_ledger(deployment)
    if arguments.ledger:
        ledgers = [keys.of_ledger(arguments.ledger)]
    left = [owner for owner in ledgers if owner > arguments.after]
    say(f"{len(left):,} ledgers to look at")
    table = deployment.table
    states: list[str] = []
    last = arguments.after
    try:
        for owner in shown(left, "ledgers looked at", len(left)):
            for finding in rebuild_ledger(table, owner, apply=arguments.apply):
                print(_line(finding), flush=True)
                states.append(finding.state)
            last = owner
    except BaseException:
        say(f"to go on from here: --after {last}" if last else "no ledger was looked at")
        raise
    print(f"{len(states)} wrong, {states.count('mended')} of them mended")
    if "wrong" in states:
        print("Nothing was written; --apply sets these right.")
    return FOUND if set(states) - {"mended"} else 0


def export(arguments: Namespace) -> int:
    """Write all that is kept of one person."""
    deployment = _deployment(arguments)
    user = _known_user(deployment, arguments)
    known = attributes(account(deployment, f'sub = "{user}"')) if arguments.stage else None
    for file in write_files(deployment.table, user, arguments.to, known):
        print(file)
    return 0


def delete(arguments: Namespace) -> int:
    """Delete one person's account and all that they have."""
    deployment = _deployment(arguments)
    user = _known_user(deployment, arguments)
    if not arguments.yes:
        for parting in memberships.partings(deployment.table, user):
            print(f"shared ledger {parting.ledger}: to be {parting.fate}")
        number = sum(1 for _ in shown(deletion.items_of(deployment, user), "items"))
        print(f"{user} has {number:,} items in {deployment.table_name}; --yes deletes them all")
        return 0
    if arguments.stage:
        try:
            username = account(deployment, f'sub = "{user}"')["Username"]
            deletion.close_account(deployment, username)
            print("The account is closed. An access token may still work for up to an hour:")
            print("run this after that:")
            print(_command(deployment, "delete", deployment.table_name, f"--user {user} --yes"))
        except OperationError as error:
            say(f"{error}: only what is in the table is deleted")
    for parting in memberships.leave_all(deployment.table, user):
        print(f"shared ledger {parting.ledger}: {parting.fate}")
    print(f"{deletion.delete_items(deployment, user):,} items deleted")
    return 0


def log_name(arguments: Namespace) -> int:
    """Tell what stands for a person in the log lines of a stage."""
    user = _known_user(_deployment(arguments), arguments)
    print(pseudonym(user, person_key(arguments.stage)))
    return 0


def restore(arguments: Namespace) -> int:
    """Bring back an earlier moment, into a new table."""
    deployment = _deployment(arguments)
    restore_table(deployment.dynamodb, deployment.table_name, arguments.to, arguments.at)
    print(f"{arguments.to} is ready. Look at it: {_command(deployment, 'rebuild', arguments.to)}")
    print("To switch over, see docs/operations.md.")
    return 0


def _command(deployment: Deployment, name: str, table: str, *options: str) -> str:
    """Return a command about a table, which of itself does not tell the region."""
    region = deployment.region or region_of(None)
    return " ".join((f"AWS_REGION={region} python -m operations {name} --table {table}", *options))


def _deployment(arguments: Namespace) -> Deployment:
    if arguments.stage:
        return deployment_of(arguments.stage)
    return Deployment(table_name=arguments.table)


def _user(deployment: Deployment, arguments: Namespace) -> str | None:
    return sub_of(deployment, arguments.email) if arguments.email else arguments.user


def _known_user(deployment: Deployment, arguments: Namespace) -> str:
    user = _user(deployment, arguments)
    if not user:
        raise OperationError("say whose: --user or --email")
    return user


def _line(finding: Finding) -> str:
    difference = ", ".join(f"{name} {number:+}" for name, number in finding.difference.items())
    return f"{finding.state}  {finding.owner}  {finding.sort_key}  {difference}"
