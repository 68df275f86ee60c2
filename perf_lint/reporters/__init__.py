"""Turn a report into bytes, one file a format."""
