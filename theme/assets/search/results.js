// The page of results. Its address has the query: ?q=…, &c= concepts that the glossary led here by, &p= which part.
// A page that was opened from a folder may not change its address but behind #, so there what is typed goes there.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var PAGES = 10, OF_PAGE = 5, PATIENT = 400;

  function read() {
    var text = (/^#q=/.test(location.hash) ? location.hash : location.search).slice(1);
    var found = { q: "", c: "", p: "1" };
    text.split("&").forEach(function (pair) {
      var at = pair.indexOf("="), name = pair.slice(0, at);
      if (at < 0 || !(name in found)) return;
      try { found[name] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " ")); } catch (wrong) { /* left out */ }
    });
    var concepts = found.c.split(",").filter(Boolean), part = Math.max(1, parseInt(found.p, 10) || 1);
    return { query: found.q, concepts: concepts, part: part };
  }

  function written(asked) {
    var text = "q=" + encodeURIComponent(asked.query);
    if (asked.concepts.length) text += "&c=" + asked.concepts.map(encodeURIComponent).join(",");
    return asked.part > 1 ? text + "&p=" + asked.part : text;
  }

  // The address of what is shown, without a new entry in the history.
  function remember(asked) {
    var text = written(asked);
    if (written(read()) === text) return;
    try { history.replaceState(null, "", "?" + text); } catch (refused) { location.replace("#" + text); }
  }

  search.results = function (box, field) {
    var told = search.interface.told, code = search.interface.code, make = search.make, turn = 0, slow = 0;
    var place = document.querySelector(".results__found"), title = document.title;
    var status = make("p", "results__status"), notes = make("div", "results__notes");
    var others = make("p", "results__others"), list = make("div", "results__list");
    var pager = make("nav", "results__pager");
    status.setAttribute("role", "status");
    pager.setAttribute("aria-label", told.pager);
    pager.hidden = true;
    [status, notes, others, list, pager].forEach(function (part) { place.appendChild(part); });

    function empty() {
      [notes, others, list, pager].forEach(function (part) { part.textContent = ""; });
      pager.hidden = true;
    }

    function tips() {
      var parts = told.tips.split("{example}");
      notes.appendChild(make("p", "results__tips", [
        document.createTextNode(parts[0]), make("code", "", told.tips_example), document.createTextNode(parts[1] || "")
      ]));
    }

    function item(hit, store) {
      return make("li", "", [search.fillHit(make("a", "search__hit"), hit, store, Infinity)]);
    }

    // A page with its best sections; the others when they are asked for.
    async function page(hits, isStale, at) {
      var kept = null;
      function show(hit) {
        return search.run(code, function (store) { kept = store; return search.show(store, hit); }, isStale);
      }
      var shown = await Promise.all(hits.slice(0, OF_PAGE).map(show));
      if (isStale()) return;
      var items = make("ul", "", shown.map(function (hit) { return item(hit, kept); }));
      at.appendChild(make("h2", "results__page", [search.pageOf(shown[0], code)]));
      at.appendChild(items);
      if (hits.length <= OF_PAGE) return;
      var more = make("button", "results__more", search.fill(told.more_on_page, { count: hits.length - OF_PAGE }));
      more.type = "button";
      more.addEventListener("click", function () {
        more.disabled = true;
        Promise.all(hits.slice(OF_PAGE).map(show)).then(function (rest) {
          var made = rest.map(function (hit) { return items.appendChild(item(hit, kept)); });
          more.parentNode.removeChild(more);
          made[0].firstChild.focus();
        }, function (failure) { more.disabled = false; trouble(failure, isStale); });
      });
      at.appendChild(more);
    }

    function steps(asked, answer) {
      var last = Math.ceil(answer.pages.length / PAGES), first = (asked.part - 1) * PAGES;
      if (last < 2) return;
      pager.hidden = false;
      function step(text, part) {
        if (part < 1 || part > last) return;
        var link = pager.appendChild(make("a", part < asked.part ? "results__back" : "results__on", text));
        link.href = "?" + written({ query: asked.query, concepts: asked.concepts, part: part });
      }
      step("← " + told.previous, asked.part - 1);
      pager.appendChild(make("span", "", search.fill(told.part, {
        first: first + 1, last: Math.min(first + PAGES, answer.pages.length), all: answer.pages.length
      })));
      step(told.next + " →", asked.part + 1);
    }

    function elsewhere(asked, answer, isStale) {
      search.interface.languages.forEach(function (language) {
        if (language.code === code) return;
        search.elsewhere(language.code, asked.query, answer, isStale).then(function (found) {
          if (!found || isStale()) return;
          if (!others.firstChild) others.appendChild(document.createTextNode(told.elsewhere + ": "));
          else others.appendChild(document.createTextNode(" · "));
          var link = others.appendChild(make("a", "", [make("span", "", language.name, language.code)]));
          link.appendChild(document.createTextNode(": " + found.count));
          link.hreflang = language.code;
          link.href = search.resultsAt(language.code, found.query, found.concepts);
        }, function () { /* that language is broken or late; this one is not */ });
      });
    }

    async function answer(asked, typing, isStale) {
      var kept = null;
      var found = await search.run(code, function (store) {
        kept = store;
        if (asked.concepts.length) return search.askConcepts(store, asked.concepts);
        return search.ask(store, asked.query, typing);
      }, isStale);
      if (asked.concepts.length) found.concepts = asked.concepts;
      if (isStale()) return;
      // The rest comes piece by piece below; what is told stays.
      clearTimeout(slow);
      empty();
      status.textContent = found.level === "none" ? "" : search.counted(found);
      search.remarks(found, kept, asked.query).forEach(function (text) { notes.appendChild(make("p", "", text)); });
      if (found.level === "none") { notes.appendChild(make("p", "", told.fewer)); tips(); }
      var first = (asked.part - 1) * PAGES;
      var boxes = found.pages.slice(first, first + PAGES).map(function (hits) {
        return [hits, list.appendChild(make("section", "results__group"))];
      });
      // In their order, so that what is read does not move.
      for (var n = 0; n < boxes.length; n++) await page(boxes[n][0], isStale, boxes[n][1]);
      if (isStale()) return;
      steps(asked, found);
      elsewhere(asked, found, isStale);
    }

    function trouble(failure, isStale) {
      if (failure === search.STALE || isStale()) return;
      failure = search.failureOf(failure);
      clearTimeout(slow);
      empty();
      status.textContent = "";
      notes.appendChild(search.failed(failure, function () { field.focus(); show(read(), false); }));
      notes.firstChild.setAttribute("role", "alert");
    }

    function show(asked, typing) {
      var mine = ++turn;
      function isStale() { return mine !== turn; }
      clearTimeout(slow);
      document.title = asked.query.trim() ? asked.query.trim() + " – " + title : title;
      if (Array.from(asked.query.trim()).length < 2) {
        empty();
        status.textContent = asked.query.trim() ? told.at_least : "";
        tips();
        return;
      }
      slow = setTimeout(function () { if (!isStale()) status.textContent = told.loading; }, PATIENT);
      answer(asked, typing, isStale).catch(function (failure) { trouble(failure, isStale); });
    }

    function arrive() {
      var asked = read();
      field.value = asked.query;
      show(asked, false);
    }

    field.addEventListener("input", function () {
      var asked = { query: field.value, concepts: [], part: 1 };
      remember(asked);
      show(asked, true);
    });
    field.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "Enter") location.href = "?" + written({ query: field.value.trim(), concepts: [], part: 1 });
      else if (event.key === "Escape" && field.value) field.value = "";
      else return;
      if (!field.value) field.dispatchEvent(new Event("input"));
      event.preventDefault();
    });
    // The switcher takes the query along: as the glossary has it in that language, else as it is.
    function carry(event) {
      var asked = read(), link = event.currentTarget, found = others.querySelector("[hreflang=" + link.hreflang + "]");
      if (asked.query) link.href = found ? found.href : search.resultsAt(link.hreflang, asked.query, asked.concepts);
    }
    Array.from(document.querySelectorAll(".languages a[hreflang]")).forEach(function (link) {
      ["click", "auxclick", "contextmenu"].forEach(function (kind) { link.addEventListener(kind, carry); });
    });
    root.addEventListener("popstate", function () { if (field.value !== read().query) arrive(); });
    arrive();
    if (!field.value) field.focus();
  };
})(typeof globalThis === "undefined" ? window : globalThis);
