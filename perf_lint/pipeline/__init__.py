"""Run one job a file, in this process or over all cores, and put the results together in order."""
