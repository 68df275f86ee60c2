"""Write small packs into a folder."""

RULE = """\
code: {code}
name: name-too-long
title: 名称太长
severity: warning
confidence: high
since: "1"
params:
  limit: {{type: int, default: "4", doc: 最多几个字}}
each: form.indicators
as: i
when: i.name != null
assert: i.name.size() <= params.limit
at: i.name
message: 名称有 {{i.name.size()}} 个字
explain: {{why: 太长, fix: 改短}}
en: {{title: Long name, message: "{{i.name.size()}} characters", why: Too long, fix: Shorten}}
examples:
- bad: {{rows: [数量指标|培训人员数量|20人]}}
  expect: [{{at: "indicators[0].name", message: 6 个字}}]
- good: {{rows: [数量指标|培训人数|20人]}}
"""


def rule(code="XYZ101", **changes):
    """Give a rule's text with lines replaced: key to the rest of the line (None removes it)."""
    lines = RULE.format(code=code).splitlines()
    for key, value in changes.items():
        name = {"as_": "as", "assert_": "assert"}.get(key, key)
        at = next((n for n, line in enumerate(lines) if line.startswith(f"{name}:")), None)
        if at is None:
            lines.append(f"{name}: {value}")
        elif value is None:
            del lines[at]
        else:
            lines[at] = f"{name}: {value}"
    return "\n".join(lines) + "\n"


def pack(folder, rules, **manifest):
    """Write a pack: file name (without .yaml) to text."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {"name": folder.name, "version": '"1"', "title": "试验", **manifest}
    (folder / "pack.yaml").write_text("".join(f"{key}: {value}\n" for key, value in head.items()), "utf-8")
    for name, text in rules.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return str(folder)
