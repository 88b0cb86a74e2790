// Which languages stand side by side, and in which order: told by the address (?l=kk,ru), else remembered.
(function () {
  "use strict";
  var KEY = "ushtil.parallel";
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".box"));
  var codes = boxes.map(function (box) { return box.value; });

  function remembered() {
    // Storage may be refused, as it is to pages opened from a folder in some browsers.
    try { return localStorage.getItem(KEY) || ""; } catch (refused) { return ""; }
  }

  function remember(text) {
    try { localStorage.setItem(KEY, text); } catch (refused) { /* then not */ }
  }

  // What an address tells; nothing where its percent signs are none.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (malformed) { return ""; }
  }

  function told(text) {
    return text.split(",").filter(function (code, place, all) {
      return codes.indexOf(code) >= 0 && all.indexOf(code) === place;
    });
  }

  // The order of the columns is a number for each: a style sheet made here would be against the site's policy.
  function show(chosen) {
    boxes.forEach(function (box, column) {
      var place = chosen.indexOf(box.value);
      box.checked = place >= 0;
      document.documentElement.style.setProperty("--c" + (column + 1), place < 0 ? null : place);
    });
    carry(chosen);
  }

  function carry(chosen) {
    document.querySelectorAll(".parts a").forEach(function (link) {
      link.href = link.getAttribute("href").replace(/[?].*$/, "") + "?l=" + chosen.join(",");
    });
  }

  function changed(event) {
    var chosen = told(order.join(",")).filter(function (code) { return code !== event.target.value; });
    if (event.target.checked) chosen.push(event.target.value);
    if (!chosen.length) { event.target.checked = true; return; }
    order = chosen.length === codes.length ? codes.slice() : chosen;
    show(order);
    remember(order.join(","));
    // Refused to pages opened from a folder; the choice is remembered all the same, where that is allowed.
    try { history.replaceState(null, "", "?l=" + order.join(",") + location.hash); } catch (refused) { /* then not */ }
  }

  // An address of a paragraph that stands in another part, or nowhere any more, leads to its section.
  function find() {
    var name = decoded(location.hash.slice(1));
    if (!name || document.getElementById(name)) return;
    var section = name.replace(/-p[0-9]+[a-z]*$/, "");
    if (document.getElementById(section)) { location.replace("#" + section); return; }
    document.querySelectorAll(".parts li").forEach(function (part) {
      if (part.querySelector("[aria-current]")) return;
      if ((" " + part.dataset.sections + " ").indexOf(" " + section + " ") >= 0) {
        location.replace(part.firstElementChild.getAttribute("href") + location.hash);
      }
    });
  }

  var asked = /[?&]l=([^&#]*)/.exec(location.search);
  var order = told(asked ? decoded(asked[1]) : "");
  if (!order.length) order = told(remembered());
  if (order.length < 2 && !asked) order = codes.slice();
  if (!order.length) order = codes.slice();
  show(order);
  boxes.forEach(function (box) { box.addEventListener("change", changed); });
  window.addEventListener("hashchange", find);
  find();
  // The columns were set after the browser had gone to the paragraph.
  var target = document.querySelector(":target");
  if (target) target.scrollIntoView();
})();
