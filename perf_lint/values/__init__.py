"""Turn a 指标值 into a typed value with exact numbers."""
