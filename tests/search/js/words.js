// node words.js < {"hyphen", "texts"} → [forms of each text, spans of each text]
"use strict";
require("./engine.js").load();
const asked = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const found = asked.texts.map((text) => [text, Ushtil.words(asked.hyphen)(text)]);
process.stdout.write(JSON.stringify([
  found.map(([, words]) => words.map((word) => word.form)),
  found.map(([text, words]) => words.map((word) => text.slice(word.start, word.end)))
]));
