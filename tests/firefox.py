"""Firefox, as Debian ships it, in the few words of Playwright's that our tests share between browsers.

Playwright drives only builds of its own, which it downloads.  The installed Firefox speaks WebDriver BiDi
itself, the W3C's protocol: JSON over a WebSocket, with no driver between.

    {"id": 1, "method": "browsingContext.navigate", "params": {…}}   →   {"id": 1, "type": "success", …}
                                                                     →   {"type": "event", "method": …}
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

FIREFOX = "/usr/bin/firefox-esr"
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = ["log.entryAdded", "network.beforeRequestSent", "network.fetchError"]
# So that what is asked for by the page is all that is asked for.
_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#",
}
_KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowDown": "\ue015", "Space": " "}
# A violation is an event and no entry of the log.
_TELL_VIOLATIONS = (
    "() => document.addEventListener('securitypolicyviolation',"
    " event => console.error('policy: ' + event.effectiveDirective + ' ' + event.blockedURI))"
)
# As Playwright does, an element is brought to the middle only from out of sight: a page takes note of where
# its reader is.  Of what is broken over two lines the first is taken.
_PLACE = """(element => {
  const box = () => element.getClientRects()[0];
  const middle = { block: "center", behavior: "instant" };
  if (!element || !box()) return null;
  if (box().top < 0 || box().bottom > innerHeight) element.scrollIntoView(middle);
  return [Math.round(box().left + box().width / 2), Math.round(box().top + box().height / 2)];
})(document.querySelector(%s))"""


class Refused(Exception):
    """Firefox answers with an error."""


class Firefox:
    """A running Firefox. Commands are answered in turn; events that come between are kept."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=_EVENTS)
        self.command("script.addPreloadScript", functionDeclaration=_TELL_VIOLATIONS)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command. Raises `Refused`."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=30))
            if told.get("id") != number:
                # What has no method is the answer to a command that was given up.
                if "method" in told:
                    self.events.append(told)
            elif told["type"] == "error":
                raise Refused(f"{method}: {told['error']}: {told['message']}")
            else:
                return dict(told["result"])

    @contextmanager
    def page(self) -> Iterator[tuple[Tab, list[str]]]:
        """A fresh page without storage or cookies, and what went wrong on it when it is closed."""
        user = self.command("browser.createUserContext")["userContext"]
        try:
            tab = Tab(self, self.command("browsingContext.create", type="tab", userContext=user)["context"])
            faults: list[str] = []
            self.events.clear()
            yield tab, faults
            tab.wait_for_timeout(50)
            tab.evaluate("1")
            faults += tab.faults()
        finally:
            self.command("browser.removeUserContext", userContext=user)


class Tab:
    """A page, with the methods of Playwright's that are needed."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self._firefox, self.context, self.keyboard = firefox, context, self

    def goto(self, url: str) -> None:
        self._firefox.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression, which JSON can carry; again where the page was just about to go."""
        result = self._settled(f"Promise.resolve({expression}).then(JSON.stringify)")
        if result["type"] == "exception":
            raise Refused(result["exceptionDetails"]["text"])
        value = result["result"].get("value")
        return None if value is None else json.loads(value)

    def _settled(self, expression: str) -> dict[str, Any]:
        told: Refused | None = None
        for _ in range(40):
            try:
                return self._evaluate(expression)
            except Refused as error:
                told = error
                self.wait_for_timeout(50)
        raise Refused(f"{expression}: the page does not come to rest") from told

    def _evaluate(self, expression: str) -> dict[str, Any]:
        target = {"context": self.context}
        return self._firefox.command(
            "script.evaluate", expression=expression, target=target, awaitPromise=True
        )

    def click(self, selector: str) -> None:
        self._point(selector, [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def hover(self, selector: str) -> None:
        self._point(selector, [])

    def _point(self, selector: str, then: list[dict[str, Any]]) -> None:
        x, y = self._place(selector)
        actions = [{"type": "pointerMove", "x": x, "y": y}, *then]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def _place(self, selector: str) -> list[int]:
        """The middle of an element's first line, once it is there and stands still. Raises `Refused`."""
        asked = _PLACE % json.dumps(selector)
        before, place = None, self.evaluate(asked)
        for _ in range(200):
            if place and place == before:
                return list(place)
            self.wait_for_timeout(30)
            before, place = place, self.evaluate(asked)
        raise Refused(f"{selector}: is not there, or does not come to rest")

    def type(self, text: str) -> None:
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def press(self, key: str) -> None:
        self.type(_KEYS[key])

    def _act(self, source: dict[str, Any]) -> None:
        self._firefox.command("input.performActions", context=self.context, actions=[source])

    def wait_for_timeout(self, milliseconds: float) -> None:
        time.sleep(milliseconds / 1000)

    def cookies(self) -> list[Any]:
        partition = {"type": "context", "context": self.context}
        return list(self._firefox.command("storage.getCookies", partition=partition)["cookies"])

    def requests(self) -> list[str]:
        """All addresses that were asked for."""
        return [event["params"]["request"]["url"] for event in self._of_this("network.beforeRequestSent")]

    def faults(self) -> list[str]:
        """Errors that the page logged, violations of its policy and requests that failed."""
        logged = [
            event["params"]["text"]
            for event in self._events("log.entryAdded")
            if event["params"]["source"].get("context") == self.context
            and event["params"]["level"] == "error"
        ]
        failed = (event["params"] for event in self._of_this("network.fetchError"))
        gone = {"NS_BINDING_ABORTED"}
        return logged + [f"failed: {one['request']['url']}" for one in failed if one["errorText"] not in gone]

    def _of_this(self, method: str) -> Iterator[dict[str, Any]]:
        return (event for event in self._events(method) if event["params"].get("context") == self.context)

    def _events(self, method: str) -> Iterator[dict[str, Any]]:
        return (event for event in self._firefox.events if event["method"] == method)


@contextmanager
def running(path: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox of its own, with a profile in an empty folder."""
    told = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text("".join(told), encoding="utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with (profile / "log").open("w") as log:
        process = subprocess.Popen(command, stderr=log, stdout=log)
    try:
        with connect(f"{_address(process, profile / 'log')}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(600):
        found = _LISTENS.search(log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"Firefox does not start: {log.read_text(encoding='utf-8', errors='replace')}")
