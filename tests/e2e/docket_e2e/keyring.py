# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
"""The keyring of the private desktop, locked and unlocked."""
import os
import socket
import struct
import subprocess

from . import desktop
from .waiting import wait_until

PASSWORD = "test"
LOGIN = "/org/freedesktop/secrets/collection/login"
UNLOCK = 1
PROMPT = "Unlock Login Keyring"


def lock():
    subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets",
                    "-m", "org.freedesktop.Secret.Service.Lock", f"['{LOGIN}']"],
                   check=True, capture_output=True, timeout=60)


def unlock():
    """As a log-in does: hand the daemon the password over its control socket."""
    password = PASSWORD.encode()
    request = struct.pack(">III", 12 + len(password), UNLOCK, len(password)) + password
    with socket.socket(socket.AF_UNIX) as control:
        control.settimeout(60)
        control.connect(os.path.join(os.environ["XDG_RUNTIME_DIR"], "keyring", "control"))
        control.sendall(b"\0" + request)
        answer = control.recv(8, socket.MSG_WAITALL)
    assert answer == struct.pack(">II", 8, 0), answer


def prompts():
    """The windows in which the desktop asks for the password."""
    return desktop.xdotool("search", "--onlyvisible", "--name", PROMPT).split()


def put_prompt_aside():
    """It takes all keys and clicks for itself while it is to be seen. Return the window."""
    [window] = wait_until(prompts, "the desktop asks for the keyring's password")
    desktop.xdotool("windowunmap", "--sync", window)
    return window


def answer_prompt(window):
    """Type the password, as a person does."""
    desktop.xdotool("windowmap", "--sync", window)
    wait_until(prompts, "the desktop asks for the keyring's password")
    desktop.type_text(PASSWORD)
    desktop.key("Return")
    wait_until(lambda: not prompts(), "the password is taken")


def dismiss_prompt():
    """Where it is still there: it outlives whoever waited for an answer."""
    for window in desktop.xdotool("search", "--name", PROMPT).split():
        desktop.xdotool("windowmap", "--sync", window)
        desktop.key("Escape")
    wait_until(lambda: not prompts(), "nobody asks for a password")
