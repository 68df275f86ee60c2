"""Read the tables and inline marks of Markdown."""
