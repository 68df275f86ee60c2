"""Derive from a form what rules need before any rule runs."""
