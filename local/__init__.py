"""The same stacks on this machine: emulator, deploy, edge, users. `python -m local --help`."""
