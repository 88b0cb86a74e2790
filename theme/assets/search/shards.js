// Shards come as classic scripts, which a page that was opened from a folder may load, too. Each calls `add`.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var waiting = Object.create(null), PATIENCE = 15000;

  // Why there is no shard: "missing", "broken" (half of a file), "other" (of another copy of the site), "slow".
  search.Failure = function (kind, build) { this.kind = kind; this.build = build; };

  search.add = function (name, build, value) {
    if (waiting[name]) waiting[name](build, value);
  };

  // What the reader's language calls things; told by interface.js.
  search.speak = function (value) { search.interface = value; };

  function script(address, failed) {
    var made = document.createElement("script");
    var timer = setTimeout(function () { end("slow"); }, search.PATIENCE || PATIENCE);
    function end(kind) {
      clearTimeout(timer);
      made.onload = made.onerror = null;
      if (made.parentNode) made.parentNode.removeChild(made);
      failed(kind);
    }
    made.onload = function () { end("broken"); };
    made.onerror = function () { end("missing"); };
    made.src = search.box.dataset.top + address;
    document.head.appendChild(made);
  }

  // Promises {build, value} of the shard "kk/lex-3"; `build` is asked for, if any.
  search.fetch = function (name, build) {
    return new Promise(function (done, failed) {
      waiting[name] = function (told, value) { delete waiting[name]; done({ build: told, value: value }); };
      script("search/" + name + ".js" + (build ? "?" + build : ""), function (kind) {
        // After a shard that has come this fails nothing: its promise is kept.
        failed(new search.Failure(kind));
      });
    });
  };

  // Promises that one of our own scripts is here.
  search.require = search.memo(function (name) {
    return new Promise(function (done, failed) {
      var made = document.createElement("script");
      made.onload = done;
      made.onerror = function () { failed(new search.Failure("missing")); };
      made.src = search.box.dataset.top + "assets/" + name + ".js";
      document.head.appendChild(made);
    });
  });
})(typeof globalThis === "undefined" ? window : globalThis);
