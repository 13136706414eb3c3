"""The constructs that stacks are made of: one concern a file."""
