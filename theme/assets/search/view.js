// What results look like. Texts go in as text, never as HTML.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};

  // A new element; `held` is its text or a list of its children.
  search.make = function (name, kind, held, language) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (language) made.lang = language;
    if (Array.isArray(held)) held.forEach(function (child) { made.appendChild(child); });
    else if (held !== undefined && held !== null) made.textContent = held;
    return made;
  };

  // "{count} more" and what stands for the names in it.
  search.fill = function (text, values) {
    return text.replace(/\{([a-z]+)\}/g, function (_, name) { return values[name]; });
  };

  search.top = function (address) {
    return search.box.dataset.top + address.split("/").map(encodeURIComponent).join("/");
  };

  search.language = function (code) {
    return search.interface.languages.find(function (one) { return one.code === code; });
  };

  // The address of the page of results; `concepts` where the glossary leads there.
  search.resultsAt = function (code, query, concepts) {
    var asked = "?q=" + encodeURIComponent(query);
    if (concepts && concepts.length) asked += "&c=" + concepts.map(encodeURIComponent).join(",");
    return search.top(search.language(code).results) + asked;
  };

  // Where a result leads: to its section, with the words to mark.
  search.addressOf = function (store, shown) {
    var address = search.top(store.manifest.prefix + shown.page.replace(/\.[^./]*$/, "") + ".html");
    address += "?mark=" + encodeURIComponent(Array.from(shown.stems).sort().join(" "));
    return address + (shown.id ? "#" + encodeURIComponent(shown.id) : "");
  };

  // At most `before` letters stand before the first mark, or a few lines would not show it.
  search.snippetOf = function (shown, before) {
    var pieces = shown.pieces, first = pieces.findIndex(function (piece) { return piece.isMarked; });
    var lead = pieces.slice(0, Math.max(first, 0)).map(function (piece) { return piece.text; }).join("");
    if (lead.length > before) {
      lead = "…" + lead.slice(lead.indexOf(" ", lead.length - before) + 1);
      pieces = [{ text: lead, isMarked: false }].concat(pieces.slice(first));
    }
    return pieces.map(function (piece) {
      return piece.isMarked ? search.make("mark", "", piece.text) : document.createTextNode(piece.text);
    });
  };

  // The page that results stand on: the way to it, its title, its language.
  search.pageOf = function (shown, code) {
    var parts = shown.way.filter(function (title) { return title !== shown.pageTitle; });
    var made = search.make("span", "search__page", [search.make("span", "search__name", shown.pageTitle, code)]);
    if (parts.length) {
      made.insertBefore(search.make("span", "search__way", parts.join(" › ") + " › ", code), made.firstChild);
    }
    var badge = search.make("abbr", "search__badge", search.language(code).short, code);
    badge.title = search.language(code).name;
    made.appendChild(document.createTextNode(" "));
    made.appendChild(badge);
    return made;
  };

  // A result in `made`, a link: its title, the headings above it on its page, and its snippet.
  search.fillHit = function (made, shown, store, before) {
    // A letter of the glossary is no way to anything.
    var above = shown.above.filter(function (title) {
      return title.length > 1 && title !== shown.pageTitle && title !== shown.title;
    });
    made.href = search.addressOf(store, shown);
    made.lang = store.code;
    made.appendChild(search.make("span", "search__title", shown.title));
    if (above.length) made.appendChild(search.make("span", "search__above", above.join(" › ")));
    made.appendChild(document.createTextNode(" "));
    made.appendChild(search.make("span", "search__snippet", search.snippetOf(shown, before)));
    return made;
  };

  // What there is to say of an answer: how the query was read, and what of it was not found.
  search.remarks = function (answer, store, query) {
    var told = search.interface.told, said = [];
    function forms(shown) { return shown.slice(0, 3).join(", "); }
    function say(text, values) { said.push(search.fill(text, values)); }
    if (answer.level === "none") say(told.none, { query: query.trim() });
    answer.named.forEach(function (one) {
      if (!one.isPreferred && answer.level !== "none") say(told.term, { word: one.written, term: one.shown });
    });
    answer.corrected.forEach(function (pair) { say(told.corrected, { word: pair[0], words: forms(pair[1]) }); });
    answer.folded.forEach(function (pair) { say(told.folded, { word: pair[0], words: forms(pair[1]) }); });
    if (answer.level === "page") say(told.level_page, {});
    if (answer.level === "some") say(told.level_some, {});
    if (answer.level === "some" && answer.missing.length) say(told.missing, { words: answer.missing.join(", ") });
    return said;
  };

  search.counted = function (answer) {
    return search.fill(search.interface.told.found, {
      sections: search.count(answer), pages: answer.pages.length
    });
  };

  // The ways on where search does not help: the glossary, and the list of all pages.
  search.ways = function () {
    var told = search.interface.told, at = search.interface.ways, links = [];
    function add(text, address) {
      if (!address) return;
      if (links.length) links.push(document.createTextNode(" · "));
      links.push(search.make("a", "", text));
      links[links.length - 1].href = search.top(address);
    }
    add(told.glossary, at.glossary);
    add(told.pages, at.pages);
    return search.make("p", "search__ways", [document.createTextNode(told.ways + " ")].concat(links));
  };

  // The failure to tell; a fault of ours is not to be swallowed.
  search.failureOf = function (error) {
    if (error instanceof search.Failure) return error;
    setTimeout(function () { throw error; }, 0);
    return new search.Failure("broken");
  };

  // What is told when a shard did not come, with a way on and another try.
  search.failed = function (failure, again) {
    var told = search.interface.told, button = search.make("button", "search__again", told.again);
    button.type = "button";
    button.addEventListener("click", again);
    var text = told["failed_" + failure.kind];
    return search.make("div", "search__trouble", [search.make("p", "", text), button, search.ways()]);
  };
})(typeof globalThis === "undefined" ? window : globalThis);
