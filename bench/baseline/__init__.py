"""The same app as tutorials build it: every total is added up from all expenses, each time."""
