// A built index asked, as ushtil/search/asking.py: from a query to what is shown of it.
// All of it may throw `Missing`, and is run again when the shards have come.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};

  // What every query needs, and the shards of its words' keys, where their stems will likely be too: so that they are
  // asked for at once.
  function foresee(store, text, typing) {
    var names = ["stem", "terms"], words = store.words(text);
    words.forEach(function (word, n) {
      var key = store.letters.key(word.form), isLast = n === words.length - 1 && word.end === text.length;
      if (isLast && typing) names = names.concat(store.lexicon.shardsOf(key));
      else names.push("lex-" + search.placeOf(store.manifest.lex, key));
    });
    search.each(names, store.get);
  }

  // {level, pages, missing, corrected, folded, named, concepts} for a query as a reader wrote it; `typing` while the
  // last word may go on.
  search.ask = function (store, text, typing) {
    if (!store.has("stem") || !store.has("terms")) foresee(store, text, typing);
    return answer(new search.Gatherer(store).gather(search.parse(text, store, typing)), store);
  };

  // What another language has on the concepts that a query names: all of them, by any term of each.
  search.askConcepts = function (store, concepts) {
    search.each(["stem", "terms"], store.get);
    var gatherer = new search.Gatherer(store), terms = store.terms().concepts, found = gatherer.found;
    found.matches = search.each(concepts, function (name) {
      var alternatives = search.each(terms.get(name) || [], function (term) {
        return { tier: search.tiers.EXACT, entries: gatherer.entries(search.split(term[1])) };
      }).filter(function (alternative) { return alternative.entries.length; });
      return gatherer.matches(alternatives);
    });
    found.slots = concepts.map(function (name) {
      var term = (terms.get(name) || [["", ""]])[0];
      return { kind: "phrase", forms: [term[0]], stems: search.split(term[1]) };
    });
    return answer(found, store);
  };

  function answer(found, store) {
    var ranked = search.rank(found, store), concepts = [];
    var missing = found.slots.filter(function (_, n) { return !found.matches[n].size; });
    found.named.forEach(function (one) { if (concepts.indexOf(one.concept) < 0) concepts.push(one.concept); });
    return {
      level: ranked.level,
      pages: search.grouped(ranked.hits, store.continued),
      missing: missing.map(function (slot) { return slot.forms.join(" "); }),
      corrected: found.corrected,
      folded: found.folded,
      named: found.named,
      concepts: concepts
    };
  }

  // Whether a hit can be shown without anything being loaded.
  search.isHere = function (store, hit) {
    return store.has("doc-" + search.placeOf(store.manifest.doc, hit.document));
  };

  // A hit with its titles and the part of its text that shows why it was found.
  search.show = function (store, hit) {
    var shard = store.numbered("doc", hit.document), row = shard.docs[hit.document - shard.first];
    var page = shard.pages[row[0]], headings = row[2];
    return {
      page: page[0], pageTitle: page[1], id: row[1], title: headings[headings.length - 1],
      trail: page[2].concat(headings.slice(0, -1)), way: page[2], above: headings.slice(0, -1), date: page[3],
      score: hit.score, stems: hit.stems, pieces: search.snippet(row[3], hit.stems, store)
    };
  };
})(typeof globalThis === "undefined" ? window : globalThis);
