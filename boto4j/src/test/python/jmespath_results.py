"""Applies made-up expressions to made-up values with the package jmespath, and prints what came out.

    python3 jmespath_results.py > ../resources/io/boto4j/internal/jmespath/python-results.json

Half of the expressions follow the grammar, half of them are damaged afterwards. "compile" stands for every error that
can be seen in the expression alone: boto4j says it before Python does, where a call is never reached.
Left out are expressions for which the package lets a TypeError of Python escape, and those in which boto4j follows the
specification instead: a slice right after an index (the package forgets to project it), a reference handed to a function
that takes any value, NaN as literal, and arrays or objects in backquotes that are no JSON.
"""

import json
import random
import re
import sys
import warnings

import jmespath
from jmespath import exceptions, functions

warnings.simplefilter("ignore")
CHOICE = random.Random(20261101)
NAMES = ["a", "b", "c", "d", "e", "Name", "\"x y\"", "\"\\u00fc\\ud83d\\ude00\""]
COMPILE = (exceptions.ParseError, exceptions.EmptyExpressionError, exceptions.UnknownFunctionError)
FUNCTIONS = functions.Functions.FUNCTION_TABLE

VALUES = [
    {"a": {"b": [2, 3.5, -7, 0], "c": {"d": "text", "e": None}}, "b": [{"a": 5, "b": "five"}, {"a": 2, "b": "two"}, {"a": 9}],
     "c": ["beta", "alpha", "\u00fc\U0001f600", "", "\uffee"], "d": [[2, [3]], [4], 5, []], "e": "-12",
     "x y": {"a": True, "b": False}, "\u00fc\U0001f600": "odd"},
    {"a": [{"b": {"c": [1.5, 2]}, "Name": "n1", "d": 3}, {"b": {"c": []}, "Name": "n2", "d": 4}, {"b": None, "Name": "n0", "d": 3}],
     "b": "2.50", "c": 12345678901234567890, "d": {}, "e": [2, 4, 4, 3], "Name": "", "x y": [None, False, "", {}, [], 7]},
    [2, "two", [3, [4]], {"a": 1.25, "b": ["q", "r"]}, None, True],
    {"a": {"a": {"a": {"b": 8}}}, "b": {"a": {"c": [5]}, "b": {"c": [6]}, "c": {"c": 7}}, "c": 1e300, "d": -0.5, "e": "abcabc",
     "Name": {"a": "v", "b": "w"}},
]
LITERALS = ["`2`", "`-3.5`", "`\"two\"`", "`true`", "`null`", "`[2, 3]`", "`{\"a\": 2}`", "`text`", "'raw'", "'it\\'s'", "`0`",
            "'b'", "` 7 `", "`[]`", "`{}`", "''", "`\"\\u00fc\"`", "`[\"a\", \"B\"]`", "`1e2`"]
FITTING = {
    "number": ["`2`", "`-3.5`", "`2.5`", "`12345678901234567890`", "`-0.2`", "`-9223372036854775808`"],
    "string": ["'abcabc'", "'b'", "`\"\\u00fc\\ud83d\\ude00\"`", "''", "to_string(@)", "to_string(d)", "Name"],
    "array": ["`[2, \"a\", null]`", "c", "b", "values(@)", "to_array(@)", "e"],
    "object": ["@", "`{\"b\": 2, \"a\": 3}`", "a", "{z: c, y: @}"],
    "array-number": ["`[2, 3.5, -7]`", "`[]`", "a.b", "`[9223372036854775807, 5]`", "e", "`[3, 2, 12]`"],
    "array-string": ["`[\"b\", \"a\", \"\\u00fc\"]`", "keys(@)", "c", "`[]`", "`[\"\\uffee\", \"\\ud83d\\ude00\", \"\"]`"],
    "": ["'12'", "' -1_0 '", "'1.50e2'", "'0x1'", "'1e'", "'.5'", "'5.'", "'+3'", "'1__0'", "'12 3'"],
}


def one(*options):
    return CHOICE.choice(options)


def name():
    return CHOICE.choice(NAMES)


def argument(types, depth):
    if "expref" in types:
        return "&" + one(expression(depth - 1), "@", "a", "Name", "d")
    if CHOICE.random() < 0.8:
        return CHOICE.choice(FITTING[CHOICE.choice(types or [""])])
    return one(expression(depth - 1), CHOICE.choice(LITERALS), "@", name())


def call(depth):
    function = CHOICE.choice(sorted(FUNCTIONS))
    signature = FUNCTIONS[function]["signature"]
    arguments = [argument(each["types"], depth) for each in signature]
    if signature[-1].get("variadic"):
        arguments += [argument(signature[-1]["types"], depth) for _ in range(CHOICE.randrange(2))]
    return "%s(%s)" % (function, ", ".join(arguments))


def slice_text():
    parts = [one("", "1", "2", "-1", "-2", "0", "9"), one("", "1", "3", "-1", "9")]
    if CHOICE.random() < 0.4:
        parts.append(one("", "2", "-1", "-2"))
    return "[" + ":".join(parts) + "]"


