"""Runs a program at a terminal: types an answer once a question is seen, prints what was shown, and exits as it does.

    terminal.py QUESTION ANSWER PROGRAM [ARGUMENT ...]
"""

import os
import pty
import sys

question, answer, *command = sys.argv[1:]
process, terminal = pty.fork()
if process == 0:
    os.execv(command[0], command)
shown = b""
while True:
    try:
        read = os.read(terminal, 1024)
    except OSError:  # so Linux says that the other end is closed
        break
    if not read:
        break
    shown += read
    if answer and question.encode() in shown:
        os.write(terminal, answer.encode() + b"\n")
        answer = ""
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
