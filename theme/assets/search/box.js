// The search field of a page. Nothing else of search is loaded until somebody goes to the field, presses the key /,
// or comes from the results with words to mark.
(function (root) {
  "use strict";
  var box = document.querySelector(".search");
  if (!box) return;
  var Ushtil = root.Ushtil = root.Ushtil || {}, search = Ushtil.search = Ushtil.search || {};
  var said = box.dataset, link = box.querySelector(".search__open"), started = null, PATIENCE = 20000;
  var scripts = ("stem/fold stem/stem " + (said.stemmer ? "stem/" + said.stemmer : "") + " search/layout search/words" +
    " search/letters search/query search/lexicon search/terms search/store search/matching search/ranking" +
    " search/snippets search/asking search/shards search/session search/view search/marks").split(" ");

  search.box = box;

  // Scripts in order; the reader's language comes as one, too.
  function load(name) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      setTimeout(failed, search.PATIENCE || PATIENCE);
      script.async = false;
      script.onload = done;
      script.onerror = failed;
      script.src = said.top + name + ".js";
      document.head.appendChild(script);
    });
  }

  // The page of results has it from the first.
  function style() {
    return link && new Promise(function (done) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.onload = sheet.onerror = done;
      sheet.href = said.top + "assets/search/search.css";
      document.head.appendChild(sheet);
    });
  }

  // All of search, once; a copy of the site that lacks a part of it says so.
  function start() {
    if (started) return started;
    var all = scripts.filter(Boolean).concat(link ? "search/combobox" : "search/results");
    var names = all.map(function (name) { return "assets/" + name; }).concat("search/" + said.code + "/interface");
    started = Promise.all([style()].concat(names.map(load))).then(function () { if (!search.interface) throw search; });
    started.catch(fail);
    return started;
  }

  function fail() {
    var note = box.appendChild(document.createElement("p"));
    note.className = "search__failed";
    note.setAttribute("role", "alert");
    note.textContent = said.failed + " ";
    [[said.glossary, said.glossaryAt], [said.pages, said.pagesAt]].forEach(function (way) {
      if (!way[1]) return;
      var made = note.appendChild(document.createElement("a"));
      made.textContent = way[0];
      made.href = way[1];
      note.appendChild(document.createTextNode(" "));
    });
  }

  var field = document.createElement("input");
  [["type", "text"], ["class", "search__field"], ["aria-label", said.label], ["placeholder", said.label],
    ["autocomplete", "off"], ["autocapitalize", "none"], ["spellcheck", "false"], ["inputmode", "search"],
    ["enterkeyhint", "search"], ["maxlength", "200"]].forEach(function (pair) {
    field.setAttribute(pair[0], pair[1]);
  });
  box.insertBefore(field, link);
  box.classList.add("search--ready");

  function begin() {
    start().then(function () { (link ? search.combobox : search.results)(box, field); }, function () { /* told */ });
  }
  function open() {
    box.classList.add("search--open");
    field.focus();
  }

  field.addEventListener("focus", begin, { once: true });
  if (link) link.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", function (event) {
    var at = event.target, typed = /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typed) return;
    event.preventDefault();
    open();
  });

  if (!link) begin();
  if (/[?&]mark=/.test(location.search)) start().then(function () { search.mark(); }, function () { /* told */ });
})(this);
