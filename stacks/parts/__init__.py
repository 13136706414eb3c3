"""The constructs that stacks are made of: one concern a file.

Where a construct is cast to its own interface: CDK's Python classes name some parameters otherwise
than their interfaces do, which a strict type checker takes for another type.
"""
