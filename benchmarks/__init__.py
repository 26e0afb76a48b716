"""`make bench`: time, memory and size of what is made, beside Typst's on the same texts; run by ``benchmarks.run``."""
