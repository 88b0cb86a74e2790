// Marks on a page the words that led there: the parameter `mark` of its address has their stems. Escape or a button
// takes the marks away.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var search = Ushtil.search = Ushtil.search || {};
  // What the index leaves out, too: numbers of paragraphs, ways to other versions, notices, what follows the text.
  var LEFT = "script, style, .headerlink, .footnote-ref, .footnote-backref, .elsewhere, .notice, .address, .facing, " +
    ".actions, .byline, .cite";

  function asked() {
    var found = /[?&]mark=([^&]*)/.exec(location.search);
    try {
      return new Set(search.split(decodeURIComponent(found[1].replace(/\+/g, " "))));
    } catch (wrong) { return new Set(); }
  }

  function texts(article) {
    var walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (/\S/.test(walker.currentNode.data) && !parent.closest(LEFT)) found.push(walker.currentNode);
    }
    return found;
  }

  // Puts marks around the words of a text that have one of the stems.
  function markText(text, stems, store) {
    var marks = [];
    store.words(text.data).reverse().forEach(function (word) {
      if (!stems.has(store.stem(word.form) || Ushtil.fold(word.form))) return;
      var found = text.splitText(word.start);
      found.splitText(word.end - word.start);
      var mark = search.make("mark", "found");
      found.parentNode.replaceChild(mark, found);
      mark.appendChild(found);
      marks.push(mark);
    });
    return marks;
  }

  function remove(marks, bar) {
    marks.forEach(function (mark) {
      var parent = mark.parentNode;
      if (!parent) return;
      while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
      parent.removeChild(mark);
      parent.normalize();
    });
    if (bar.parentNode) bar.parentNode.removeChild(bar);
  }

  function offer(marks) {
    var told = search.interface.told, button = search.make("button", "", told.unmark + " (Esc)");
    button.type = "button";
    var count = search.make("span", "", search.fill(told.marked, { count: marks.length }));
    var bar = search.make("div", "marked", [count, button]);
    function away() { remove(marks, bar); document.removeEventListener("keydown", escape); }
    function escape(event) {
      if (event.key === "Escape" && !event.defaultPrevented) away();
    }
    button.addEventListener("click", away);
    document.addEventListener("keydown", escape);
    document.body.appendChild(bar);
  }

  search.mark = async function () {
    var stems = asked(), article = document.querySelector("article");
    // The address is then that of the section, to be copied as such; refused to pages from a folder.
    try { history.replaceState(history.state, "", location.pathname + location.hash); } catch (refused) { /* no */ }
    if (!stems.size || !article) return;
    try {
      var marks = await search.run(search.interface.code, function (store) {
        store.get("stem");
        return [].concat.apply([], texts(article).map(function (text) { return markText(text, stems, store); }));
      }, function () { return false; });
      if (marks.length) offer(marks);
    } catch (failure) { /* the page is there, without its marks */ }
  };
})(typeof globalThis === "undefined" ? window : globalThis);
