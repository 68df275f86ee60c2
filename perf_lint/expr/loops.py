"""Say how each macro runs over a list."""

from typing import NamedTuple


class Loop(NamedTuple):
    """Python text of a loop: what the result starts as, what each item does to it, what is made of it at the end."""

    start: str
    step: str
    end: str = ""
    null_allowed: bool = False
    may_be_null: bool = False


LOOPS = {
    "all": Loop("True", "if not {value}:\n {result} = False\n break"),
    "exists": Loop("False", "if {value}:\n {result} = True\n break"),
    "exists_one": Loop("0", "if {value}: {result} += 1", "{result} == 1"),
    "filter": Loop("[]", "if {value}: {result}.append({item})"),
    "map": Loop("[]", "{result}.append({value})"),
    "first": Loop("None", "if {value}:\n {result} = {item}\n break", may_be_null=True),
    "flat": Loop("[]", "{result}.extend({value})"),
    "group": Loop(
        "{}", "if {value} is not None: {result}.setdefault({value}, []).append({item})", "list({result}.values())", True
    ),
    "sort_by": Loop("[]", "{result}.append(({value}, len({result}), {item}))", "[p[2] for p in sorted({result})]"),
}
