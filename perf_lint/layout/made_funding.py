"""Make the money block of a form of the sums it writes."""

from __future__ import annotations

from perf_lint.layout.draft import FormDraft, Spot
from perf_lint.layout.money import is_amount, read_amount
from perf_lint.model.form import Funding, FundingItem


def funding_of(draft: FormDraft) -> Funding:
    """Make the money block; a part that stands alone takes the place of the usual one."""
    written = dict(draft.amounts)
    for role in ("fiscal", "other"):
        parts = [key for key in written if key.startswith(f"{role}_part:")] if role not in written else []
        if len(parts) == 1 and not _beside_unread(draft, draft.amount_spots[parts[0]]):
            written[role] = written.pop(parts[0])
            draft.amount_spots[role] = draft.amount_spots[parts[0]]
    common = draft.header_unit or next((unit for _, _, unit in written.values() if unit), "")
    amounts = {key: read_amount(text, unit or common) for key, (_, text, unit) in written.items()}
    further = [key for key in written if ":" in key]
    for role in ("total", "fiscal", "other"):
        if role in amounts:
            draft.spots[f"funding.{role}"] = draft.amount_spots[role]
    for number, key in enumerate(further):
        draft.spots[f"funding.items[{number}]"] = draft.amount_spots[key]
    if "funding" not in draft.spots and "funding.total" in draft.spots:
        draft.spots["funding"] = draft.spots["funding.total"]
    items = tuple(FundingItem(written[key][0], amounts[key]) for key in further)
    return Funding(amounts.get("total"), amounts.get("fiscal"), amounts.get("other"), items, draft.header_unit)


def _beside_unread(draft: FormDraft, spot: Spot) -> bool:
    """Say whether cells that nobody understood stand in the row of a sum: it may be one source of several."""
    origin, cell = spot
    return any(other == origin and left.row == cell.row > 0 and is_amount(left.text) for other, left in draft.unread)
