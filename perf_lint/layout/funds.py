"""Keep the sums of the money block under their labels."""

from __future__ import annotations

from perf_lint.layout.draft import FormDraft
from perf_lint.layout.labels import Label, read_label
from perf_lint.layout.money import is_amount
from perf_lint.layout.rows import Row
from perf_lint.layout.settled import is_settled
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

LONGEST_SOURCE = 20
"""Characters of the name of a source of money."""
YEARLY = lazy_pattern(r"年度|本年|当年|全年|\d年")
_END = lazy_pattern(
    r"[；;。、]|[,，](?!\d{3})|(?<=[\d元万])\s+(?=[^\s\d(（元万])|(?<=元)(?=[一-鿿])(?![整正])"
    r"|(?<=\d)(?=(?![百千万亿元])[一-鿿]{2,16}[:：])"
)
"""Between the sums that a cell names one after another, line breaks taken away."""
_SOURCE = lazy_pattern(
    r"(?:资金|财政|拨款|补助|补贴|奖补|收入|贷款|借款|投入|经费|配套|债券|国债|结转|结余|自筹|筹资|统筹|公益金|基金|预算内|(?<!总)投资"
    r"|出资|资本金?|转移支付|捐赠|捐款|赠款|赞助|资助|保费|返还|缴费|会费|租金|利息|收益|提取|筹措|安排|负担|分担|承担)(?:[（(][^（）()]*[)）])?[:：]?$"
)


def is_source(text: str) -> bool:
    """Say whether a cell of the money block names where money comes from, in words of its own (地（市）、县资金)."""
    return len(text) <= LONGEST_SOURCE and _SOURCE.search(text) is not None


def parts(label: Label, text: str) -> list[tuple[Label, str]]:
    """Cut a cell that names several sums (35万元，其中：财政拨款30万元) where each piece is surely one.

    Behind the name of the block (项目资金：年度资金总额120万元…) the first names its sum, too.
    """
    pieces = [piece.strip() for piece in _END.split(text) if piece.strip()]
    if is_amount(text) or not pieces or (len(pieces) < 2 and label.role != "block"):
        return [(label, text)]
    found = []
    if is_amount(pieces[0]):
        found.append((label, pieces.pop(0)))
    elif label.role != "block":
        return [(label, text)]
    for piece in pieces:
        part = read_label(piece, tolerant=False)
        if part is None or part.kind != "funds" or not is_amount(part.rest):
            return [(label, text)]
        found.append((part, part.rest))
    return found


def take_amount(draft: FormDraft, label: Label, text: str, row: Row, cell: Cell) -> None:
    """Keep a sum of money under its label; where the 实施期 stands beside the year, the second of two is the year's."""
    role, spot = label.role, (row.origin, cell)
    main = role in ("total", "fiscal", "other")
    key = role if main else f"{role}:{label.text}"
    known = draft.amounts.get(key)
    if known is None or not known[1]:
        draft.set_amount(key, (label.text, text, label.unit), spot)
        return
    if main and is_settled(label.text) and not is_settled(known[0]):
        draft.set_amount(f"again:{key}:{known[0]}", known, draft.amount_spots[key])
        draft.set_amount(key, (label.text, text, label.unit), spot)
        return
    whole = role == "total" and YEARLY.search(label.text) and not YEARLY.search(known[0])
    beside = any(other.startswith(("long_total:", "long:")) for other in draft.amounts)
    if whole or (beside and draft.amount_spots[key][1].row == cell.row and draft.amount_spots[key][1] != cell):
        draft.set_amount(f"long:{key}", (f"实施期·{known[0]}", known[1], known[2]), draft.amount_spots[key])
        draft.set_amount(key, (label.text, text, label.unit), spot)
    elif text and known[1] != text:
        draft.set_amount(f"again:{key}:{label.text}", (label.text, text, label.unit), spot)
