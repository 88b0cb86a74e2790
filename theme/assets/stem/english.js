// The Snowball stemmer of English, after its description at snowballstem.org, for folded forms.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var engines = Ushtil.snowball = Ushtil.snowball || {};

  var whole = {
    skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli",
    singly: "singl", sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias",
    andes: "andes"
  };
  var begins = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
  // An y that is a consonant is written Y while the word is worked on.
  var vowelThenOther = /[aeiouy][^aeiouy]/;
  var shortEnd = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;

  var second = {
    tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize",
    ational: "ate", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful",
    ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogist: "og",
    ogi: "og", fulli: "ful", lessli: "less", li: ""
  };
  var third = {
    tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: ""
  };
  var fourth = { ion: "" };
  "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize".split(" ").forEach(function (ending) {
    fourth[ending] = "";
  });

  // Where the text behind the first vowel and the consonant after it begins.
  function behind(word, from) {
    var found = vowelThenOther.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  }

  function longest(word, table) {
    for (var length = Math.min(7, word.length); length > 0; length--) {
      var ending = word.slice(-length);
      if (Object.prototype.hasOwnProperty.call(table, ending)) return ending;
    }
    return "";
  }

  function cut(word, ending, put) {
    return word.slice(0, word.length - ending.length) + put;
  }

  function plural(word) {
    word = word.replace(/'(?:s'?)?$/, "");
    if (/sses$/.test(word)) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    if (/(?:us|ss)$/.test(word)) return word;
    return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
  }

  function past(word, first) {
    var found = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word);
    if (!found) return word;
    var rest = word.slice(0, found.index);
    if (found[0].slice(0, 3) === "eed") {
      return found.index < first || /^(?:proc|exc|succ)$/.test(rest) ? word : rest + "ee";
    }
    if (found[0] === "ing") {
      if (/^[^aeiouy]y$/.test(rest)) return rest[0] + "ie";
      if (/^(?:inn|out|cann|herr|earr|even)$/.test(rest)) return word;
    }
    if (!/[aeiouy]/.test(rest)) return word;
    if (/(?:at|bl|iz)$/.test(rest)) return rest + "e";
    if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
    return rest.length === first && shortEnd.test(rest) ? rest + "e" : rest;
  }

  function derived(word, first) {
    var ending = longest(word, second), rest = cut(word, ending, "");
    if (!ending || rest.length < first) return word;
    if (ending === "ogi" && !/l$/.test(rest)) return word;
    if (ending === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
    return rest + second[ending];
  }

  function derivedTwice(word, first, next) {
    var ending = longest(word, third), rest = cut(word, ending, "");
    if (!ending || rest.length < first) return word;
    if (ending === "ative" && rest.length < next) return word;
    return rest + third[ending];
  }

  function rooted(word, next) {
    var ending = longest(word, fourth), rest = cut(word, ending, "");
    if (!ending || rest.length < next) return word;
    return ending === "ion" && !/[st]$/.test(rest) ? word : rest;
  }

  function tidied(word, first, next) {
    var rest = word.slice(0, -1);
    if (/e$/.test(word)) {
      return rest.length >= next || (rest.length >= first && !shortEnd.test(rest)) ? rest : word;
    }
    return /ll$/.test(word) && rest.length >= next ? rest : word;
  }

  engines.english = function (form) {
    if (Object.prototype.hasOwnProperty.call(whole, form)) return whole[form];
    if (form.length < 3) return form;
    var word = form.replace(/^'/, "").replace(/^y/, "Y");
    for (var n = 1; n < word.length; n++) {
      if (word[n] === "y" && /[aeiouy]/.test(word[n - 1])) word = word.slice(0, n) + "Y" + word.slice(n + 1);
    }
    var begin = begins.exec(word);
    var first = begin ? begin[0].length : behind(word, 0), next = behind(word, first);
    word = past(plural(word), first);
    word = word.replace(/^(.+[^aeiouy])[yY]$/, "$1i");
    word = rooted(derivedTwice(derived(word, first), first, next), next);
    return tidied(word, first, next).replace(/Y/g, "y");
  };
})(typeof globalThis === "undefined" ? window : globalThis);
