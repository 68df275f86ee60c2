"""Give the commented configuration that `perf-lint init` writes; without changes it changes nothing."""

from perf_lint.model.words import Words

TEMPLATE = Words(
    """\
# perf-lint 的配置。去掉一行前面的 # 就生效；每项后面是默认值。
# 从被检查的文件所在目录向上找，找到的第一个生效；perf-lint check --show-config 可以看到每项的来处。

# lang: zh                  # 报告的语言：zh 或 en
# profile: accountant       # 规则的档次：accountant（编报）、hook（提交钩子）、auditor（审核）
# packs: [cn-2015, cn-2021] # 规则包的名称或目录
# select: []                # 只用这些规则：编号或前缀，例如 [AMT, DAT301]
# ignore: []                # 不用这些规则
# fail_on: error            # 到哪一级时退出码为 1：error、warning、info、never
# outputs: [terminal]       # 输出：格式，或 格式=文件，例如 json=报告.json
# exclude: []               # 在目录中查找时跳过，例如 ["归档/**"]
# baseline: ""              # 基线文件，其中已有的问题不计
# jobs: 0                   # 同时使用几个进程，0 为自动
# cache: true               # 是否使用缓存

# 改变规则的级别（error、warning、info、off）或参数。rules 写编号，或开头几个字母（AMT 是全部金额规则）；
# 可以限于某些文件（files），级别还可以限于某些指标（elements：一级、二级指标或指标名称）；后写的优先：
# overrides:
#   - rules: [AMT201]
#     severity: warning
#     params: {tolerance: "100"}
#     files: ["试点/*"]
#   - rules: [VAL501]
#     off: true
#     elements: [社会效益指标, "*满意度"]

# 屏蔽个别问题；理由必填，批准人和期限可写。没有用到的和过期的屏蔽会提醒。
# suppressions:
#   - rule: AMT201
#     project: 某项目
#     reason: 年中追加，金额以批复为准
#     approver: 张三
#     expires: 2026-12-31

# 读取文件的安全上限：
# limits:
#   max_bytes: 200_000_000
""",
    """\
# Configuration of perf-lint. Remove the # before a line to use it; each shows its default.
# The first file found upward from the checked file counts; perf-lint check --show-config tells the rest.

# lang: zh                  # language of the report: zh or en
# profile: accountant       # rules for: accountant, hook, auditor
# packs: [cn-2015, cn-2021] # rule packs by name or folder
# select: []                # only these rules: codes or areas, such as [AMT, DAT301]
# ignore: []                # not these rules
# fail_on: error            # severity at which the exit code is 1: error, warning, info, never
# outputs: [terminal]       # format or format=file, such as json=report.json
# exclude: []               # skipped when folders are searched, such as ["archive/**"]
# baseline: ""              # baseline file; what is in it does not count
# jobs: 0                   # processes to use, 0 for automatic
# cache: true               # whether to use the cache

# Change severity (error, warning, info, off) or parameters, by code or first letters (AMT: all rules on amounts),
# for some files, or a severity for some elements (levels or names of indicators); the later wins:
# overrides:
#   - rules: [AMT201]
#     severity: warning
#     params: {tolerance: "100"}
#     files: ["trial/*"]
#   - rules: [VAL501]
#     off: true
#     elements: [社会效益指标, "*满意度"]

# Suppress single findings; a reason is obligatory. Unused and expired suppressions are reported.
# suppressions:
#   - rule: AMT201
#     project: the project
#     reason: money added in the course of the year
#     approver: the approver
#     expires: 2026-12-31

# Safety limits for reading files:
# limits:
#   max_bytes: 200_000_000
""",
)
