"""Addresses of AWS's that stand on this machine instead."""

from local.intrinsics import Values

COGNITO = "https://cognito-idp.ap-south-1.amazonaws.com"


def test_an_address_is_called_here_but_an_issuer_keeps_its_name():
    values = Values(refs={"Pool": "P"}, outputs={}, elsewhere={COGNITO: "http://localhost:4566"})
    joined = {
        "Fn::Join": ["", ['"https://cognito-idp.', {"Ref": "AWS::Region"}, '.amazonaws.com"']]
    }
    assert values.resolve(joined) == '"http://localhost:4566"'
    issuer = {"Fn::Sub": f"{COGNITO}/${{Pool}}"}
    assert values.resolve(issuer) == f"{COGNITO}/P"
