"""Builds random conditions with boto3's ConditionExpressionBuilder, and prints what came out.

    python3 dynamodb_expressions.py [SEED [COUNT]] > ../resources/io/boto4j/dynamodb/python-expressions.json

The first cases have each operator once. A condition is {"op": …, "of": operand, "values": […]} or {"op": "and" | "or" |
"not", "of": condition, …}; an operand is {"attr": path}, {"key": path} or {"size": path}; a value is an operand or
{"value": …}.
"""

import json
import random
import sys

from boto3.dynamodb.conditions import Attr, ConditionExpressionBuilder, Key
from boto3.dynamodb.types import TypeSerializer

CHOICE = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 20261128)
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 300
PATHS = ["a", "b", "a.b", "a.b[0].c", "list[3][12]", "size", "AND", "a-b", "ü", "x y", "a%s", "n0", "#n0", ":v0", "a{0}"]
VALUES = [1, -7, "x", "", True, None, [1, "a"], {"k": 1}, "#n0", ":v0"]
BOTH = ["eq", "lt", "lte", "gt", "gte", "begins_with", "between"]
OF_ATTR = BOTH + ["ne", "is_in", "exists", "not_exists", "contains", "attribute_type"]


def operand(keys):
    path = CHOICE.choice(PATHS)
    kind = "key" if keys else CHOICE.choice(["attr", "attr", "attr", "size", "key"])
    return {kind: path}


def argument(keys):
    return {"value": CHOICE.choice(VALUES)} if CHOICE.random() < 0.8 else operand(keys)


def leaf(keys, name=None, of=None):
    of = of or operand(keys)
    name = name or CHOICE.choice(OF_ATTR if "attr" in of else BOTH)
    if name in ("exists", "not_exists"):
        values = []
    elif name == "attribute_type":
        values = [{"value": CHOICE.choice(["S", "N", "L", "M"])}]
    elif name == "between":
        values = [argument(keys), argument(keys)]
    elif name == "is_in":
        # boto3 takes an attribute in this list for a value, and cannot serialize it.
        values = [{"value": CHOICE.choice(VALUES)} for _ in range(CHOICE.randrange(1, 5))]
    else:
        values = [argument(keys)]
    return {"op": name, "of": of, "values": values}


def tree(depth, keys):
    if depth == 0 or CHOICE.random() < 0.3:
        return leaf(keys)
    name = CHOICE.choice(["and", "or", "not"])
    if name == "not":
        return {"op": "not", "of": tree(depth - 1, keys)}
    return {"op": name, "of": tree(depth - 1, keys), "and": tree(depth - 1, keys)}


def made_operand(told):
    (kind, path), = told.items()
    if kind == "value":
        return path
    return {"attr": Attr, "key": Key, "size": lambda name: Attr(name).size()}[kind](path)


def made(told):
    if told["op"] == "and":
        return made(told["of"]) & made(told["and"])
    if told["op"] == "or":
        return made(told["of"]) | made(told["and"])
    if told["op"] == "not":
        return ~made(told["of"])
    of = made_operand(told["of"])
    values = [made_operand(each) for each in told["values"]]
    if told["op"] == "is_in":
        return of.is_in(values)
    return getattr(of, told["op"])(*values)


def main():
    conditions = [leaf(False, name, {"attr": "a.b[0].c"}) for name in OF_ATTR]
    conditions += [leaf(False, name, {"size": "a.b[0].c"}) for name in BOTH]
    conditions += [leaf(True, name, {"key": "k"}) for name in BOTH]
    conditions += [tree(5, CHOICE.random() < 0.2) for _ in range(COUNT)]
    cases = []
    for condition in conditions:
        built = ConditionExpressionBuilder().build_expression(made(condition), is_key_condition=False)
        values = {name: TypeSerializer().serialize(each) for name, each in built.attribute_value_placeholders.items()}
        cases.append({"condition": condition, "text": built.condition_expression,
                      "names": built.attribute_name_placeholders, "values": values})
    print(json.dumps({"cases": cases}))


main()
