"""Read ruled tables and lines of text from PDF pages: pdfium gives glyphs and lines, the rest is geometry."""
