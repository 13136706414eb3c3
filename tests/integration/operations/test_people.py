"""Exporting and deleting a person of a deployed stage, found by their address."""

import json

from operations.__main__ import main
from tests.api_client import expense
from tests.authenticator import code_of
from tests.stack import running_stack, sign_up


def test_a_person_is_found_by_address_exported_and_deleted(person, email, tmp_path):
    person.post("/expenses", json=expense(description="mine"))
    command = ["--stage", "dev", "--email", email]
    assert main(["export", *command, "--to", str(tmp_path)]) == 0
    everything = json.loads((tmp_path / "everything.json").read_text())
    assert everything["account"]["email"] == email
    assert everything["expenses"] == person.get("/expenses").json()["items"]

    assert main(["delete", *command]) == 0
    assert len(person.get("/expenses").json()["items"]) == 1
    assert main(["delete", *command, "--yes"]) == 0
    # The access token still works, until it ends: what it shows is a ledger with nothing in it.
    assert person.get("/expenses").json()["items"] == []
    assert main(["export", *command, "--to", str(tmp_path)]) == 1


def test_an_address_must_be_somebodys(person, capsys):
    command = ["delete", "--stage", "dev", "--email", 'x" or sub = "y', "--yes"]
    assert main(command) == 1
    assert "nobody in the user pool" in capsys.readouterr().err


def test_a_stage_that_is_not_deployed_is_told(capsys):
    assert main(["export", "--stage", "prod", "--user", "asha", "--to", "x"]) == 1
    assert "cannot find the stack ExpenseTracker-prod-Data" in capsys.readouterr().err


def test_somebody_whose_second_factor_was_taken_away_signs_in_by_password(person, email):
    cognito = running_stack().client("cognito-idp")
    token = sign_up(email)
    secret = cognito.associate_software_token(AccessToken=token)["SecretCode"]
    cognito.verify_software_token(AccessToken=token, UserCode=code_of(secret))
    someone = {"UserPoolId": running_stack().user_pool_id, "Username": email}
    assert cognito.admin_get_user(**someone)["UserMFASettingList"] == ["SOFTWARE_TOKEN_MFA"]

    # The guide's `admin-delete-software-token` is unknown to the emulator. Where a second factor is
    # optional, this comes to the same.
    cognito.admin_set_user_mfa_preference(
        **someone, SoftwareTokenMfaSettings={"Enabled": False, "PreferredMfa": False}
    )
    cognito.admin_user_global_sign_out(**someone)
    assert not cognito.admin_get_user(**someone).get("UserMFASettingList")
    assert sign_up(email)
