// What search knows of a language's letters, as ushtil/search/letters.py: keys, and which typings agree with words.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var own = Object.prototype.hasOwnProperty;

  search.isLatin = function (word) {
    return word !== "" && word[0] >= "a" && word[0] < "\u0250";
  };

  // `manifest` has the tables `keys` and `typings`.
  search.Letters = function (manifest) {
    var keys = manifest.keys, typings = manifest.typings;
    var longestFirst = Object.keys(keys).sort(function (a, b) { return b.length - a.length; });
    var escaped = longestFirst.map(function (piece) { return piece.replace(/[\\^$.*+?()[\]{}|\/-]/g, "\\$&"); });
    var pieces = new RegExp(escaped.join("|") || "(?!)", "gu"), run = /([^])\1+/gu;

    this.key = search.memo(function (form) {
      return Ushtil.fold(form).replace(pieces, function (piece) { return keys[piece]; }).replace(run, "$1");
    });

    // What the keys of a term's forms all begin with.
    this.root = function (forms) {
      var all = forms.map(this.key), size = 0, first = all[0];
      while (size < first.length && all.every(function (key) { return key[size] === first[size]; })) size++;
      return first.slice(0, size);
    };

    // Whether a folded word may stand for another: it has no letter that is typed otherwise.
    this.isTyped = function (word) {
      return !Array.from(word).some(function (letter) { return own.call(typings, letter); });
    };

    // Whether a folded word can be how one types the beginning of `form`, whose key begins alike.
    this.agree = function (word, form) {
      if (search.isLatin(word) && !search.isLatin(form)) return true;
      for (var n = 0; n < word.length; n++) {
        if (n >= form.length) return false;
        var others = own.call(typings, form[n]) ? typings[form[n]] : "";
        if (word[n] !== form[n] && others.indexOf(word[n]) < 0) return false;
      }
      return true;
    };
  };
})(typeof globalThis === "undefined" ? window : globalThis);
