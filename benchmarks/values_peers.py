"""Read labelled values with other libraries, in their own environment; JSON on standard input and output.

Every peer is asked only for what it says it does, by the function its documentation names for that.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Reader = Callable[[str], Iterable[Any]]
ROUNDS = 5


def cn2an_numbers() -> Reader:
    """Read with cn2an.cn2an, smart mode."""
    import cn2an

    return lambda text: [cn2an.cn2an(text, "smart")]


def jionlp_money() -> Reader:
    """Read with jionlp.parse_money."""
    import jionlp

    def read(text: str) -> list[Any]:
        found = jionlp.parse_money(text)["num"]
        return found if isinstance(found, list) else [found]

    return read


def jionlp_time() -> Reader:
    """Read with jionlp.parse_time; the first and last day count."""
    import jionlp

    def read(text: str) -> list[Any]:
        found = jionlp.parse_time(text, time_base=0)["time"]
        return [str(end)[:10] for end in found]

    return read


def pint_quantities() -> Reader:
    """Read with pint.UnitRegistry().Quantity."""
    import pint

    registry = pint.UnitRegistry(non_int_type=Decimal)
    return lambda text: [registry.Quantity(text).magnitude]


def recognizers(name: str) -> Reader:
    """Read with one of the recognizers-text models for Chinese."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    culture = "zh-cn"
    model = {
        "number": lambda: NumberRecognizer(culture).get_number_model(),
        "percentage": lambda: NumberRecognizer(culture).get_percentage_model(),
        "currency": lambda: NumberWithUnitRecognizer(culture).get_currency_model(),
        "datetime": lambda: DateTimeRecognizer(culture).get_datetime_model(),
    }[name]()

    def read(text: str) -> list[Any]:
        return [piece for found in model.parse(text) for piece in _resolution(found.resolution or {})]

    return read


def _resolution(resolution: dict[str, Any]) -> list[Any]:
    pieces = [resolution] if "value" in resolution else resolution.get("values", [])
    return [_day(name, piece[name]) for piece in pieces for name in ("value", "start", "end") if piece.get(name)]


def _day(name: str, found: str) -> str:
    """Give the last day of a span: its `end` is the day after."""
    if name != "end":
        return found
    return str(date.fromisoformat(found[:10]) - timedelta(days=1))


PEERS: dict[str, tuple[Callable[[], Reader], tuple[str, ...]]] = {
    "cn2an": (cn2an_numbers, ("number",)),
    "jionlp parse_money": (jionlp_money, ("money",)),
    "jionlp parse_time": (jionlp_time, ("time",)),
    "pint": (pint_quantities, ("count", "number", "duration")),
    "recognizers-text number": (lambda: recognizers("number"), ("number", "count")),
    "recognizers-text percentage": (lambda: recognizers("percentage"), ("percent",)),
    "recognizers-text currency": (lambda: recognizers("currency"), ("money",)),
    "recognizers-text datetime": (lambda: recognizers("datetime"), ("time",)),
}
"""Name → how to load it, and the kinds of values that are its own ground."""


def measure(load: Callable[[], Reader], texts: list[str]) -> dict[str, Any]:
    """Read every text `ROUNDS` times; give the answers and the best time of a round in seconds."""
    read = load()
    answers: list[list[str]] = []
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        answers = [_ask(read, text) for text in texts]
        best = min(best, time.process_time() - begin)
    return {"answers": answers, "seconds": best}


def _ask(read: Reader, text: str) -> list[str]:
    try:
        return [str(piece) for piece in read(text)]
    except Exception:  # noqa: BLE001 - a peer that raises has no answer
        return []


def main() -> None:
    """Answer {kind: [text, …]} with {peer: {kinds, answers, seconds} or {problem}}."""
    texts: dict[str, list[str]] = json.load(sys.stdin)
    result: dict[str, Any] = {}
    for name, (load, kinds) in PEERS.items():
        asked = [text for kind in kinds for text in texts.get(kind, [])]
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                result[name] = {"kinds": kinds, "texts": asked, **measure(load, asked)}
            except Exception as cause:  # noqa: BLE001 - reported in the page
                result[name] = {"kinds": kinds, "problem": type(cause).__name__}
    json.dump(result, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
