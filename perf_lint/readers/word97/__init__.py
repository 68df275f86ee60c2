"""Read Word 97 to 2003 files (.doc, .wps) directly: text, tables, merges. Structures after [MS-DOC]."""
