// The order of the documents that were gathered, as ushtil/search/ranking.py. Whole numbers only.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var FARTHEST = 8, NEARNESS = 4;

  // {level, hits}: the hits in order, ungrouped. A hit is {document, page, score, tier, slots, stems}.
  search.rank = function (found, store) {
    var having = new Map(), own = new Set(), candidates = new Map();
    found.matches.forEach(function (matches) {
      matches.forEach(function (match, document) {
        having.set(document, (having.get(document) || 0) + 1);
        if (!match.onlyAbove) own.add(document);
      });
    });
    own.forEach(function (document) {
      if (!found.excluded.has(document)) candidates.set(document, having.get(document));
    });
    var chosen = choose(candidates, found.matches, store.pages);
    var near = nearness(found, store, new Set(chosen.documents));
    var hits = chosen.documents.map(function (document) {
      return hitOf(document, candidates.get(document), found, store, near.get(document) || 0);
    });
    hits.sort(function (a, b) {
      return b.slots - a.slots || a.tier - b.tier || b.score - a.score || a.document - b.document;
    });
    return { level: chosen.level, hits: hits };
  };

  // The documents to show: with all slots, or of pages with all, or with most.
  function choose(candidates, matches, pages) {
    var all = Array.from(candidates.keys()), most = 0;
    candidates.forEach(function (count) { most = Math.max(most, count); });
    if (!most) return { level: "none", documents: [] };
    if (most < matches.length) {
      var whole = matches.reduce(function (left, found) {
        var here = new Set();
        found.forEach(function (_, document) { if (candidates.has(document)) here.add(pages[document]); });
        return left ? new Set(Array.from(left).filter(function (page) { return here.has(page); })) : here;
      }, null);
      if (whole.size) {
        return { level: "page", documents: all.filter(function (document) { return whole.has(pages[document]); }) };
      }
    }
    return {
      level: most === matches.length ? "all" : "some",
      documents: all.filter(function (document) { return candidates.get(document) === most; })
    };
  }

  function hitOf(document, count, found, store, near) {
    var score = near, tier = 0, stems = new Set();
    found.matches.forEach(function (matches) {
      var match = matches.get(document);
      if (!match) return;
      score += match.score;
      tier = Math.max(tier, match.tier);
      match.alternative.entries.forEach(function (entry) { stems.add(entry.stem); });
    });
    return { document: document, page: store.pages[document], score: score, tier: tier, slots: count, stems: stems };
  }

  // Document → what it gains by having words of the query near each other.
  function nearness(found, store, documents) {
    var gained = new Map(), pairs = [];
    for (var n = 0; n + 1 < found.slots.length; n++) {
      if (found.slots[n].kind === "word" && found.slots[n + 1].kind === "word") pairs.push(n);
    }
    search.each(pairs, function (n) {
      search.each(both(found.matches[n], found.matches[n + 1], documents), function (pair) {
        var first = pair[1].alternative.entries[0], second = pair[2].alternative.entries[0], document = pair[0];
        var places = search.each([first, second], function (entry) { return store.places(entry.number); });
        var gain = closest(places[0].get(document), places[1].get(document));
        gain *= NEARNESS * Math.min(store.idf(first.df), store.idf(second.df));
        gained.set(document, (gained.get(document) || 0) + gain);
      });
    });
    return gained;
  }

  // [document, match, match] of the documents that have two words exactly.
  function both(a, b, documents) {
    var found = [];
    a.forEach(function (match, document) {
      var other = documents.has(document) && b.get(document);
      if (!other || match.tier || other.tier || match.onlyAbove || other.onlyAbove) return;
      found.push([document, match, other]);
    });
    return found;
  }

  // 9 less the distance of a word that follows, 8 less that of one that precedes, whichever is most; never below 0.
  function closest(ones, others) {
    var best = 0, at = 0;
    ones.forEach(function (one) {
      while (at < others.length && others[at] < one) at++;
      var after = at < others.length && others[at] === one ? at + 1 : at;
      if (at > 0) best = Math.max(best, FARTHEST + others[at - 1] - one);
      if (after < others.length) best = Math.max(best, FARTHEST + 1 - (others[after] - one));
    });
    return best;
  }

  // The hits by page, in the order of the best; of one section's documents the best.
  search.grouped = function (hits, continued) {
    var pages = new Map(), shown = new Set();
    hits.forEach(function (hit) {
      var section = hit.document;
      while (continued.has(section)) section--;
      if (shown.has(section)) return;
      shown.add(section);
      if (!pages.has(hit.page)) pages.set(hit.page, []);
      pages.get(hit.page).push(hit);
    });
    return Array.from(pages.values());
  };
})(typeof globalThis === "undefined" ? window : globalThis);
