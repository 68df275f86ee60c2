"""Give what people should know besides findings: notes on reading the files, and on the run itself."""

from typing import NamedTuple

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.counts import remarked
from perf_lint.reporters.places import place_words

TITLE = Words("说明", "Notes")


class Note(NamedTuple):
    """A sentence; the run itself (an unused or expired suppression) has neither file nor place."""

    file: str
    place: str
    text: str

    def line(self, lang: Lang) -> str:
        """Give the note on one line."""
        where = " ".join(filter(None, (self.file, self.place)))
        colon = "：" if lang == "zh" else ": "
        return f"{where}{colon}{self.text}" if where else self.text


def notes(report: Report, lang: Lang) -> list[Note]:
    """List the notes: of the files in their order, then those of the run."""
    reading = [
        Note(file.path, place_words(remark.place, lang) if remark.place else "", remark.text.to(lang))
        for file in remarked(report.files)
        for remark in file.remarks
    ]
    return reading + [Note("", "", words.to(lang)) for words in report.warnings]
