"""Turn WordprocessingML into paragraphs and grids."""
