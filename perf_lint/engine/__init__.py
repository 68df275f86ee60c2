"""Run rules on forms and gather a report."""
