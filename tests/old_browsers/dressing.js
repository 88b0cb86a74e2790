/* Runs before a page's own scripts: takes away what a browser of 2017 has not (but globalThis, by which
   Playwright looks into a page), and refuses all storage. */
(function () {
  "use strict";
  function lack(owner, names) {
    names.split(" ").forEach(function (name) { delete owner[name]; });
  }
  lack(Array.prototype, "flat flatMap at findLast findLastIndex toSorted toReversed toSpliced with");
  lack(String.prototype, "matchAll replaceAll at trimStart trimEnd isWellFormed toWellFormed");
  lack(Object, "fromEntries hasOwn groupBy");
  lack(Promise, "allSettled any withResolvers try");
  lack(Promise.prototype, "finally");
  lack(Element.prototype, "replaceChildren toggleAttribute checkVisibility animate getAnimations");
  lack(MediaQueryList.prototype, "addEventListener removeEventListener");
  lack(Intl, "Segmenter PluralRules RelativeTimeFormat ListFormat DisplayNames Locale");
  lack(Navigator.prototype, "clipboard share locks userAgentData");
  lack(Document.prototype, "startViewTransition fonts");
  lack(window, "structuredClone queueMicrotask requestIdleCallback IntersectionObserver ResizeObserver "
    + "AbortController AbortSignal BigInt WeakRef Highlight navigation scheduler reportError");
  ["localStorage", "sessionStorage", "indexedDB", "caches"].forEach(function (name) {
    Object.defineProperty(window, name, {
      get: function () { throw new DOMException("The operation is insecure.", "SecurityError"); },
    });
  });
  Object.defineProperty(Document.prototype, "cookie", {
    get: function () { throw new DOMException("The operation is insecure.", "SecurityError"); },
  });
})();
