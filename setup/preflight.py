"""Tell in one line what a machine lacks, before anything is installed: `make` runs this first.

It may be run by the very Python that is too old, so it has nothing that old Pythons cannot read:
no annotations, no f-strings, the standard library alone. `--needs-node` asks something else: it
succeeds where Node is to come from the Python registry, because the machine has none or an old one.
"""

import os
import re
import subprocess
import sys

PYTHON = (3, 11)
NODE = 22
REPOSITORY = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OWN_NODE = os.path.join(REPOSITORY, ".venv-node", "bin")


def main(arguments):
    """Return 0 where all is there, after a line for each thing that is not."""
    if arguments == ["--needs-node"]:
        why = lack_of_node()
        if why:
            print("{0}: using Node {1} from the Python registry".format(why, pinned_node()))
        return 0 if why else 1
    lacks = [lack for lack in (lack_of_python(sys.version_info), lack_of_venv()) if lack]
    for lack in lacks:
        sys.stderr.write(lack + "\n")
    return 1 if lacks else 0


def lack_of_python(version):
    """Say that a Python is too old, if it is."""
    if tuple(version[:2]) >= PYTHON:
        return None
    return (
        "Python %d.%d is older than 3.11: install a newer one (https://www.python.org/downloads) "
        "and name it, as in `make run PYTHON=python3.13`." % tuple(version[:2])
    )


def lack_of_venv():
    """Say that Python cannot make environments, which Debian has in a package of its own."""
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        return (
            "Python's `venv` is missing: install it, on Debian by `apt-get install python3-venv`."
        )
    return None


def lack_of_node():
    """Say why the machine's own Node does not do, if it does not."""
    said = answer_of("node")
    version = re.match(r"v(\d+)\.\d+\.\d+", said or "")
    if not version:
        return "Node is missing"
    if int(version.group(1)) < NODE:
        return "Node {0} is older than {1}".format(said[1:], NODE)
    if not answer_of("npm"):
        return "npm is missing"
    return None


def answer_of(program):
    """Ask one of the machine's own programs for its version; None where it does not answer."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    others = [folder for folder in folders if folder != OWN_NODE]
    environment = dict(os.environ, PATH=os.pathsep.join(others))
    try:
        asked = subprocess.Popen(
            ["/usr/bin/env", program, "--version"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
        )
    except OSError:
        return None
    answer = asked.communicate()[0].strip()
    return answer if asked.returncode == 0 else None


def pinned_node():
    """Read which Node the lock has."""
    lock = os.path.join(REPOSITORY, "requirements-node.txt")
    with open(lock) as file:
        return re.search(r"==(\S+)", file.read()).group(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
