// Glossary terms in a query, as ushtil/search/glossary.py.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};

  // `shard` is the value of terms.js.
  search.Terms = function (shard) {
    var terms = this, byStems = new Map(), longest = 0;
    // Concept → its terms [shown, stems], the preferred first.
    terms.concepts = new Map(shard.concepts);
    terms.concepts.forEach(function (held, name) {
      held.forEach(function (term) {
        if (!byStems.has(term[1])) byStems.set(term[1], name);
        longest = Math.max(longest, search.split(term[1]).length);
      });
    });

    // [{concept, first, last, preferred, isPreferred, shown, written}]: the concepts that a query names by its slots,
    // the longest terms first from its beginning on.
    terms.named = function (slots) {
      var found = [], at = 0;
      while (at < slots.length) {
        var one = namedAt(slots, at);
        if (one) found.push(one);
        at = one ? one.last + 1 : at + 1;
      }
      return found;
    };

    function namedAt(slots, first) {
      var best = null, stems = [];
      for (var last = first; last < slots.length; last++) {
        if (slots[last].kind === "phrase" && last > first) break;
        stems = stems.concat(slots[last].stems);
        if (stems.length > longest) break;
        var name = byStems.get(stems.join(" "));
        if (name !== undefined) {
          var preferred = terms.concepts.get(name)[0];
          best = {
            concept: name, first: first, last: last, preferred: search.split(preferred[1]),
            isPreferred: stems.join(" ") === preferred[1], shown: preferred[0],
            written: slots.slice(first, last + 1).map(function (slot) { return slot.written.join(" "); }).join(" ")
          };
        }
        if (slots[last].kind === "phrase") break;
      }
      return best;
    }
  };

  search.split = function (stems) { return stems.split(" ").filter(Boolean); };
})(typeof globalThis === "undefined" ? window : globalThis);
