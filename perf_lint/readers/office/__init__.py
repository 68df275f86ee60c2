"""Hold what Word and Excel files share: packages of XML parts, and the older compound files."""
