"""Turn rule files into checked rules."""
