// The index on disk, as ushtil/search/layout.py draws it: numbers in strings, and which shard holds what.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var values = [];
  for (var n = 0; n < alphabet.length; n++) values[alphabet.charCodeAt(n)] = n;

  search.FORMAT = 1;

  // The numbers of a string.
  search.decode = function (text) {
    var found = [], number = 0, shift = 0;
    for (var at = 0; at < text.length; at++) {
      var value = values[text.charCodeAt(at)];
      number |= (value & 31) << shift;
      if (value & 32) shift += 5;
      else { found.push(number); number = shift = 0; }
    }
    return found;
  };

  // The place of the last of the ascending `starts` that is not greater; 0 where all are.
  search.placeOf = function (starts, wanted) {
    var low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= wanted) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  };

  // What is not here yet. The engine runs as if all were there; where something is missing it throws this, and is run
  // again when the shards it names have come.
  search.Missing = function (names) { this.names = names; };

  // `list.map(act)`, but goes on past what is missing, so that all of it can be asked for at once.
  search.each = function (list, act) {
    var names = [];
    var found = list.map(function (item, place) {
      try { return act(item, place); } catch (missing) {
        if (!(missing instanceof search.Missing)) throw missing;
        names = names.concat(missing.names);
      }
    });
    if (names.length) throw new search.Missing(names);
    return found;
  };

  search.memo = function (act) {
    var known = new Map();
    return function (asked) {
      if (!known.has(asked)) known.set(asked, act(asked));
      return known.get(asked);
    };
  };
})(typeof globalThis === "undefined" ? window : globalThis);
