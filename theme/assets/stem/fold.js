// Ushtil.fold: a form made comparable, as ushtil/language/words.py does it.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};

  // A Latin letter and the Cyrillic one that looks like it, as in ushtil/language/homoglyphs.py.
  var pairs = "aа cс eе iі jј oо pр sѕ xх yу hһ əә AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ ƏӘ".split(" ");
  var toCyrillic = {}, toLatin = {};
  pairs.forEach(function (pair) {
    toCyrillic[pair[0]] = pair[1];
    toLatin[pair[1]] = pair[0];
  });
  var latin = /[A-Za-zƏə]/, cyrillic = /[\u0400-\u04ff]/;
  var equal = { "ё": "е", "ѐ": "е", "ѝ": "и", "’": "'", "ʼ": "'", "‘": "'", "`": "'" };

  // The word in the script of its telling letters, which are those without a double in the other script.
  function inOneScript(word) {
    if (!latin.test(word) || !cyrillic.test(word)) return word;
    var ofLatin = 0, ofCyrillic = 0;
    Array.from(word).forEach(function (letter) {
      if (latin.test(letter) && !toCyrillic[letter]) ofLatin++;
      if (cyrillic.test(letter) && !toLatin[letter]) ofCyrillic++;
    });
    if (ofLatin && ofCyrillic) return word;
    var table = ofLatin > ofCyrillic ? toLatin : toCyrillic;
    return Array.from(word, function (letter) { return table[letter] || letter; }).join("");
  }

  Ushtil.fold = function (form) {
    var bare = form.replace(/\u00ad/g, "").normalize("NFC").replace(/[\u0300\u0301]/g, "");
    // In capitals first: K, M and T have doubles that k, m and t have not.
    return inOneScript(inOneScript(bare).toLowerCase()).replace(/[ёѐѝ’ʼ‘`]/g, function (letter) { return equal[letter]; });
  };
})(typeof globalThis === "undefined" ? window : globalThis);
