"""Turn cells of a workbook into the text that Excel shows."""
