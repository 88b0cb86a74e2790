// Ushtil.stemmer(data): a function from a form as written to its stem. `data` is what
// ushtil/language/stemming.py gives as browser_data, or one part of it that cut() has made.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var own = Object.prototype.hasOwnProperty;

  // The stem that the table tells for a form, "" where it tells none: the form is a beginning of
  // `corrections` and an ending of a class named there (ushtil/language/corrections.py).
  function told(data, form) {
    for (var length = form.length; length > 0; length--) {
      var beginning = form.slice(0, length);
      if (!own.call(data.corrections, beginning)) continue;
      var classes = data.corrections[beginning].split(" ");
      for (var n = 0; n < classes.length; n++) {
        var at = classes[n].indexOf("=");
        var endings = data.endings[parseInt(classes[n], 10)].split(" ");
        if (endings.indexOf(form.slice(length)) < 0) continue;
        return at < 0 ? beginning + endings[0] : classes[n].slice(at + 1);
      }
    }
    return "";
  }

  // What no lexeme of the site has. Where `mark` is set it tells such a stem from a lemma.
  function guessed(data, form) {
    var snowball = Ushtil.snowball[data.algorithm];
    if (!data.mark) return snowball(form);
    if (!/[\u0400-\u04ff]/.test(form)) return form;
    var stem = data.surnames.reduce(function (rest, ending) {
      var bare = rest.endsWith(ending) ? rest.slice(0, -ending.length) : rest;
      return bare.length < data.shortest ? rest : bare;
    }, snowball(form));
    return stem.length < data.shortest ? data.mark + form : stem + data.mark;
  }

  var kinds = Ushtil.stemKinds = Ushtil.stemKinds || {};
  kinds.fold = function () { return function (form) { return form; }; };
  kinds.snowball = function (data) {
    return function (form) { return told(data, form) || guessed(data, form); };
  };

  // Other engines hang theirs on Ushtil.stemKinds before this is called: data → function(folded form) → stem.
  Ushtil.stemmer = function (data) {
    var stem = kinds[data.kind](data), known = Object.create(null);
    return function (form) {
      return known[form] || (known[form] = stem(Ushtil.fold(form)));
    };
  };
})(typeof globalThis === "undefined" ? window : globalThis);
