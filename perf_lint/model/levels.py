"""Name the 一级 and 二级指标 that code speaks of; all names and their spellings stand in `rules/words/levels.yaml`."""

OUTPUT, BENEFIT, SATISFACTION, COST = "产出指标", "效益指标", "满意度指标", "成本指标"
"""一级指标; 成本指标 is a 二级指标 in the framework of 2015."""

QUANTITY, QUALITY, TIMELINESS = "数量指标", "质量指标", "时效指标"
ECONOMIC, SOCIAL, ECOLOGICAL, LASTING = "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"
ENVIRONMENTAL = "环境效益指标"
"""What some provinces print for 生态效益指标."""
SERVED = "服务对象满意度指标"
ECONOMIC_COST, SOCIAL_COST, ECOLOGICAL_COST = "经济成本指标", "社会成本指标", "生态环境成本指标"

COST_KINDS = (ECONOMIC_COST, SOCIAL_COST, ECOLOGICAL_COST)
"""二级指标 below 成本指标 in the framework of 2021."""
