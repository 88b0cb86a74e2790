// node ask.js < {"site", "code", "queries": [{"text", "typing"} or {"concepts"}]} → what each finds, all hits shown.
"use strict";
const engine = require("./engine.js");
const search = engine.load().search;
const asked = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const store = engine.store(asked.site, asked.code);

const answers = asked.queries.map((query) => engine.complete(asked.site, store, () => {
  const answer = query.concepts
    ? search.askConcepts(store, query.concepts)
    : search.ask(store, query.text, query.typing);
  const hits = answer.pages.reduce((all, page) => all.concat(page), []);
  return {
    level: answer.level,
    missing: answer.missing,
    corrected: answer.corrected,
    concepts: answer.concepts,
    hits: hits.map((hit) => {
      const shown = search.show(store, hit);
      return [shown.page, shown.id, shown.title, shown.trail, shown.date, shown.score, hit.tier,
        shown.pieces.map((piece) => [piece.text, piece.isMarked])];
    })
  };
}));
process.stdout.write(JSON.stringify(answers));
