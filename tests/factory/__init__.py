"""Write one form in every format: the same table as text, Markdown, HTML, Word, Excel and PDF."""
