// Explains a term where it stands: on hover, on focus, on touch. Without this script a term is a link to its entry.
//
// The explanation holds a link, so it is no tooltip, whose content nobody can get at; and reading goes on beside it,
// so it is no dialog that would take the focus. It is a note, put right behind its term: there the Tab key and a
// screen reader find it next. What the term is said to be, its definition, is also its description
// (aria-describedby). WCAG 2.2, 1.4.13: Escape takes it away and leaves pointer and focus where they are, the
// pointer can move into it, and it stays until pointer and focus have left.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var said = document.currentScript.dataset;
  var SHOWN_AFTER = 250, HIDDEN_AFTER = 300, GAP = 4, MARGIN = 8;
  var box = null, owner = null, expansion = null;
  var wanted = null, dismissed = null, pressed = null, timer = 0, pointer = null, waiting = [];

  // What is shown comes as a script, which a page that was opened from a folder may load, too.
  function load(done) {
    if (Ushtil.terms) { done(true); return; }
    if (waiting.push(done) > 1) return;
    var script = document.createElement("script");
    function finish() {
      var all = waiting;
      waiting = [];
      all.forEach(function (each) { each(!!Ushtil.terms); });
    }
    script.onload = finish;
    script.onerror = function () { document.head.removeChild(script); finish(); };
    script.src = said.terms;
    document.head.appendChild(script);
  }

  function add(parent, name, kind, text, language) {
    var made = parent.appendChild(document.createElement(name));
    made.className = kind;
    if (text) made.textContent = text;
    if (language) made.lang = language;
    return made;
  }

  // Spans, for it stands in a paragraph.
  function made(link, found) {
    var names = Object.keys(found[2]), languages = Ushtil.terms.languages, whole = document.createElement("span");
    whole.className = "term-note";
    whole.setAttribute("role", "note");
    whole.lang = document.documentElement.lang;
    whole.setAttribute("aria-label", found[2][names[0]]);
    add(whole, "span", "term-note__name", found[2][names[0]], names[0]);
    add(whole, "span", "term-note__definition", found[1], found[0]).id = "page:term";
    names.slice(1).forEach(function (code) {
      var row = add(whole, "span", "term-note__other");
      add(row, "span", "term-note__language", languages[code], code);
      row.appendChild(document.createTextNode(" "));
      add(row, "span", "", found[2][code], code);
    });
    add(whole, "a", "term-note__open", said.open).href = link.href;
    return whole;
  }

  function show(link, failed) {
    clearTimeout(timer);
    wanted = link;
    if (owner === link) return;
    load(function (loaded) {
      var found = loaded && Ushtil.terms.concepts[decodeURIComponent(link.hash.slice(1))];
      if (wanted !== link) return;
      if (!found) { if (failed) failed(); return; }
      close();
      wanted = owner = link;
      box = made(link, found);
      link.setAttribute("aria-describedby", "page:term");
      // The browser's own tip would stand before it.
      expansion = link.querySelector("abbr[title]");
      if (expansion) { expansion.dataset.title = expansion.title; expansion.removeAttribute("title"); }
      link.parentNode.insertBefore(box, link.nextSibling);
      place();
    });
  }

  function close() {
    clearTimeout(timer);
    wanted = null;
    if (!box) return;
    var was = box, link = owner, hadFocus = box.contains(document.activeElement);
    box = owner = null;
    was.parentNode.removeChild(was);
    link.removeAttribute("aria-describedby");
    if (expansion) expansion.title = expansion.dataset.title;
    expansion = null;
    if (hadFocus) link.focus({ preventScroll: true });
  }

  // Below the line of the term that is pointed at, or above it, where there is more room; never off the screen.
  function place() {
    var width = document.documentElement.clientWidth, height = document.documentElement.clientHeight;
    var lines = Array.prototype.slice.call(owner.getClientRects());
    var line = lines.filter(function (one) {
      return pointer && one.top <= pointer.y && pointer.y <= one.bottom;
    })[0] || lines[0];
    box.style.maxHeight = "";
    var left = Math.min(line.left, width - MARGIN - box.offsetWidth), above = line.top, below = height - line.bottom;
    var isBelow = box.offsetHeight + GAP + MARGIN <= below || below >= above;
    box.style.maxHeight = Math.max(isBelow ? below : above, 80) - GAP - MARGIN + "px";
    box.style.left = Math.max(left, MARGIN) + "px";
    box.style.top = (isBelow ? line.bottom + GAP : line.top - GAP - box.offsetHeight) + "px";
  }

  function hasFocus() {
    var active = document.activeElement;
    return box && (active === owner || box.contains(active));
  }

  function termOf(target) { return target && target.closest ? target.closest("a.term") : null; }

  function leave() {
    clearTimeout(timer);
    if (box && !hasFocus()) timer = setTimeout(close, HIDDEN_AFTER);
    else if (!box) wanted = null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = termOf(event.target);
    pointer = { x: event.clientX, y: event.clientY };
    if (link !== dismissed) dismissed = null;
    if (link && link === dismissed) return;
    if (box && (link === owner || box.contains(event.target))) { clearTimeout(timer); return; }
    if (!link) { leave(); return; }
    clearTimeout(timer);
    load(function () { /* so that it is there when it is to be shown */ });
    timer = setTimeout(function () { show(link); }, SHOWN_AFTER);
  });
  document.documentElement.addEventListener("pointerleave", leave);

  document.addEventListener("focusin", function (event) {
    var link = termOf(event.target);
    if (pressed || (box && box.contains(event.target))) return;
    if (link !== dismissed) dismissed = null;
    if (link && link !== dismissed) { pointer = null; show(link); } else close();
  });

  // A finger cannot hover: the first tap shows the note, a second one, or the link in it, leads on.
  document.addEventListener("pointerdown", function (event) {
    pressed = { touch: event.pointerType !== "mouse", open: owner, x: event.clientX, y: event.clientY };
  });
  document.addEventListener("pointercancel", function () { pressed = null; });
  document.addEventListener("click", function (event) {
    var link = termOf(event.target), press = pressed;
    pressed = null;
    if (link && press && press.touch && press.open !== link) {
      event.preventDefault();
      pointer = press;
      show(link, function () { location.href = link.href; });
    } else if (box && !box.contains(event.target)) close();
  });

  document.addEventListener("keydown", function (event) {
    pressed = null;
    if (event.key !== "Escape") return;
    dismissed = owner || wanted;
    close();
  });

  var moving = false;
  function follow() {
    if (!box || moving) return;
    moving = true;
    requestAnimationFrame(function () {
      moving = false;
      if (!box) return;
      var seen = owner.getBoundingClientRect();
      pointer = null;
      if (!hasFocus() && (seen.bottom < 0 || seen.top > document.documentElement.clientHeight)) close();
      else place();
    });
  }
  window.addEventListener("scroll", follow, { passive: true, capture: true });
  window.addEventListener("resize", follow);
  window.addEventListener("pagehide", close);
})(this);
