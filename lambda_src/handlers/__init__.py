"""What Lambda runs: one file an operation."""
