// The engine run over shards that come when they are asked for.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var stores = Object.create(null), Failure = search.Failure, FEW = 5;

  // A query that nobody waits for any more ends with this.
  var STALE = search.STALE = {};

  async function opened(code, build) {
    var language = search.interface.languages.find(function (one) { return one.code === code; });
    var both = await Promise.all([
      search.fetch(code + "/manifest", build),
      language.stemmer && code !== search.interface.code ? search.require("stem/" + language.stemmer) : null
    ]);
    if (both[0].value.format !== search.FORMAT) throw new Failure("other");
    var store = new search.Store(code, both[0].value);
    store.build = both[0].build;
    store.coming = Object.create(null);
    return store;
  }

  function open(code, build) {
    if (!stores[code]) {
      stores[code] = opened(code, build);
      stores[code].catch(function () { delete stores[code]; });
    }
    return stores[code];
  }

  // Each shard is asked for once; one that failed, when it is wanted again.
  function load(store, name) {
    if (store.has(name)) return null;
    if (!store.coming[name]) {
      store.coming[name] = search.fetch(store.code + "/" + name, store.build).then(function (found) {
        delete store.coming[name];
        if (found.build !== store.build) throw new Failure("other", found.build);
        store.put(name, found.value);
      });
      store.coming[name].catch(function () { delete store.coming[name]; });
    }
    return store.coming[name];
  }

  async function complete(store, work, isStale) {
    for (;;) {
      if (isStale()) throw STALE;
      var names;
      try { return work(store); } catch (missing) {
        if (!(missing instanceof search.Missing)) throw missing;
        names = Array.from(new Set(missing.names));
      }
      await Promise.all(names.map(function (name) { return load(store, name); }));
    }
  }

  // What `work(store)` gives when all that it misses has come. Fails with STALE or a Failure.
  search.run = async function (code, work, isStale) {
    try { return await complete(await open(code), work, isStale); } catch (failure) {
      // The site was published anew since the manifest came: once more, with the manifest of what there is now.
      if (!(failure instanceof Failure) || !failure.build) throw failure;
      delete stores[code];
      return complete(await open(code, failure.build), work, isStale);
    }
  };

  // Counts what the query finds in another language: {count, query, concepts}, or null where it is nothing.
  // The glossary leads there; where it does not, and here is little, the words themselves.
  search.elsewhere = async function (code, text, answer, isStale) {
    var concepts = answer.concepts, named = [];
    var isWell = answer.level === "all" && !answer.corrected.length && search.count(answer) >= FEW;
    if (!concepts.length && isWell) return null;
    var there = await search.run(code, function (store) {
      if (!concepts.length) return search.ask(store, text, false);
      var found = search.askConcepts(store, concepts), terms = store.terms().concepts;
      named = concepts.map(function (name) { return (terms.get(name) || [[""]])[0][0]; }).filter(Boolean);
      return found;
    }, isStale);
    if (!concepts.length && (there.level !== "all" || there.corrected.length)) return null;
    var count = search.count(there);
    if (!count) return null;
    return { count: count, query: concepts.length ? named.join(" ") : text, concepts: concepts };
  };

  search.count = function (answer) {
    return answer.pages.reduce(function (sum, hits) { return sum + hits.length; }, 0);
  };
})(typeof globalThis === "undefined" ? window : globalThis);
