"""Asks boto3 what it says of every broken set-up, for BrokenSetupsTest.

    python3 broken_setups.py > ../resources/io/boto4j/broken-setups-boto3.json

Reads the set-ups from broken-setups.json beside the output. Each is made real in a home directory
of its own and a process of its own, in which a client of DynamoDB lists tables; STS is a stand-in
on 127.0.0.1 that refuses as the set-up says. Written down is the name of the error's class.
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

SETUPS = pathlib.Path(__file__).parent / "../resources/io/boto4j/broken-setups.json"

CALL = """
import json, sys, boto3
profile = sys.argv[1] or None
try:
    session = boto3.Session(profile_name=profile, region_name="eu-west-1")
    session.client("dynamodb", config=boto3.session.Config(retries={"total_max_attempts": 1})).list_tables()
    print("no error")
except BaseException as e:
    name = type(e).__name__
    for base in type(e).__mro__:
        if base.__name__ == "ClientError":
            name = "ClientError"
    print(name)
"""


class Sts(http.server.BaseHTTPRequestHandler):
    refusal = [500, "None", ""]

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        status, code, message = self.refusal
        body = f"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>".encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def main():
    server = http.server.HTTPServer(("127.0.0.1", 0), Sts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    said = {}
    for setup in json.loads(SETUPS.read_text()):
        with tempfile.TemporaryDirectory() as home:
            said[setup["name"]] = ask(setup, home, server)
    json.dump(said, sys.stdout, indent=1)
    print()


def ask(setup, home, server):
    files = dict(setup.get("files", {}))
    for name in ("config", "credentials"):
        if name in setup:
            files[".aws/" + name] = setup[name]
    for name, text in files.items():
        path = pathlib.Path(home, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    environment = {
        "HOME": home,
        "PATH": os.environ["PATH"],
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:1",
        "AWS_ENDPOINT_URL_STS": f"http://127.0.0.1:{server.server_port}",
    }
    for name, value in setup.get("environment", {}).items():
        environment[name] = value.replace("${HOME}", home)
    Sts.refusal = setup.get("sts", [500, "None", ""])
    return subprocess.run(
        [sys.executable, "-c", CALL, setup.get("profile", "")],
        env=environment, capture_output=True, text=True, check=True, timeout=60,
    ).stdout.strip()


if __name__ == "__main__":
    main()
