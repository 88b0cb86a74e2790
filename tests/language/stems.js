// Runs the browser's stemmers over forms: node stems.js < {"data": …, "forms": […]} → {"folded": […], "stems": […]}
// Without "data" the algorithm named "algorithm" is asked directly.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const folder = path.join(__dirname, "../../theme/assets/stem");
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".js")).sort()) {
  vm.runInThisContext(fs.readFileSync(path.join(folder, name), "utf-8"), { filename: name });
}
const asked = JSON.parse(fs.readFileSync(0, "utf-8"));
const stem = asked.data ? Ushtil.stemmer(asked.data) : Ushtil.snowball[asked.algorithm];
process.stdout.write(JSON.stringify({ folded: asked.forms.map(Ushtil.fold), stems: asked.forms.map(stem) }));
