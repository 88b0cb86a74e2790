// Runs the browser's engine of endings: node suffixes.js < {"data": …, "forms": […]} → […]
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const engine = path.join(__dirname, "../../theme/assets/stem/suffixes.js");
vm.runInThisContext(fs.readFileSync(engine, "utf-8"), { filename: engine });
const asked = JSON.parse(fs.readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(asked.forms.map(Ushtil.suffixes(asked.data))));
