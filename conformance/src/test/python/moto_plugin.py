"""A plugin for pytest: moto's tests begin with an empty boto4j-local, and end after 40 seconds at the latest."""
import os
import signal

import pytest
import requests
from moto.core.models import ServerModeMockAWS

ENDPOINT = os.environ["TEST_SERVER_MODE_ENDPOINT"]


def reset(_self):
    requests.post(f"{ENDPOINT}/_boto4j/reset", timeout=10).raise_for_status()


ServerModeMockAWS.reset = reset


class TooSlow(Exception):
    """The test took longer than 40 seconds."""


def give_up(_signal, _frame):
    raise TooSlow


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(40)
    yield
    signal.alarm(0)
