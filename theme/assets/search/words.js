// Ushtil.words(hyphen): a function from a text to its words, as ushtil/language/words.py finds them. `hyphen` is the
// regular expression of the endings that are written after a hyphen (manifest.js of the index has it).
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};

  // Which characters are letters and which digits: Unicode's, without the marks of notes. Numbers of base 36 in
  // pairs: how far behind the last range one begins, and how far it reaches. Browsers before 2020 do not know \p{L}.
  var letters =
    "1t p 7 p 1c 0 b 0 5 0 6 m 2 u 2 cj 2 4 5 b f 4 8 0 2 0 3m 4 2 7 2 0 7 0 2 31 2 3u 9 5r 7 14 20 y 1a " +
    "16 10 1 2 2q 2 0 g 1 8 1 b 2 3 0 h 0 2 t u 2g c 0 p w a 1 5 0 6 l 5 0 a 0 4 0 o o 8 13 2 5 i 15 1n " +
    "1h 4 0 j 0 8 9 g f 5 1g 4 0 h 0 e 5 f 1 3 5 3 0 9 1g w 5 k 2 h 1g 4 0 j h o 0 c 1g 4 0 v 5 g 6 c 1i " +
    "n 0 w 2 j 1g 4 0 r 9 n 6 2 0 5 1g 4 0 w 4 g 1 i 1i 3 0 h 0 6 2 2 9 f 8 2 5 6 1t 1n 1b 2 1 d 6 1n 1b " +
    "2 1 a 9 m 10 16 9 d 18 s 4 38 16 l 0 h 5 5 3 4 0 4 1 8 2 5 c d 0 i 2i 2 gu f 12 h 2l 4 h7 3 g 2 p 6 " +
    "22 4 z e i f h f g g 1f 10 0 5 0 k 9 13 2s 3 x 2 38 1e 3d h 0 12 m a 1g 2b 0 2m 1a i 7 1j t e 1 b 17 " +
    "r z 16 2 b z 3 1r 16 3 2 5 2 1 4 5h 1t cc 2 0 4 a 4 b 5 c 6 a 7a 0 5 0 3 9 2 0 4 4 7 0 2 0 2 0 2 3 2 " +
    "a 3 3 6 4 5 0 17s t vh 6c 7 3 4 1 a 0 3 33 h 2m 29 0 d2 2 q 8 8 4 3 4 5 2d 7 2 2 2h 2 42 4 3 b v 1d " +
    "f x 9 v 7 2 e x 9 14 e 8x 533 1t h3g 1w 19 3 7g 4 f b 1w h u 3 27 14 8 3 2u 3 3a 2 2 2 3 2 m e 5 b " +
    "1f f 1d 1r 5 4 0 2 1 c r b m q s 8 1a t 0 h 4 2 9 b 1a o 2 2 7 l m 4 0 4 1d 2 0 4 1 3 4 3 0 2 r 3 a " +
    "8 2 d 2h 2 d 7 36 u 8or 6it f1 2 9 2 3r y a2 j 3b 15 b 39 3w 11 p 7 p c 3a 10 6y d 18 d 1k i 1 6t 28 " +
    "h 44 b t 3 1b 2 5o j 4z d kl 3 u 3 4i 5 p 1z 3k g 11 b 8 o u 2 1z 2 r 7 4 h 1h b 29 o ai 8t 21 7 45 " +
    "c 3 s h 1b 1y d 1g r j c 1 3 0 e 18 x o r z u 0 3 17 4 0 d 1b f 3 m 0 2 0 5 22 2d 14 8 1a 13 1g 4 0 " +
    "j 0 d 4 4f 1g j 3 l 28 l 1 2 0 55 1a 16 3 11 1b l 0 1o 16 e 0 20 q w 1 5 6j 39 1r b 1x g 0 2 0 2n 1c " +
    "h 0 2 0 t 0 b 13 8 0 m 0 c 19 k 0 j am i 0 q i 6 t 35 1c m 0 q 15 f 0 94 i 5a 10 18 vi i 29c g tq " +
    "34i 7ku i 26 i t j 1b h 3 o mz 2y 22 6 0 1v 26 2 0 t f4p 4ef j 31 o0 2 o 2 u 2 o 2 u 2 o 2 u 2 o 2 u " +
    "2 o 2 7 1f9 u de 18 b 6 h 0 8y t j 17 z9 6n 1d 1v 8 0 me 1m 2 2 2 3g 2 b0 g5 c 2yc 1idm ";
  var digits =
    "1c 9 17r 9 3r 9 5j 9 bh 9 3b 9 3b 9 3b 9 3b 9 3b 9 3b 9 3b 9 3b 9 3b 9 2p 9 3b 9 1z 9 7r 9 1z 9 1fr " +
    "9 13 9 8d 9 3l 9 4n p 53 9 2f 9 3r 9 7 9 r7r 9 iv 9 13 9 5j 9 n 9 2f 9 bb 9 gev 9 13b 9 1on 9 ml 9 " +
    "3l 9 1p 9 41 9 7r 9 9j 9 3b 9 af 9 2v 9 2v 9 br 9 2v 9 l3 9 6v 9 1z 9 f5j 9 2f 9 3r 9 lf9 1d 1tt 9 " +
    "br 9 193 9 3o7 9 ";

  function ranges(packed) {
    var at = 0;
    var numbers = packed.trim().split(" ").map(function (number) { return at += parseInt(number, 36); });
    return numbers.map(function (code, place) {
      return (place % 2 ? "-" : "") + "\\u{" + code.toString(16) + "}";
    }).join("");
  }

  var LETTER = "[" + ranges(letters) + "]", DIGIT = "[" + ranges(digits) + "]", MARK = "[\\u0300-\\u036f\\u00ad]";
  var HYPHENS = "-\u2010\u2011";
  var word = LETTER + "(?:" + LETTER + "|" + MARK + "|['\u2019\u02bc\u2018`](?=" + LETTER + "))*|" + DIGIT + "+";
  var beginsWithDigit = new RegExp("^" + DIGIT, "u");

  function isCapital(letter) {
    return letter !== letter.toLowerCase() && letter === letter.toUpperCase();
  }

  // Whether endings are written to a form with a hyphen: a number or an abbreviation.
  function takesEndings(form) {
    if (beginsWithDigit.test(form)) return true;
    var signs = Array.from(form);
    return isCapital(signs[signs.length - 1]) && signs.filter(isCapital).length > 1;
  }

  Ushtil.words = function (hyphen) {
    var search = new RegExp(word, "gu");
    var ending = new RegExp(
      "[" + HYPHENS + "](?=" + LETTER + ")(?:" + hyphen + ")(?!" + LETTER + "|" + MARK + "|" + DIGIT + ")", "uy"
    );
    // [{start, end, form}]: the places count UTF-16 units.
    return function (text) {
      var found = [], match;
      search.lastIndex = 0;
      while ((match = search.exec(text))) {
        var end = search.lastIndex;
        if (end < text.length && HYPHENS.indexOf(text[end]) >= 0 && takesEndings(match[0])) {
          ending.lastIndex = end;
          if (ending.test(text)) search.lastIndex = end = ending.lastIndex;
        }
        found.push({ start: match.index, end: end, form: match[0] });
      }
      return found;
    };
  };
})(typeof globalThis === "undefined" ? window : globalThis);
