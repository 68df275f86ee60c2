"""Make random expressions of integers, texts and booleans that have a value in every CEL."""

import random

TEXTS = ("", "a", "ab", "成本", "指标值", "x成本")
VARIABLES = {"m": 7, "n": -3, "s": "成本指标", "t": "ab", "p": True, "q": False}


class Generator:
    """Give expressions of a wanted type, reproducible by seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = 0

    def whole(self, depth, scope=()):
        pick = self.random.choice
        if depth <= 0:
            return pick([str(self.random.randint(0, 9)), pick(["m", "n", *scope])])
        make = self.random.randint(0, 6)
        left, right = self.whole(depth - 1, scope), self.whole(depth - 1, scope)
        if make <= 2:
            return f"({left} {pick('+-*')} {right})"
        if make == 3:
            return f"({left} % {self.random.choice([2, 3, 5])})"
        if make == 4:
            return f"({self.truth(depth - 1, scope)} ? {left} : {right})"
        if make == 5:
            return f"size({pick([self.text(depth - 1, scope), self.numbers(depth - 1, scope)])})"
        return f"[{left}, {right}][{self.random.randint(0, 1)}]"

    def text(self, depth, scope=()):
        if depth <= 0:
            return self.random.choice([f'"{self.random.choice(TEXTS)}"', "s", "t"])
        left, right = self.text(depth - 1, scope), self.text(depth - 1, scope)
        if self.random.random() < 0.5:
            return f"({left} + {right})"
        return f"({self.truth(depth - 1, scope)} ? {left} : {right})"

    def numbers(self, depth, scope=()):
        items = ", ".join(self.whole(depth - 1, scope) for _ in range(self.random.randint(1, 3)))
        if depth <= 0 or self.random.random() < 0.5:
            return f"[{items}]"
        name = self._name()
        if self.random.random() < 0.5:
            return f"[{items}].filter({name}, {self.truth(depth - 1, (*scope, name))})"
        return f"[{items}].map({name}, {self.whole(depth - 1, (*scope, name))})"

    def truth(self, depth, scope=()):
        pick = self.random.choice
        if depth <= 0:
            return pick(["true", "false", "p", "q"])
        make = self.random.randint(0, 6)
        if make == 0:
            return f"({self.whole(depth - 1, scope)} {pick(['==', '!=', '<', '<=', '>', '>='])} {self.whole(depth - 1, scope)})"
        if make == 1:
            return f"({self.text(depth - 1, scope)} {pick(['==', '!=', '<'])} {self.text(depth - 1, scope)})"
        if make == 2:
            return f"({self.truth(depth - 1, scope)} {pick(['&&', '||'])} {self.truth(depth - 1, scope)})"
        if make == 3:
            return f"(!{self.truth(depth - 1, scope)})"
        if make == 4:
            return f"({self.whole(depth - 1, scope)} in {self.numbers(depth - 1, scope)})"
        if make == 5:
            method = pick(["contains", "startsWith", "endsWith"])
            # celpy loses the type of a sum of texts and then knows no `contains`
            owner = self.text(0 if method == "contains" else depth - 1, scope)
            return f"{owner}.{method}({self.text(0)})"
        name = self._name()
        body = self.truth(depth - 1, (*scope, name))
        return f"{self.numbers(depth - 1, scope)}.{pick(['all', 'exists', 'exists_one'])}({name}, {body})"

    def _name(self):
        self.names += 1
        return f"v{self.names}"
