"""Turn a file into a document."""
