// Which documents have what a query asks for, as ushtil/search/matching.py.
// An alternative is {tier, entries}; a match is {onlyAbove, tier, score, alternative}.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var LEAST_IMPACT = 2, TOLD = 3;
  var EXACT = 0, BEGUN = 1, GLOSSARY = 2, FOLDED = 3, NEAR = 4;
  search.tiers = { EXACT: EXACT, BEGUN: BEGUN, GLOSSARY: GLOSSARY, FOLDED: FOLDED, NEAR: NEAR };

  function isBetter(match, other) {
    if (match.onlyAbove !== other.onlyAbove) return !match.onlyAbove;
    return match.tier !== other.tier ? match.tier < other.tier : match.score > other.score;
  }

  function put(matches, document, match) {
    var held = matches.get(document);
    if (!held || isBetter(match, held)) matches.set(document, match);
  }

  search.Gatherer = function (store) {
    var gatherer = this, lexicon = store.lexicon;
    // `corrected` and `folded` have [word, forms] where nothing has the word as it is written.
    var found = gatherer.found = {
      slots: [], matches: [], excluded: new Set(), named: [], corrected: [], folded: []
    };

    // The matches of all slots that count.
    gatherer.gather = function (query) {
      var resolved = [].concat.apply([], search.each(query.all, resolve));
      found.named = store.terms().named(resolved);
      found.slots = search.counting(resolved);
      var counting = found.slots.map(function (slot) { return resolved.indexOf(slot); });
      var terms = covering(counting);
      var alternatives = search.each(found.slots, function (slot, place) {
        return alternativesOf(slot, terms.some(function (term) { return term.covered.indexOf(place) >= 0; }));
      });
      found.matches = search.each(alternatives, gatherer.matches);
      search.each(terms, cover);
      search.each(query.excluded, function (slot) {
        gatherer.matches(ofPhrase(slot)).forEach(function (match, document) {
          if (!match.onlyAbove) found.excluded.add(document);
        });
      });
      return found;
    };

    // The slot, or the words of a compound that no document has.
    function resolve(slot) {
      return slot.kind === "compound" && !gatherer.matches(ofPhrase(slot)).size ? search.apart(slot) : [slot];
    }

    // [{covered, alternative}]: the preferred terms of what the query names otherwise, with the slots of each.
    function covering(counting) {
      return search.each(found.named, function (one) {
        var covered = [];
        counting.forEach(function (n, place) { if (one.first <= n && n <= one.last) covered.push(place); });
        var entries = gatherer.entries(one.preferred);
        var quoted = covered.length === 1 && found.slots[covered[0]].kind === "phrase";
        if (!covered.length || !entries.length || one.isPreferred || quoted) return null;
        return { covered: covered, alternative: { tier: GLOSSARY, entries: entries } };
      }).filter(Boolean);
    }

    // What a slot may stand for, glossary terms apart; `hasOther` tells that there is one.
    function alternativesOf(slot, hasOther) {
      if (slot.kind !== "word") return ofPhrase(slot);
      var word = slot.forms[0], begun = [], numbers = new Set();
      search.each(lexicon.needed(word, slot.stems[0], slot.isBegun), store.get);
      var exact = lexicon.exact(slot.stems[0]);
      var folded = lexicon.folded(word, slot.isBegun, exact);
      if (slot.isBegun || (slot.isLast && !(exact || folded.length || hasOther))) {
        begun = lexicon.begun(word).filter(function (entry) { return !exact || entry.number !== exact.number; });
      }
      begun.forEach(function (entry) { numbers.add(entry.number); });
      var others = folded.filter(function (entry) { return !numbers.has(entry.number); });
      var alternatives = [].concat(of(EXACT, exact ? [exact] : []), of(BEGUN, begun), of(FOLDED, others));
      if (alternatives.length && alternatives[0].tier === FOLDED && !hasOther) {
        found.folded.push([word, search.each(others.slice(0, TOLD), lexicon.shown)]);
      }
      if (alternatives.length || hasOther) return alternatives;
      var near = lexicon.near(word, slot.stems[0]);
      if (near.length) found.corrected.push([word, search.each(near, lexicon.shown)]);
      return of(NEAR, near);
    }

    function of(tier, entries) {
      return entries.map(function (entry) { return { tier: tier, entries: [entry] }; });
    }

    // A slot taken exactly: its words in a row; a compound's words written together, too.
    function ofPhrase(slot) {
      var entries = gatherer.entries(slot.stems);
      var alternatives = entries.length ? [{ tier: EXACT, entries: entries }] : [];
      if (slot.kind !== "compound") return alternatives;
      var joined = lexicon.exact(store.stem(slot.forms.join("")));
      return alternatives.concat(of(EXACT, joined ? [joined] : []));
    }

    // The terms with these stems, none where one is missing.
    gatherer.entries = function (stems) {
      var entries = search.each(stems, lexicon.exact);
      return entries.every(Boolean) ? entries : [];
    };

    // Document → the best match of a slot with these alternatives.
    gatherer.matches = function (alternatives) {
      var best = new Map();
      search.each(alternatives, having).forEach(function (matches) {
        matches.forEach(function (pair) { put(best, pair[0], pair[1]); });
      });
      return best;
    };

    // [document, match] of the documents that have an alternative.
    function having(alternative) {
      var entries = alternative.entries, pairs = [];
      var postings = search.each(entries, function (entry) { return store.postings(entry.number); });
      var weights = entries.map(function (entry) { return store.idf(entry.df); });
      function add(document) {
        var score = 0;
        for (var n = 0; n < postings.length; n++) {
          score += weights[n] * Math.max(postings[n].get(document), LEAST_IMPACT);
        }
        pairs.push([document, {
          onlyAbove: postings[0].get(document) === 0, tier: alternative.tier, score: score, alternative: alternative
        }]);
      }
      if (entries.length > 1) inARow(entries).forEach(add);
      else Array.from(postings[0].keys()).forEach(add);
      return pairs;
    }

    // The documents where the terms follow one another.
    function inARow(entries) {
      var places = search.each(entries, function (entry) { return store.places(entry.number); }), all = [];
      places[0].forEach(function (first, document) {
        var others = places.map(function (each) { return each.get(document); });
        if (!others.every(Boolean)) return;
        var follows = first.some(function (place) {
          return others.every(function (each, n) { return each.indexOf(place + n) >= 0; });
        });
        if (follows) all.push(document);
      });
      return all;
    }

    // Puts a glossary term in for the slots that it covers; the first has its score.
    function cover(term) {
      having(term.alternative).forEach(function (pair) {
        term.covered.forEach(function (place, n) {
          put(found.matches[place], pair[0], n ? Object.assign({}, pair[1], { score: 0 }) : pair[1]);
        });
      });
    }
  };
})(typeof globalThis === "undefined" ? window : globalThis);
