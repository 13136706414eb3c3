"""The domain: expenses, categories and the summary cells that add them up. Knows no HTTP."""

__version__ = "1.0.0"
