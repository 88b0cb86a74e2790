// Keeps the reader's place: the switcher and the contents follow what is in view, addresses can be copied and shared.
(function () {
  "use strict";
  var said = document.currentScript.dataset, Ushtil = window.Ushtil = window.Ushtil || {};
  var switcher = Array.prototype.slice.call(document.querySelectorAll(".languages a"));
  var bases = switcher.map(function (link) { return link.getAttribute("href"); });
  var places = Array.prototype.slice.call(
    document.querySelectorAll("article .heading > [id], article [id] > a.address, article [id] + .entry")
  ).map(function (found) {
    if (found.className === "entry") return found.previousElementSibling;
    return found.id ? found : found.parentNode;
  });

  // What the reader asked for while it is in view, else the last heading or paragraph that begins above a line
  // a little below the header.
  function inView() {
    var asked = document.querySelector(":target"), line = 100, low = 0, high = places.length;
    var box = asked && asked.getBoundingClientRect();
    if (box && box.bottom > line && box.top < innerHeight && places.indexOf(asked) >= 0) return places.indexOf(asked);
    // Who has not begun to read gets the page from its top.
    if (window.pageYOffset < 40) return -1;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (places[middle].getBoundingClientRect().top <= line) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function headingOf(place) {
    while (place >= 0 && !/^H[1-6]$/.test(places[place].tagName)) place--;
    return place >= 0 ? places[place] : null;
  }

  function leads(heading, link) {
    var box = heading.parentNode, code = link.hreflang;
    // A concept stands in the glossary of every language.
    if (box.className !== "heading") return true;
    var really = box.querySelector('.elsewhere a[hreflang="' + code + '"]');
    var standsIn = (" " + (box.dataset.standIns || "") + " ").indexOf(" " + code + " ") >= 0;
    return really || standsIn || link.getAttribute("aria-current") === "true";
  }

  // In the contents, the section in view; it stays in sight where they scroll by themselves.
  var contents = document.querySelector(".contents"), marked = null;
  function mark(heading) {
    var link = contents && heading && contents.querySelector('a[href="#' + heading.id + '"]');
    if (link === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    marked = link;
    if (!link || contents.scrollHeight <= contents.clientHeight) return;
    contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
  }

  function follow() {
    var place = inView(), heading = headingOf(place);
    mark(heading);
    switcher.forEach(function (link, n) {
      var from = place;
      var found = heading;
      // A section that the other language does not have: the one before it that it has.
      while (found && link.hreflang && !leads(found, link)) {
        from = places.indexOf(found) - 1;
        found = headingOf(from);
      }
      var exact = found === heading && place >= 0 ? places[place] : found;
      var beside = !link.hreflang && found && found.parentNode.querySelector(".elsewhere .beside");
      var base = beside ? beside.getAttribute("href").replace(/#.*$/, "") : bases[n];
      link.setAttribute("href", base + (exact ? "#" + exact.id : ""));
    });
  }

  // Where a paragraph has another number in this language, or none: its section.
  function arrive() {
    var name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch (malformed) { /* no place of ours */ }
    if (!name || document.getElementById(name)) return;
    var section = name.replace(/-p[0-9]+[a-z]*$/, "");
    if (section !== name && document.getElementById(section)) location.replace("#" + section);
  }

  function copy(text) {
    if (navigator.clipboard && navigator.clipboard.writeText) return navigator.clipboard.writeText(text);
    return new Promise(function (done, failed) {
      var field = document.createElement("textarea"), before = document.activeElement;
      field.value = text;
      field.style.position = "fixed";
      field.style.opacity = "0";
      document.body.appendChild(field);
      field.select();
      var copied = document.execCommand && document.execCommand("copy");
      document.body.removeChild(field);
      if (before) before.focus();
      if (copied) done(); else failed();
    });
  }

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  Ushtil.copy = copy;
  Ushtil.button = button;

  var menu = null, opener = null;

  // Who was in the menu is back where it was opened.
  function close() {
    var was = menu;
    menu = null;
    if (was && was.contains(document.activeElement)) opener.focus();
    if (was && was.parentNode) was.parentNode.removeChild(was);
  }

  function open(link) {
    close();
    var status = document.createElement("span");
    status.className = "unseen";
    status.setAttribute("role", "status");
    opener = link;
    menu = document.createElement("span");
    menu.className = "actions";
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", link.getAttribute("aria-label"));
    menu.appendChild(button(said.copy, function (event) {
      var pressed = event.currentTarget;
      copy(link.href).then(function () { pressed.textContent = status.textContent = said.copied; }, close);
    }));
    if (navigator.share) {
      menu.appendChild(button(said.share, function () {
        navigator.share({ title: document.title, url: link.href }).catch(function () { /* given up */ });
      }));
    }
    // What other scripts offer at an address: { text, act(link) }.
    (Ushtil.actions || []).forEach(function (action) {
      menu.appendChild(button(action.text, function () { close(); action.act(link); }));
    });
    menu.appendChild(status);
    var last = link.nextElementSibling && link.nextElementSibling.matches(".facing") ? link.nextElementSibling : link;
    last.parentNode.insertBefore(menu, last.nextSibling);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.address");
    if (link) open(link);
    else if (menu && !menu.contains(event.target)) close();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });

  // All pages, where they scroll by themselves: this one in sight.
  var here = document.querySelector(".pages [aria-current]"), pages = here && here.closest(".pages");
  if (pages && here.offsetTop + here.offsetHeight > pages.clientHeight) {
    pages.scrollTop = here.offsetTop - pages.clientHeight / 2;
  }

  var waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(function () { waiting = false; follow(); });
  }
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon);
  window.addEventListener("hashchange", function () { arrive(); soon(); });
  arrive();
  follow();
})();
