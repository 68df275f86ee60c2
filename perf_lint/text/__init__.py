"""Small pure functions on text: widths, blanks, similarity."""
