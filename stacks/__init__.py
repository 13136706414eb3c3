"""What is deployed: one file a stack, put together in `application.py`."""

import os

# jsii, beneath CDK's Python, prints a screenful when Node is older than it likes. CDK works with
# Node 20 all the same; package.json says which versions this project is for.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
os.environ.setdefault("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1")
