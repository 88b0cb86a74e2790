// The shards of one language as the engine asks for them, as ushtil/search/store.py.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};

  // `manifest` is the value of that shard. What else there is comes by `put`.
  search.Store = function (code, manifest) {
    var values = new Map(), store = this;
    store.code = code;
    store.manifest = manifest;
    store.letters = new search.Letters(manifest);
    store.words = Ushtil.words(manifest.hyphen);
    store.stemmer = null;

    store.put = function (name, value) { values.set(name, value); };
    store.has = function (name) { return values.has(name); };
    // Throws `Missing` for a shard that has not come yet.
    store.get = function (name) {
      if (!values.has(name)) throw new search.Missing([name]);
      return values.get(name);
    };

    // Snippets ask for the same words again and again.
    store.stem = search.memo(function (form) {
      if (!store.stemmer) store.stemmer = Ushtil.stemmer(store.get("stem"));
      return store.stemmer(form);
    });

    // The shard of a term or document among `name`-0, `name`-1 …
    store.numbered = function (name, number) {
      return store.get(name + "-" + search.placeOf(manifest[name], number));
    };

    // Document → the number of its page.
    store.pages = [];
    search.decode(manifest.pages).forEach(function (count, page) {
      while (count-- > 0) store.pages.push(page);
    });

    // Documents that go on with the section of the one before.
    store.continued = new Set();
    search.decode(manifest.continued).reduce(function (document, gap) {
      store.continued.add(document + gap + 1);
      return document + gap + 1;
    }, -1);

    // The weight of a term that so many documents have: how many limits, which descend, are not below.
    store.idf = search.memo(function (df) {
      return manifest.idf.filter(function (limit) { return df <= limit; }).length;
    });

    // Document → impact.
    store.postings = search.memo(function (term) {
      var shard = store.numbered("post", term), found = new Map(), document = -1;
      var numbers = search.decode(shard.terms[term - shard.first]);
      for (var n = 0; n < numbers.length; n += 2) {
        document += numbers[n] + 1;
        found.set(document, numbers[n + 1]);
      }
      return found;
    });

    // Document → where the term stands in it, for documents that have it themselves.
    store.places = search.memo(function (term) {
      var shard = store.numbered("pos", term), found = new Map(), at = 0;
      var numbers = search.decode(shard.terms[term - shard.first]);
      store.postings(term).forEach(function (impact, document) {
        if (!impact) return;
        var places = [], place = -1;
        for (var count = numbers[at++]; count > 0; count--) {
          place += numbers[at++] + 1;
          places.push(place);
        }
        found.set(document, places);
      });
      return found;
    });

    store.lexicon = new search.Lexicon(store);
    store.terms = search.memo(function () { return new search.Terms(store.get("terms")); });
  };
})(typeof globalThis === "undefined" ? window : globalThis);
