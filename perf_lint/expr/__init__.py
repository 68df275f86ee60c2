"""Read, check and compile the rule language; `docs/rule-language.md` says what it means."""
