// A query taken apart, as ushtil/search/query.py: words, compounds and phrases, what is excluded, what is left out.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  // Python's white space, which is not quite that of regular expressions here.
  var space = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  var pieces = '"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|([^' + space + '"«“]+)';
  var isSpace = new RegExp("[" + space + "]");

  // [{minus, plain, held, end}]: what stands between blanks or in quotation marks.
  search.pieces = function (text) {
    var piece = new RegExp(pieces, "g"), found = [], match;
    while ((match = piece.exec(text))) {
      var at = match.index, plain = match[4];
      var free = at === 0 || isSpace.test(text[at - 1]);
      var excludes = free && plain !== undefined && plain[0] === "-";
      if (excludes && plain === "-" && !(piece.lastIndex < text.length && /["«“]/.test(text[piece.lastIndex]))) {
        excludes = false;
      }
      if (excludes) {
        piece.lastIndex = at + 1;
        match = piece.exec(text);
        plain = match[4];
      }
      var held = plain || match[1] || match[2] || match[3] || "";
      found.push({ minus: excludes, plain: plain !== undefined, held: held, end: piece.lastIndex });
    }
    return found;
  };

  // {all, excluded} of slots {kind, forms, stems, written, isBegun, isLast, isStop}; `typing` while the last word may
  // go on.
  search.parse = function (text, store, typing) {
    var all = [], excluded = [], stop = store.manifest.stop;
    search.pieces(text).forEach(function (piece) {
      var words = store.words(piece.held);
      if (!words.length) return;
      var forms = words.map(function (word) { return Ushtil.fold(word.form); });
      var kind = !piece.plain ? "phrase" : forms.length > 1 ? "compound" : "word";
      var ends = piece.plain && piece.end === text.length && words[words.length - 1].end === piece.held.length;
      (piece.minus ? excluded : all).push({
        kind: kind,
        forms: forms,
        stems: forms.map(function (form) { return store.stem(form) || form; }),
        written: words.map(function (word) { return word.form; }),
        isBegun: ends && typing,
        isLast: ends,
        isStop: kind === "word" && stop.indexOf(forms[0]) >= 0
      });
    });
    return { all: all, excluded: excluded };
  };

  // The slots that count: no stop words where there is anything else.
  search.counting = function (slots) {
    var telling = slots.filter(function (slot) { return !slot.isStop; });
    return telling.length ? telling : slots;
  };

  // A compound as so many words; only the last can be begun.
  search.apart = function (slot) {
    var last = slot.forms.length - 1;
    return slot.forms.map(function (form, n) {
      return {
        kind: "word",
        forms: [form],
        stems: [slot.stems[n]],
        written: [slot.written[n]],
        isBegun: slot.isBegun && n === last,
        isLast: slot.isLast && n === last,
        isStop: slot.isStop
      };
    });
  };
})(typeof globalThis === "undefined" ? window : globalThis);
