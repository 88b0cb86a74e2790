// Ushtil.suffixes(table): the stemmer of a language that inflects by endings, for folded forms.
// ushtil/language/suffixes.py explains the table and does the same, step by step.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var noEndings = ["engine", "kind", "sounds", "order", "finals", "lexicon"];
  var narrow = "ыі";
  var shortest = 3;

  function split(row) {
    return row.split(/\s+/).filter(Boolean);
  }

  function dictionary(words) {
    var found = Object.create(null);
    words.forEach(function (word) { found[word] = true; });
    return found;
  }

  function endsWithAny(word, ends) {
    return ends.some(function (end) { return word.endsWith(end); });
  }

  // ending → {after, discordant, part}: what a stem may end in, what its last vowel may not be.
  function compile(table, sounds) {
    var endings = Object.create(null);
    Object.keys(table).forEach(function (part) {
      if (noEndings.indexOf(part) >= 0) return;
      Object.keys(table[part]).forEach(function (key) {
        var row = split(key), stems = [];
        split(table[part][key]).forEach(function (name) { stems = stems.concat(sounds[name] || [name]); });
        row.forEach(function (ending, place) {
          endings[ending] = {
            after: (endings[ending] ? endings[ending].after : []).concat(stems),
            discordant: row.length < 2 ? [] : place % 2 ? sounds.back : sounds.front,
            part: part
          };
        });
      });
    });
    return endings;
  }

  Ushtil.suffixes = function (table) {
    var sounds = Object.create(null);
    Object.keys(table.sounds).forEach(function (name) { sounds[name] = split(table.sounds[name]); });
    var vowels = dictionary(sounds.back.concat(sounds.front, sounds.neutral));
    var consonants = dictionary(sounds.closed);
    var lexicon = dictionary(split(Object.keys(table.lexicon).map(function (row) {
      return table.lexicon[row];
    }).join(" ")));
    var order = Object.create(null);
    Object.keys(table.order || {}).forEach(function (part) { order[part] = split(table.order[part]); });
    var finals = Object.keys(table.finals);
    var endings = compile(table, sounds);
    var longest = Math.max.apply(null, Object.keys(endings).map(function (ending) { return ending.length; }));

    function lastVowel(word) {
      for (var at = word.length - 1; at >= 0; at--) if (vowels[word[at]]) return word[at];
      return "";
    }

    function even(word) {
      var final = finals.find(function (end) { return word.endsWith(end); });
      return final ? word.slice(0, -final.length) + table.finals[final] : word;
    }

    function possible(rest) {
      var longEnough = rest.length >= shortest || (rest.length > 1 && consonants[rest[rest.length - 1]]);
      return longEnough && lastVowel(rest) !== "";
    }

    function legal(rest, ending) {
      if (!endsWithAny(rest, ending.after) || !possible(rest)) return false;
      return endsWithAny(rest, sounds.loose) || ending.discordant.indexOf(lastVowel(rest)) < 0;
    }

    function shorten(word, parts) {
      var best = { rest: word, part: "" };
      for (var size = 1; size <= longest && size < word.length; size++) {
        var ending = endings[word.slice(-size)], rest = word.slice(0, -size);
        if (!ending || (parts && parts.indexOf(ending.part) < 0) || !legal(rest, ending)) continue;
        best = { rest: even(rest), part: ending.part };
        if (lexicon[best.rest]) break;
      }
      return best;
    }

    function elide(word) {
      var end = word.length;
      var closed = end > 3 && consonants[word[end - 1]] && consonants[word[end - 3]];
      if (!closed || narrow.indexOf(word[end - 2]) < 0 || !lastVowel(word.slice(0, -3))) return word;
      return word.slice(0, -2) + word[end - 1];
    }

    return function (form) {
      var word = even(form), part = "";
      while (!lexicon[word]) {
        var shorter = shorten(word, order[part]);
        if (!shorter.part) break;
        if (shorter.part === "verb") return even(shorter.rest.replace(/[ыі]+$/, "")) + "-";
        word = shorter.rest;
        part = shorter.part;
      }
      return elide(word);
    };
  };

  (Ushtil.stemKinds = Ushtil.stemKinds || {}).suffixes = Ushtil.suffixes;
})(typeof globalThis === "undefined" ? window : globalThis);
