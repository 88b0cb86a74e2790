// Light or dark: what the system says, until the reader chooses. The choice is made before anything is painted;
// where storage is refused it holds for the page.
(function (root) {
  "use strict";
  var KEY = "ushtil.scheme", page = document.documentElement, dark = root.matchMedia("(prefers-color-scheme: dark)");

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function remember(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme); else localStorage.removeItem(KEY);
    } catch (refused) { /* then not */ }
  }

  function system() { return dark.matches ? "dark" : "light"; }
  function shown() { return page.dataset.scheme || system(); }
  function other() { return shown() === "dark" ? "light" : "dark"; }

  function show(scheme) {
    if (scheme === "dark" || scheme === "light") page.dataset.scheme = scheme; else delete page.dataset.scheme;
  }

  function ready() {
    var button = document.querySelector(".scheme");
    if (!button) return;
    function tell() {
      button.title = button.dataset[other()];
      button.setAttribute("aria-label", button.title);
    }
    button.addEventListener("click", function () {
      // Back at what the system says, the page follows it again.
      var wanted = other() === system() ? "" : other();
      show(wanted);
      remember(wanted);
      tell();
    });
    dark.addListener(tell);
    tell();
  }

  page.classList.add("js");
  show(remembered());
  document.addEventListener("DOMContentLoaded", ready);
})(this);
