"""Hold the grammar of values: `value.lark`, the table built from it, and the small driver that runs the table."""
