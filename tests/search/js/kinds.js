// node kinds.js < ["a", "1", …] → "LD…": a letter, a digit or neither, as the browser's tokeniser takes it.
"use strict";
require("./engine.js").load();
const words = Ushtil.words("(?!)");
const kinds = JSON.parse(require("fs").readFileSync(0, "utf-8")).map((sign) => {
  // Only letters go on behind a letter, only digits behind a digit.
  if (words("a" + sign + "a").length === 1 && words(sign).length === 1) return "L";
  return words("1" + sign + "1").length === 1 ? "D" : "-";
});
process.stdout.write(JSON.stringify(kinds.join("")));
