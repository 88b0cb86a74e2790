/* Asks theme/assets/missing.js which page was meant: its arguments as JSON in, the answer as JSON out. */
"use strict";
var fs = require("fs");
var path = require("path");
require(path.join(__dirname, "../../../theme/assets/missing.js"));
var asked = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(globalThis.Ushtil.nearest.apply(null, asked)));
