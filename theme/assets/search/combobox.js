// The field in the header with its results below: an editable combobox with a listbox (WAI-ARIA Authoring Practices).
// The focus stays in the field; the option that is chosen is told by aria-activedescendant. The counts in other
// languages are the last options, so that one press of the arrow up leads there.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  var MOST_PAGES = 6, MOST_OF_PAGE = 3, MOST = 8, AT_ONCE = 1, REST = 200, PATIENT = 400, LEAD = 60;

  search.combobox = function (box, field) {
    var told = search.interface.told, code = search.interface.code, make = search.make;
    var narrow = root.matchMedia("(max-width: 63.9375em)");
    var turn = 0, timer = 0, slow = 0, active = null;

    var list = make("div", "search__list");
    var notes = make("div", "search__notes");
    var keys = make("p", "search__keys", told.keys);
    var panel = make("div", "search__panel", [notes, list, keys]);
    var live = make("p", "search__live");
    var clear = button("search__clear", told.clear, "×"), close = button("search__close", told.close, "←");

    function button(kind, label, sign) {
      var made = make("button", kind, sign);
      made.type = "button";
      made.setAttribute("aria-label", label);
      made.title = label;
      return made;
    }

    list.id = "page:search-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", told.search);
    live.setAttribute("role", "status");
    keys.setAttribute("aria-hidden", "true");
    panel.hidden = true;
    [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-haspopup", "listbox"], ["aria-expanded", "false"],
      ["aria-controls", list.id]].forEach(function (pair) { field.setAttribute(pair[0], pair[1]); });
    box.insertBefore(close, field);
    [clear, panel, live].forEach(function (part) { box.appendChild(part); });

    function options() { return Array.prototype.slice.call(list.querySelectorAll("[role=option]")); }

    function choose(option) {
      if (active) active.setAttribute("aria-selected", "false");
      active = option;
      if (!option) { field.removeAttribute("aria-activedescendant"); return; }
      option.setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    function show(isShown) {
      panel.hidden = !isShown;
      field.setAttribute("aria-expanded", String(isShown && options().length > 0));
      if (!isShown) choose(null);
    }

    function empty(element) { element.textContent = ""; }

    function busy(isBusy) {
      clearTimeout(slow);
      box.classList.toggle("search--busy", isBusy);
      if (isBusy) slow = setTimeout(function () { live.textContent = told.loading; }, PATIENT);
    }

    function option(kind, number) {
      var made = make("a", "search__option " + kind);
      made.id = "page:search-" + number;
      made.tabIndex = -1;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      return made;
    }

    // What of an answer is shown here: [[hit…], …], the best of the best pages.
    function chosen(answer) {
      var left = MOST;
      return answer.pages.slice(0, MOST_PAGES).map(function (hits) {
        var taken = hits.slice(0, Math.min(MOST_OF_PAGE, left));
        left -= taken.length;
        return taken;
      }).filter(function (hits) { return hits.length; });
    }

    // The options of what has come so far; all of it where `isWhole`.
    function render(answer, groups, query, store, isWhole) {
      var number = 0, kept = active && active.href;
      empty(list);
      active = null;
      groups.forEach(function (all, n) {
        var hits = all.filter(Boolean);
        if (!hits.length) return;
        var heading = search.pageOf(hits[0], code), group = make("div", "search__group", [heading]);
        heading.id = "page:search-page-" + n;
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", heading.id);
        hits.forEach(function (hit) {
          group.appendChild(search.fillHit(option("search__hit", number++), hit, store, LEAD));
        });
        var rest = answer.pages[n].length - all.length;
        if (rest) group.appendChild(make("p", "search__rest", search.fill(told.more_on_page, { count: rest })));
        list.appendChild(group);
      });
      if (isWhole && number) {
        var whole = option("search__all", number++);
        whole.textContent = search.fill(told.all, { count: search.count(answer) });
        whole.href = search.resultsAt(code, query);
        list.appendChild(whole);
      }
      show(true);
      choose(options().find(function (one) { return one.href === kept; }) || null);
    }

    function remark(answer, store, query) {
      var said = search.remarks(answer, store, query);
      empty(notes);
      said.forEach(function (text) { notes.appendChild(make("p", "", text)); });
      if (answer.level === "none") {
        notes.appendChild(make("p", "", told.fewer));
        notes.appendChild(search.ways());
      }
      live.textContent = said.concat(answer.level === "none" ? [] : search.counted(answer)).join(" ");
    }

    // The counts in the other languages, as they come.
    function others(query, answer, isStale) {
      search.interface.languages.forEach(function (language) {
        if (language.code === code) return;
        search.elsewhere(language.code, query, answer, isStale).then(function (found) {
          if (found && !isStale()) offer(language, found);
        }, function () { /* that language is broken or late; this one is not */ });
      });
    }

    function offer(language, found) {
      var group = list.querySelector(".search__others");
      if (!group) {
        group = make("div", "search__others", [make("span", "search__else", told.elsewhere)]);
        group.firstChild.id = "page:search-else";
        group.firstChild.appendChild(make("kbd", "", told.key_up));
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", "page:search-else");
        list.appendChild(group);
      }
      var made = option("search__other", language.code);
      made.appendChild(make("span", "", language.name, language.code));
      made.appendChild(document.createTextNode(": " + found.count));
      made.href = search.resultsAt(language.code, found.query, found.concepts);
      group.appendChild(made);
      show(true);
      live.textContent += " " + language.name + ": " + found.count + ".";
    }

    async function ask(text, isStale) {
      // A last letter alone says nothing yet; a digit does.
      var query = text.replace(/(\S\s+)[^\s\d]$/, "$1"), kept = null;
      var answer = await search.run(code, function (store) {
        kept = store;
        return search.ask(store, query, true);
      }, isStale);
      var groups = chosen(answer).map(function (hits) { return hits.map(function () { return null; }); });
      async function fetch(hit, group, n) {
        groups[group][n] = await search.run(code, function (store) { return search.show(store, hit); }, isStale);
      }
      remark(answer, kept, text);
      var jobs = [];
      chosen(answer).forEach(function (hits, group) {
        hits.forEach(function (hit, n) { jobs.push([hit, group, n]); });
      });
      function get(some) { return Promise.all(some.map(function (job) { return fetch.apply(null, job); })); }
      await get(jobs.slice(0, 1));
      if (isStale()) return;
      render(answer, groups, query, kept, jobs.length === 1);
      await get(jobs.slice(1, AT_ONCE));
      // Texts are the most of what is loaded: while letters come in quick succession, no more of them than are seen.
      if (jobs.slice(AT_ONCE).some(function (job) { return !search.isHere(kept, job[0]); })) {
        if (isStale()) return;
        render(answer, groups, query, kept, true);
        busy(false);
        await new Promise(function (done) { setTimeout(done, REST); });
      }
      await get(jobs.slice(AT_ONCE));
      if (isStale()) return;
      render(answer, groups, query, kept, true);
      busy(false);
      others(query, answer, isStale);
    }

    function changed() {
      var text = field.value, mine = ++turn;
      function isStale() { return mine !== turn; }
      box.classList.toggle("search--filled", text !== "");
      clearTimeout(timer);
      busy(false);
      if (Array.from(text.trim()).length < 2) {
        empty(list);
        empty(notes);
        live.textContent = "";
        show(false);
        return;
      }
      // What was typed in one go is asked for once: nothing before the browser has taken all of it.
      timer = setTimeout(function () {
        busy(true);
        ask(text, isStale).catch(function (failure) {
          if (failure === search.STALE || isStale()) return;
          busy(false);
          trouble(failure);
        });
      }, 0);
    }

    function trouble(failure) {
      failure = search.failureOf(failure);
      empty(list);
      empty(notes);
      notes.appendChild(search.failed(failure, function () { field.focus(); changed(); }));
      live.textContent = told["failed_" + failure.kind];
      show(true);
    }

    function leave() {
      show(false);
      box.classList.remove("search--open");
    }

    function move(step) {
      var all = options();
      if (!all.length) return;
      if (panel.hidden) show(true);
      var at = active ? all.indexOf(active) : -1;
      // The field itself stands between the last and the first.
      var next = at + step;
      if (at < 0) next = step > 0 ? 0 : all.length - 1;
      choose(all[next] || null);
    }

    function escape() {
      if (!panel.hidden && !narrow.matches) show(false);
      else if (field.value) { field.value = ""; changed(); } else { leave(); field.blur(); }
    }

    field.addEventListener("input", changed);
    field.addEventListener("keydown", function (event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowUp" && event.altKey) show(false);
      else if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") escape();
      else if (event.key === "Enter" && active) active.click();
      else if (event.key === "Enter" && field.value.trim()) location.href = search.resultsAt(code, field.value.trim());
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    field.addEventListener("focus", function () { if (options().length || notes.firstChild) show(true); });
    box.addEventListener("focusout", function (event) {
      if (narrow.matches || (event.relatedTarget && box.contains(event.relatedTarget))) return;
      // Also a press on the panel itself takes the focus, to nothing.
      setTimeout(function () { if (!box.contains(document.activeElement)) leave(); }, 0);
    });
    panel.addEventListener("mousedown", function (event) {
      if (!event.target.closest("a, button")) event.preventDefault();
    });
    list.addEventListener("click", function (event) {
      // A result on this very page: nothing is loaded anew but for the address.
      if (event.target.closest("a")) leave();
    });
    clear.addEventListener("click", function () { field.value = ""; changed(); field.focus(); });
    close.addEventListener("click", function () { leave(); box.querySelector(".search__open").focus(); });
    if (field.value) changed();
  };
})(typeof globalThis === "undefined" ? window : globalThis);
