"""Turn a document into forms."""
