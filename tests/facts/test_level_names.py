"""Level names that code speaks of are names that forms are read by."""

from perf_lint.facts.levels import known_levels
from perf_lint.facts.required import LEVELS
from perf_lint.model import levels


def test_every_level_that_code_names_stands_in_the_list_of_levels():
    named = {name for key, name in vars(levels).items() if key.isupper() and isinstance(name, str)}
    assert len(named) == 16
    assert named <= known_levels()


def test_the_levels_of_both_frameworks():
    assert LEVELS == {
        "cn-2015": {
            "数量指标": "产出指标",
            "质量指标": "产出指标",
            "时效指标": "产出指标",
            "成本指标": "产出指标",
            "经济效益指标": "效益指标",
            "社会效益指标": "效益指标",
            "生态效益指标": "效益指标",
            "可持续影响指标": "效益指标",
            "服务对象满意度指标": "满意度指标",
        },
        "cn-2021": {
            "经济成本指标": "成本指标",
            "社会成本指标": "成本指标",
            "生态环境成本指标": "成本指标",
            "数量指标": "产出指标",
            "质量指标": "产出指标",
            "时效指标": "产出指标",
            "经济效益指标": "效益指标",
            "社会效益指标": "效益指标",
            "生态效益指标": "效益指标",
            "可持续影响指标": "效益指标",
            "服务对象满意度指标": "满意度指标",
        },
    }
