"""How fast and how cheap the app is: ``make bench`` measures it and writes docs/benchmarks.md."""
