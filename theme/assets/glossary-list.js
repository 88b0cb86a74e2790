// Narrows the list of terms to those that hold what is typed, in any language and whatever script its letters are in.
(function () {
  "use strict";
  // Letters that look alike, on both sides as Cyrillic ones: nobody need know in which a word was typed.
  var LATIN = "aceijopsxyhə", CYRILLIC = "асеіјорѕхуһә";
  var tools = document.querySelector(".glossary-filter"), field = tools.querySelector("input");
  var said = tools.querySelector("output"), letters = {};

  function fold(text) {
    return text.normalize("NFC").toLowerCase().replace(/[\u0300\u0301\u00ad]/g, "").replace(/ё/g, "е")
      .replace(/[aceijopsxyhə]/g, function (letter) { return CYRILLIC[LATIN.indexOf(letter)]; });
  }

  function texts(nodes) { return nodes.map(function (node) { return node.textContent; }); }

  var letter = null, entries = [];
  document.querySelectorAll("article h2, article .entry").forEach(function (node) {
    if (node.tagName === "H2") { letter = { heading: node, shown: 0 }; letters[node.id] = letter; return; }
    var heading = node.previousElementSibling, title = heading.querySelector("[id]") || heading;
    var names = Array.prototype.slice.call(node.querySelectorAll(".term-name, .other dd"));
    entries.push({ id: title.id, parts: [heading, node], letter: letter, text: fold(texts([title].concat(names)).join(" ")) });
  });

  function narrow() {
    var words = fold(field.value).split(/\s+/), shown = {}, count = 0;
    Object.keys(letters).forEach(function (name) { letters[name].shown = 0; });
    entries.forEach(function (entry) {
      var fits = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
      entry.parts.forEach(function (part) { part.hidden = !fits; });
      entry.letter.shown += fits;
      shown["#" + entry.id] = fits;
      count += fits;
    });
    document.querySelectorAll(".glossary-tools nav a").forEach(function (link) {
      var found = letters[decodeURIComponent(link.hash.slice(1))];
      if (found) link.parentNode.hidden = found.heading.hidden = !found.shown;
    });
    document.querySelectorAll(".subject a").forEach(function (link) { link.parentNode.hidden = !shown[link.hash]; });
    said.textContent = count ? tools.dataset.count.replace("{shown}", count).replace("{all}", entries.length) : tools.dataset.none;
  }

  // Whoever is led to an entry sees it.
  function arrive() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !field.value || !target.closest("[hidden]")) return;
    field.value = "";
    narrow();
    target.scrollIntoView();
  }

  tools.hidden = false;
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && field.value) { field.value = ""; narrow(); }
  });
  window.addEventListener("hashchange", arrive);
  narrow();
})();
