"""Commands, one module or package each; found by listing, imported when called."""
