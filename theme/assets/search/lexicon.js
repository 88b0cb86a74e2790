// The words of an index, as ushtil/search/lexicon.py: by stem, by beginning, by key, by one wrong letter.
// An entry is {number, stem, df}, a term of the index.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var MOST_TERMS = 16, MOST_POSTINGS = 6000, SHORTEST_NEAR = 4, SHORTEST_MISENDED = 2, SHORTEST_ROOT = 3, SHORTEST_BEGUN = 2;
  var digit = /[0-9]/;

  // A form by its stem: how many letters to take off, and what to add.
  function restored(stem, form) {
    var digits = /^[0-9]*/.exec(form)[0], letters = Array.from(stem);
    return letters.slice(0, letters.length - Number(digits)).join("") + form.slice(digits.length);
  }

  // The weightiest terms, each once, as many as may be asked for at once.
  function best(entries) {
    var once = new Map(), found = [], held = 0;
    entries.forEach(function (entry) { once.set(entry.number, entry); });
    var sorted = Array.from(once.values()).sort(function (a, b) { return b.df - a.df || a.number - b.number; });
    for (var n = 0; n < sorted.length && n < MOST_TERMS; n++) {
      if (n && held + sorted[n].df > Math.max(MOST_POSTINGS, sorted[0].df)) break;
      found.push(sorted[n]);
      held += sorted[n].df;
    }
    return found;
  }

  // Whether one letter more, less or another, or two neighbours exchanged, or nothing makes b of a.
  search.isOneEdit = function (a, b) {
    if (a.length > b.length) return search.isOneEdit(b, a);
    if (b.length - a.length > 1) return false;
    var at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
    if (a.slice(at + 1) === b.slice(at + 1)) return true;
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  };

  search.Lexicon = function (store) {
    var lexicon = this, letters = store.letters, manifest = store.manifest;
    var endings = new Set(manifest.endings);

    function shard(key) { return search.placeOf(manifest.lex, key); }

    // Stem → {entry, forms} of a lexicon shard.
    lexicon.entries = search.memo(function (place) {
      var value = store.get("lex-" + place), found = new Map();
      value.terms.forEach(function (row, n) {
        var parts = row.split(" "), stem = parts[0];
        var entry = { number: value.first + n, stem: stem, df: Number(parts[1]) };
        var forms = parts[2].split(",").map(function (form) { return restored(stem, form); });
        found.set(stem, { entry: entry, forms: forms });
      });
      return found;
    });

    // All {form, entry} of a shard.
    lexicon.forms = search.memo(function (name) {
      var found = [];
      if (name.slice(0, 4) === "lex-") {
        lexicon.entries(Number(name.slice(4))).forEach(function (row) {
          row.forms.forEach(function (form) { found.push({ form: form, entry: row.entry }); });
        });
      }
      store.get(name).more.forEach(function (row) {
        var parts = row.split(" ");
        found.push({ form: parts[0], entry: { number: Number(parts[1]), stem: parts[3], df: Number(parts[2]) } });
      });
      return found;
    });

    // The term with this stem, or null.
    lexicon.exact = function (stem) {
      var found = lexicon.entries(shard(letters.key(stem))).get(stem);
      return found ? found.entry : null;
    };

    // The frequentest form of a term.
    lexicon.shown = function (entry) {
      return lexicon.entries(shard(letters.key(entry.stem))).get(entry.stem).forms[0];
    };

    // The names of the shards that have the forms whose keys begin so.
    lexicon.shardsOf = function (key) {
      if (key.length < SHORTEST_BEGUN) return [];
      var hot = manifest.hot.indexOf(key), names = [];
      if (hot >= 0) return ["hot-" + hot];
      for (var place = shard(key); place <= shard(key + "\uffff"); place++) names.push("lex-" + place);
      return names;
    };

    // What expanding a word will surely ask for, so that it comes at once.
    lexicon.needed = function (word, stem, isBegun) {
      var key = letters.key(word), names = ["lex-" + shard(letters.key(stem))];
      if (isBegun) return names.concat(lexicon.shardsOf(key));
      return letters.isTyped(word) ? names.concat("lex-" + shard(key)) : names;
    };

    // Of a frequent beginning the weightiest forms, else all.
    function beginning(key) {
      return [].concat.apply([], search.each(lexicon.shardsOf(key), lexicon.forms));
    }

    function entryOf(form) { return form.entry; }

    // Terms with a form that begins with the word.
    lexicon.begun = function (word) {
      var forms = beginning(letters.key(word));
      return best(forms.filter(function (form) { return form.form.startsWith(word); }).map(entryOf));
    };

    // Terms that the word may stand for on another keyboard or in other letters.
    lexicon.folded = function (word, isBegun, exact) {
      var key = letters.key(word);
      if (!letters.isTyped(word) || !key) return [];
      var place = shard(key);
      var forms = isBegun ? beginning(key) : lexicon.forms("lex-" + place);
      var found = forms.filter(function (form) {
        if (form.form === word) return false;
        var other = letters.key(form.form);
        return (isBegun ? other.startsWith(key) : other === key) && letters.agree(word, form.form);
      }).map(entryOf);
      if (!found.length && !exact && !isBegun) found = withEndings(word, key, place);
      return best(found.filter(function (entry) {
        return !exact || (entry.df >= exact.df && entry.number !== exact.number);
      }));
    };

    // Terms of a shard with the longest root of which the word can be a form that the site has not.
    function withEndings(word, key, place) {
      var longest = 0, found = [];
      lexicon.entries(place).forEach(function (row) {
        var root = letters.root(row.forms), size = root.length;
        if (size < SHORTEST_ROOT || size < longest || !key.startsWith(root)) return;
        if (!endings.has(key.slice(size))) return;
        if (!letters.agree(word.slice(0, size), row.forms[0])) return;
        if (size > longest) found = [];
        longest = size;
        found.push(row.entry);
      });
      return found;
    }

    // Terms that one edit leads to: to the key of their stem, of a form of theirs, to their root.
    lexicon.near = function (word, stem) {
      var key = letters.key(stem), whole = letters.key(word);
      if (whole.length < SHORTEST_NEAR || digit.test(whole)) return [];
      if (key.length < SHORTEST_NEAR) key = whole;
      function near(row) { return isNear(row, key, whole); }
      // One edit leaves the first letter or the last.
      var rows = nearRows("near", whole[0]), found = rows.filter(near);
      if (!found.length) found = misended(rows, whole);
      if (!found.length) {
        var ends = Array.from(new Set([whole[whole.length - 1], key[key.length - 1]]));
        rows = [].concat.apply([], search.each(ends, function (end) { return nearRows("rear", end); }));
        found = rows.filter(near);
      }
      return search.each(best(found.map(entryOf)), function (keyed) {
        var rows = Array.from(lexicon.entries(shard(keyed.stem)).values());
        return rows.find(function (row) { return row.entry.number === keyed.number; }).entry;
      });
    };

    // The terms {entry, forms, root} of one shard; keys stand for their stems and forms.
    function nearRows(name, letter) {
      var place = manifest[name].indexOf(letter);
      if (place < 0) return [];
      return store.get(name + "-" + place).terms.map(function (row) {
        var parts = row.split(" ");
        return {
          entry: { number: Number(parts[1]), stem: parts[4], df: Number(parts[2]) },
          forms: parts[0].split(","),
          root: parts[0].slice(0, Number(parts[3]))
        };
      });
    }

    // Whether one edit makes a term's stem, a form or its root.
    function isNear(row, key, whole) {
      return search.isOneEdit(key, row.entry.stem) ||
        [row.entry.stem].concat(row.forms).some(function (form) { return search.isOneEdit(whole, form); }) ||
        leads(whole, row.root);
    }

    // Whether one edit makes the root of what the word is without an ending.
    function leads(whole, root) {
      var size = root.length;
      return size >= SHORTEST_NEAR && [size - 1, size, size + 1].some(function (length) {
        return length <= whole.length && endings.has(whole.slice(length)) &&
          search.isOneEdit(whole.slice(0, length), root);
      });
    }

    // The terms with the longest root that a word has with an ending of which one edit makes a right one.
    function misended(rows, whole) {
      var longest = 0, found = [];
      rows.forEach(function (row) {
        var size = row.root.length, rest = whole.slice(size);
        if (size < SHORTEST_NEAR || size < longest || rest.length < SHORTEST_MISENDED) return;
        if (!whole.startsWith(row.root)) return;
        if (!manifest.endings.some(function (ending) { return ending && search.isOneEdit(rest, ending); })) return;
        if (size > longest) found = [];
        longest = size;
        found.push(row);
      });
      return found;
    }
  };
})(typeof globalThis === "undefined" ? window : globalThis);
