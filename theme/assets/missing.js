/* On the page "not found": offers the page whose address is almost the one that was asked for, in each language.
   What is told to it, and what it makes of an address: ushtil/publish/metadata/missing.py. */
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};

  /* The address without the site's base, languages and endings, in small letters: "/t/kk/UPR/course.htm" → "upr/course". */
  function bare(path, base, prefixes) {
    var parts = [];
    try {
      path = decodeURIComponent(path);
    } catch (_) {
      return "";
    }
    path = path.indexOf(base) === 0 ? path.slice(base.length) : path;
    path.toLowerCase().split("/").forEach(function (part) {
      if (part && !(parts.length === 0 && prefixes.indexOf(part) >= 0)) parts.push(part);
    });
    if (parts.length) parts.push(parts.pop().replace(/\.(html?|md|php|aspx?)$/, ""));
    return parts.join("/");
  }

  function last(page) {
    return page.slice(page.lastIndexOf("/") + 1);
  }

  /* The page of `pages` that was perhaps meant, or "". */
  Ushtil.nearest = function (path, base, codes, pages) {
    var wanted = bare(path, base, codes), same, folder;
    function at(address) {
      return pages.filter(function (page) { return page.toLowerCase() === address; })[0];
    }
    if (!wanted || wanted === "index") return "";
    if (at(wanted) || at(wanted + "/index")) return at(wanted) || at(wanted + "/index");
    same = pages.filter(function (page) {
      return last(page) !== "index" && last(page).toLowerCase() === last(wanted);
    });
    if (same.length === 1) return same[0];
    for (folder = wanted; folder.indexOf("/") > 0;) {
      folder = folder.slice(0, folder.lastIndexOf("/"));
      if (at(folder + "/index") || at(folder)) return at(folder + "/index") || at(folder);
    }
    return "";
  };

  function offer(box) {
    var base = box.getAttribute("data-base").replace(/\/?$/, "/");
    var prefixes = {};
    var page;
    box.getAttribute("data-prefixes").split(" ").forEach(function (one) {
      prefixes[one.split(":")[0]] = one.split(":")[1];
    });
    page = Ushtil.nearest(location.pathname, base, Object.keys(prefixes), box.getAttribute("data-pages").split(" "));
    if (!page) return;
    Array.prototype.forEach.call(box.querySelectorAll("section"), function (section) {
      var prefix = prefixes[section.lang], line = section.querySelector(".missing__nearest");
      var link = document.createElement("a");
      link.textContent = (prefix ? prefix + "/" : "") + page + ".html";
      link.href = base + link.textContent;
      line.appendChild(link);
      line.hidden = false;
    });
  }

  if (root.document) Array.prototype.forEach.call(document.querySelectorAll(".missing"), offer);
})(typeof window === "undefined" ? globalThis : window);
