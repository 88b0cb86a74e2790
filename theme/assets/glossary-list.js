// Narrows the list of terms to those that hold what is typed, in any language and whatever script its letters are in.
(function () {
  "use strict";
  // Letters that look alike, on both sides as Cyrillic ones: nobody need know in which a word was typed.
  var LATIN = "aceijopsxyhə", CYRILLIC = "асеіјорѕхуһә";
  var tools = document.querySelector(".glossary-filter"), field = tools.querySelector("input");
  var said = tools.querySelector("output"), letters = {}, entries = null;

  function fold(text) {
    return text.normalize("NFC").toLowerCase().replace(/[\u0300\u0301\u00ad]/g, "").replace(/ё/g, "е")
      .replace(/[aceijopsxyhə]/g, function (letter) { return CYRILLIC[LATIN.indexOf(letter)]; });
  }

  // Names without what they are said to be ("Also: ").
  function names(node) {
    return Array.prototype.filter.call(node.querySelectorAll(".names > *"), function (each) {
      return !each.hasAttribute("data-search-exclude");
    });
  }

  function texts(nodes) { return nodes.map(function (node) { return node.textContent; }); }

  // Not before somebody types: a long list takes a cheap phone a while to read.
  function read() {
    var letter = null;
    entries = [];
    document.querySelectorAll("article > h2, .concept").forEach(function (node) {
      if (node.tagName === "H2") { letter = { heading: node, shown: 0 }; letters[node.id] = letter; return; }
      entries.push({ whole: node, letter: letter, text: fold(texts([node.firstElementChild].concat(names(node))).join(" ")) });
    });
  }

  function narrow() {
    if (!entries) read();
    var words = fold(field.value).split(/\s+/), count = 0;
    Object.keys(letters).forEach(function (name) { letters[name].shown = 0; });
    entries.forEach(function (entry) {
      var fits = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
      entry.whole.hidden = !fits;
      entry.letter.shown += fits;
      count += fits;
    });
    document.querySelectorAll(".glossary-tools nav a").forEach(function (link) {
      var found = letters[decodeURIComponent(link.hash.slice(1))];
      if (found) link.parentNode.hidden = found.heading.hidden = !found.shown;
    });
    said.textContent = count ? tools.dataset.count.replace("{shown}", count).replace("{all}", entries.length) : tools.dataset.none;
  }

  // Whoever is led to an entry sees it.
  function arrive() {
    var target = document.querySelector(":target");
    if (!target || !field.value || !target.closest("[hidden]")) return;
    field.value = "";
    narrow();
    target.scrollIntoView();
  }

  // A browser may have kept what was typed before.
  if (field.value) narrow();
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && field.value) { field.value = ""; narrow(); }
  });
  window.addEventListener("hashchange", arrive);
})();