def step(depth):
    return one(
        "." + name(), "." + name(), "[%d]" % CHOICE.randrange(-3, 4), "[*]", ".*", "[]", slice_text(),
        "[?%s]" % expression(depth - 1), ".[%s, %s]" % (name(), expression(depth - 1)),
        ".{k: %s, \"l\": %s}" % (name(), expression(depth - 1)), "." + call(depth - 1),
        " | " + expression(depth - 1), " || " + expression(depth - 1), " && " + expression(depth - 1),
        " %s %s" % (one("==", "!=", "<", "<=", ">", ">="), one(expression(depth - 1), CHOICE.choice(LITERALS))))


def start(depth):
    if depth <= 0:
        return one(name(), "@")
    return one(call(depth), call(depth), name(), name(), name(), "@", "*", "[*]", "[0]", "[]", CHOICE.choice(LITERALS), call(depth),
               "!" + expression(depth - 1), "(%s)" % expression(depth - 1), "[%s]" % expression(depth - 1),
               "{a: %s}" % expression(depth - 1), slice_text(), "[?%s]" % expression(depth - 1))


def expression(depth):
    text = start(depth)
    for _ in range(CHOICE.randrange(0, max(1, depth + 1))):
        text += step(depth)
    return text


def damage(text):
    for _ in range(CHOICE.randrange(1, 3)):
        at = CHOICE.randrange(len(text) + 1)
        what = CHOICE.randrange(4)
        if what == 0:
            text = text[:at] + text[at + 1:]
        elif what == 1:
            text = text[:at] + CHOICE.choice("[](){}.*,:@|&<>=!'\"`\\-?# \nab0\u00e9") + text[at:]
        elif what == 2:
            text = text[:at]
        else:
            end = CHOICE.randrange(at, len(text) + 1)
            text = text[:at] + text[at:end] * 2 + text[end:]
    return text


def nodes(node):
    yield node
    for child in node.get("children", []):
        if isinstance(child, dict):
            yield from nodes(child)


def is_wrong(tree):
    """Whether the expression alone is wrong in a way the package sees late, if at all."""
    for node in nodes(tree):
        inner = [child for child in node["children"] if isinstance(child, dict)]
        if node["type"] != "function_expression" and any(child["type"] == "expref" for child in inner):
            return True
        if node["type"] == "slice" and node["children"][2] == 0:
            return True
        if node["type"] == "function_expression":
            function = FUNCTIONS.get(node["value"])
            if function is None:
                return True
            least = len(function["signature"])
            if len(inner) < least or (len(inner) > least and not function["signature"][-1].get("variadic")):
                return True
    return tree["type"] == "expref"


def is_left_out(text, tree):
    for node in nodes(tree):
        if node["type"] == "index_expression" and any(child["type"] == "slice" for child in node["children"][2:]):
            return True
        if node["type"] == "index_expression" and node["children"][0]["type"] == "index_expression":
            return True
        if node["type"] == "function_expression":
            for i, child in enumerate(node["children"]):
                signature = FUNCTIONS.get(node["value"], {"signature": [{"types": []}]})["signature"]
                if child["type"] == "expref" and not signature[min(i, len(signature) - 1)]["types"]:
                    return True
        if node["type"] == "slice" and not all(part is None or abs(part) < 1 << 31 for part in node["children"]):
            return True
    return re.search(r"`\s*[\[{]", text) and any(
        node["type"] == "literal" and isinstance(node["value"], str) and node["value"][:1] in ("[", "{") for node in nodes(tree))


def outcome(text, value):
    try:
        compiled = jmespath.compile(text)
    except COMPILE:
        return {"error": "compile"}
    if is_wrong(compiled.parsed):
        return {"error": "compile"}
    if is_left_out(text, compiled.parsed):
        return None
    try:
        result = compiled.search(value)
        json.dumps(result, allow_nan=False)
    except exceptions.JMESPathTypeError:
        return {"error": "invalid-type"}
    except (TypeError, OverflowError, ValueError, AttributeError):
        return None
    return {"result": result}


def main():
    cases = []
    seen = set()
    while len(cases) < 2400:
        text = expression(CHOICE.randrange(1, 4))
        if len(cases) % 2:
            text = damage(text)
        given = CHOICE.randrange(len(VALUES))
        if not text or len(text) > 90 or (text, given) in seen:
            continue
        seen.add((text, given))
        case = outcome(text, VALUES[given])
        dull = case is None or case.get("result", 0) in (None, [], {}) or "error" in case
        if case is not None and len(json.dumps(case)) < 400 and (not dull or CHOICE.random() < 0.4):
            cases.append({"expression": text, "given": given, **case})
    sys.stdout.write('{"values": %s,\n "cases": [\n' % json.dumps(VALUES))
    sys.stdout.write(",\n".join("  " + json.dumps(case) for case in cases))
    sys.stdout.write("\n]}\n")


main()
