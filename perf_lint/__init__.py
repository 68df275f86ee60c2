"""Check 项目支出预算绩效目标表, the performance-target forms of Chinese government budgets."""

__version__ = "0.1.0"
