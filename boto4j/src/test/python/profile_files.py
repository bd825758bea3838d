"""Asks botocore how it reads tricky profile files, and writes that down for ProfileFileTest.

    python3 profile_files.py > ../resources/io/boto4j/internal/config/profile-files.properties

For each case: the kind of file, its text, and either "error", with the line where Python names
one, or every value of every section.
"""

import configparser
import os
import sys
import tempfile

import botocore
import botocore.configloader as loader
from botocore.exceptions import ConfigParseError

CASES = [
    # name, kind, text
    ("empty file", "config", ""),
    ("only comments and blank lines", "config", "# a\n\n   ; b\n\t\n"),
    ("default section", "config", "[default]\nregion = eu-west-1\noutput=json\n"),
    ("no line feed at the end", "config", "[default]\nregion = eu-west-1"),
    ("windows line ends", "config", "[default]\r\nregion = a\r\ns3 =\r\n  x = 1\r\n\r\n[profile b]\r\nregion = b\r\n"),
    ("old mac line ends", "config", "[default]\rregion = a\r[profile b]\rregion = b\r"),
    ("profile names", "config", "[profile dev]\na = 1\n[profile  two ]\na = 2\n[profile\ttab]\na = 3\n"),
    ("quoted profile names", "config", "[profile \"my dev\"]\na = 1\n[profile 'it s']\na = 2\n[profile back\\ slash]\na = 3\n[profile pre\"fix ed\"]\na = 4\n[profile \"q\\\"u\\n\"]\na = 5\n[profile \"\"]\na = 6\n"),
    ("prefixes that do not split in two", "config", "[profile]\na = 1\n[profile a b]\na = 2\n[profile \"open]\na = 3\n[profile end\\]\na = 4\n[other]\na = 5\n[sso-session]\na = 6\n[services x y]\na = 7\n"),
    ("prefixes only begin the header", "config", "[profiles x]\na = 1\n[profilefoo y]\na = 2\n[services-z z]\na = 3\n[ profile w]\na = 4\n[default ]\na = 5\n[Default]\na = 6\n"),
    ("default and profile default", "config", "[default]\na = 1\nb = 1\n[profile default]\na = 2\n"),
    ("the same profile, quoted and not", "config", "[profile x]\na = 1\nb = 1\n[profile \"x\"]\na = 2\n"),
    ("sso session and services", "config", "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start#/\n[services local]\ndynamodb =\n  endpoint_url = http://localhost:8000\ns3 =\n  endpoint_url = http://localhost:9000\n"),
    ("text after the header", "config", "[default] # comment\na = 1\n[profile b]x]]\na = 2\n"),
    ("indented header and keys", "config", "  [default]\n  a = 1\n  b = 2\n"),
    ("indented header that continues a value", "config", "[default]\na = 1\n  [profile b]\n"),
    ("comments inside a line stay", "config", "[default]\na = 1 # not a comment\nb = 2 ; nor this\nc = x#y\n"),
    ("comments between keys", "config", "[default]\n# a = 0\na = 1\n   # indented\n;b = 2\nc = 3\n"),
    ("keys in any case", "config", "[default]\nREGION = a\nOutPut = b\nA\u00c4B = c\n"),
    ("colon and equals", "config", "[default]\na: 1\nb : 2 = 3\nc = 4 : 5\nd==x\nrole_arn = arn:aws:iam::1:role/x\n"),
    ("keys with blanks", "config", "[default]\nmy key = 1\n\u00a0nbsp\u00a0=\u00a02\u00a0\n"),
    ("empty values", "config", "[default]\na =\nb=   \n\nc =\n\n\n"),
    ("no interpolation", "config", "[default]\na = %(b)s ${c} %%\nb = 1\n"),
    ("quotes are kept", "config", "[default]\na = \"x\"\nb = 'y'\n"),
    ("continued value", "config", "[default]\na = one\n  two\n\tthree\nb = 1\n"),
    ("continued value with blank and comment lines", "config", "[default]\na = one\n\n  two\n  # not in it\n  three\n\n\nb = 1\n"),
    ("continuation that looks like a key", "config", "[default]\na = 1\n b = 2\n"),
    ("less deep line is a key", "config", "[default]\n    a = 1\n  b = 2\n     c\n"),
    ("nested block", "config", "[default]\ns3 =\n  Addressing_Style = path\n  max_concurrent_requests=20\nregion = a\n"),
    ("nested block with blank and comment lines", "config", "[default]\ns3 =\n\n  # c\n  a = 1\n\n    b = 2 = 3\n  a = 4\n   = x\n\nregion = a\n"),
    ("nested block with deeper colon", "config", "[default]\nx =\n  url = http://a:b\n"),
    ("nested block without equals", "config", "[default]\nregion = a\ns3 =\n  addressing_style: path\n"),
    ("nested secret without name", "credentials", "[default]\naws_secret_access_key =\n  wJalrXUtnFEMI\n"),
    ("DEFAULT gives to all", "config", "[DEFAULT]\nregion = d\ns3 =\n  a = 1\n[default]\noutput = x\n[profile b]\nregion = b\n"),
    ("DEFAULT at the end and twice", "config", "[profile b]\nx = 1\n[DEFAULT]\ny = 2\n[profile c]\ny = 3\n[DEFAULT]\nz = 4\n"),
    ("DEFAULT alone", "config", "[DEFAULT]\nregion = d\n"),
    ("key before any section", "config", "\n# c\nregion = a\n[default]\n"),
    ("indented key before any section", "config", "  region = a\n"),
    ("line without equals", "config", "[default]\na = 1\n\nregion\n"),
    ("bare word after a section", "credentials", "[default]\n  AKIAEXAMPLE\n"),
    ("nothing before equals", "config", "[default]\n= x\n"),
    ("unclosed header", "config", "[default]\na = 1\n[profile b\nc = 2\n"),
    ("unclosed header first", "config", "[default\na = 1\n"),
    ("empty header", "config", "[default]\n[]\n"),
    ("empty header with a value", "config", "[default]\n[] = 1\n"),
    ("header of brackets", "credentials", "[]]\na = 1\n[ ]\nb = 2\n"),
    ("duplicate key", "config", "[default]\na = 1\nb = 2\nA = 3\n"),
    ("duplicate key over two DEFAULTs", "config", "[DEFAULT]\na = 1\n[default]\n[DEFAULT]\na = 2\n"),
    ("duplicate section", "config", "[profile a]\nx = 1\n[profile b]\n\n[profile a]\ny = 1\n"),
    ("credentials file", "credentials", "[default]\naws_access_key_id = A\naws_secret_access_key = b/c+d==\n[dev]\naws_session_token = t\n"),
    ("credentials file keeps names", "credentials", "[profile dev]\na = 1\n[ sp ace ]\na = 2\n[\"q\"]\na = 3\n[sso-session x]\na = 4\n"),
    ("odd characters in values", "config", "[default]\na = x\x0by\x0c\nb = \u2028z\u2028w\nc = \u00e4\U0001f600\nd = \x1c\n"),
    ("blank line of odd blanks", "config", "[default]\na = 1\n\u3000\x1f\n  b\n"),
    ("tab is as deep as one blank", "config", "[default]\n  a = 1\n\tb = 2\n"),
]


