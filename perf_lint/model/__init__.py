"""Plain frozen data that every other room shares."""
