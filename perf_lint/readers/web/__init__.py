"""Read web pages: tables by the standard's algorithm, the text around them as paragraphs."""