def read(kind, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        with open(path, "wb") as out:
            out.write(text.encode("utf-8"))
        if kind == "config":
            config = loader.load_config(path)
            return {key: config[key] for key in ("profiles", "sso_sessions", "services")}
        return {"profiles": loader.raw_config_parse(path)}


def error_line(error):
    if isinstance(error, configparser.ParsingError) and not hasattr(error, "lineno"):
        return error.errors[0][0]
    return getattr(error, "lineno", 0)


def describe(kind, text):
    try:
        config = read(kind, text)
    except ConfigParseError as e:
        line = error_line(e.kwargs["error"])
        return "error" + (f" {line}" if line else "")
    lines = []
    for group, sections in config.items():
        for name, section in sections.items():
            lines.append(f"{group}/{name}")
            for key, value in section.items():
                if isinstance(value, dict):
                    lines.append(f"{group}/{name}/{key}")
                    lines += [f"{group}/{name}/{key}/{k}={v}" for k, v in value.items()]
                else:
                    lines.append(f"{group}/{name}/{key}={value}")
    return "\x1e".join(sorted(lines))


def escaped(text):
    units = text.encode("utf-16-be")
    out = []
    for i in range(0, len(units), 2):
        unit = units[i] << 8 | units[i + 1]
        c = chr(unit)
        if c == "\n":
            out.append("\\n")
        elif c == "\r":
            out.append("\\r")
        elif c == "\\":
            out.append("\\\\")
        elif c == " " and i == 0:
            out.append("\\ ")
        elif 0x20 <= unit < 0x7F:
            out.append(c)
        else:
            out.append(f"\\u{unit:04X}")
    return "".join(out)


python = ".".join(str(part) for part in sys.version_info[:3])
print(f"# Written by profile_files.py: botocore {botocore.__version__}, Python {python}.")
for number, (name, kind, text) in enumerate(CASES):
    print()
    print(f"{number:02}.name={name}")
    print(f"{number:02}.kind={kind}")
    print(f"{number:02}.text={escaped(text)}")
    print(f"{number:02}.read={escaped(describe(kind, text))}")
