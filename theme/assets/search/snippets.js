// The part of a text that shows why it was found, its words marked, as ushtil/search/snippets.py.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var WORDS = 30, BEFORE = 6, CUT = "…";

  function flat(text) { return text.replace(/\n/g, " "); }

  // [{text, isMarked}]; `stems` is a set.
  search.snippet = function (text, stems, store) {
    var words = store.words(text), pieces = [];
    function add(piece, isMarked) { if (piece) pieces.push({ text: piece, isMarked: isMarked }); }
    if (!words.length) {
      add(text.trim().replace(/\s+/g, " "), false);
      return pieces;
    }
    var stemmed = words.map(function (word) { return store.stem(word.form) || Ushtil.fold(word.form); });
    var marked = [];
    stemmed.forEach(function (stem, place) { if (stems.has(stem)) marked.push(place); });
    var first = begin(marked, stemmed), last = Math.min(first + WORDS, words.length) - 1;
    var at = first ? words[first].start : 0;
    var end = last < words.length - 1 ? words[last].end : text.length;
    add(first ? CUT : "", false);
    marked.forEach(function (place) {
      if (place < first || place > last) return;
      add(flat(text.slice(at, words[place].start)), false);
      add(text.slice(words[place].start, words[place].end), true);
      at = words[place].end;
    });
    add(flat(text.slice(at, end)), false);
    add(end < text.length ? CUT : "", false);
    return pieces;
  };

  // Where the best window begins: that with most different stems, then with most marked words, then the first.
  function begin(marked, stemmed) {
    var latest = Math.max(0, stemmed.length - WORDS), best = [0, 0], begins = 0;
    marked.forEach(function (place) {
      var start = Math.min(Math.max(place - BEFORE, 0), latest);
      var within = marked.filter(function (other) { return start <= other && other < start + WORDS; });
      var different = new Set(within.map(function (other) { return stemmed[other]; })).size;
      if (different > best[0] || (different === best[0] && within.length > best[1])) {
        best = [different, within.length];
        begins = start;
      }
    });
    return begins;
  }
})(typeof globalThis === "undefined" ? window : globalThis);
