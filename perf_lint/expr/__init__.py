"""The rule language: grammar, checks, compiler and functions."""
