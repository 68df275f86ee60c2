"""Hold a sentence for people in the two languages that the tool speaks."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Words(NamedTuple):
    """The same sentence in Chinese and in English."""

    zh: str
    en: str

    def to(self, lang: Lang) -> str:
        """Give the sentence in `lang`."""
        return self.zh if lang == "zh" else self.en
