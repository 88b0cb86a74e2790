// The Snowball stemmer of Russian, after its description at snowballstem.org, for folded forms.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var engines = Ushtil.snowball = Ushtil.snowball || {};

  // Each matches the longest of its endings at the end of the region. In the lists called `after` the ending
  // counts only behind а or я; the longest ending decides, be it of one list or the other.
  function endings(free, after) {
    var list = free.split(" ").filter(Boolean).map(function (text) { return { text: text, after: false }; });
    (after || "").split(" ").filter(Boolean).forEach(function (text) { list.push({ text: text, after: true }); });
    return list.sort(function (a, b) { return b.text.length - a.text.length; });
  }
  var gerund = endings("ив ивши ившись ыв ывши ывшись", "в вши вшись");
  var adjective = endings(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
  );
  var participle = endings("ивш ывш ующ", "ем нн вш ющ щ");
  var reflexive = endings("ся сь");
  var verb = endings(
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"
  );
  var noun = endings(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
  );

  // The region without its ending, or null where it has none of the list.
  function without(region, list) {
    for (var n = 0; n < list.length; n++) {
      if (!region.endsWith(list[n].text)) continue;
      var rest = region.slice(0, -list[n].text.length);
      return list[n].after && !/[ая]$/.test(rest) ? null : rest;
    }
    return null;
  }

  function inflected(region) {
    var bare = without(region, gerund);
    if (bare !== null) return bare;
    var plain = without(region, reflexive);
    if (plain === null) plain = region;
    bare = without(plain, adjective);
    if (bare !== null) {
      var root = without(bare, participle);
      return root === null ? bare : root;
    }
    bare = without(plain, verb);
    if (bare === null) bare = without(plain, noun);
    return bare === null ? plain : bare;
  }

  // -ост is taken off where a vowel, a consonant, a vowel and a consonant stand before it in the word.
  function derived(begin, region) {
    var found = /ость?$/.exec(region);
    var inside = /^[^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя]/.exec(begin + region);
    if (!found || !inside || inside[0].length > begin.length + found.index) return region;
    return region.slice(0, found.index);
  }

  function tidied(region) {
    if (/ейше?$/.test(region)) return region.replace(/ейше?$/, "").replace(/нн$/, "н");
    return region.replace(/нн$/, "н").replace(/ь$/, "");
  }

  engines.russian = function (word) {
    // All happens behind the first vowel.
    var begin = /^[^аеиоуыэюя]*[аеиоуыэюя]/.exec(word);
    if (!begin) return word;
    begin = begin[0];
    var region = inflected(word.slice(begin.length)).replace(/и$/, "");
    return begin + tidied(derived(begin, region));
  };
})(typeof globalThis === "undefined" ? window : globalThis);
