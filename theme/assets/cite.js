// Puts the day of reading into the citation, copies it, and cites single paragraphs. What there is to say comes as
// templates (ushtil/citing/templates.py), when somebody asks for it; here slots are filled, and nothing is formatted.
// Buttons and the clipboard are those of reading.js, which has run when somebody asks.
(function (root) {
  "use strict";
  var Ushtil = root.Ushtil = root.Ushtil || {};
  var block = document.getElementById("page:cite");
  if (!block) return;
  var said = block.dataset, details = block.querySelector("details"), plain = block.querySelector(".cite__plain");
  var files = Array.prototype.slice.call(block.querySelectorAll("a[download]"));
  var names = files.map(function (link) { return link.download; });
  var titles = Array.prototype.slice.call(plain.querySelectorAll("[lang]"));
  var shown = null, about = null, status = null;

  function two(number) { return (number < 10 ? "0" : "") + number; }

  // The citation of a paragraph in all forms, or of the page if it has no name.
  function forms(name) {
    var told = Ushtil.citation.paragraphs[name] || [0, "", ""], day = new Date();
    var values = { P: name, L: told[1], G: told[2], Y: day.getFullYear(), m: day.getMonth() + 1, d: day.getDate() };
    values.M = two(values.m);
    values.D = two(values.d);
    values.month = Ushtil.citation.months[day.getMonth()];
    return Ushtil.citation.shapes[told[0]].map(function (text) {
      return text.replace(/\ue000(\w+)\ue001/g, function (slot, key) { return values[key]; });
    });
  }

  // The text, its addresses as links; titles that tell their language go on telling it.
  function put(text) {
    plain.textContent = "";
    while (text) {
      var next = /https?:\/\/[^\s)]+[^\s).,]/.exec(text), from = next ? next.index : text.length, made = null;
      if (next) {
        made = document.createElement("a");
        made.textContent = made.href = next[0];
      }
      for (var n = 0; n < titles.length; n++) {
        var place = text.indexOf(titles[n].textContent);
        if (place >= 0 && place < from) { from = place; made = titles[n].cloneNode(true); }
      }
      plain.appendChild(document.createTextNode(text.slice(0, from)));
      if (made) plain.appendChild(made);
      text = text.slice(from + (made ? made.textContent.length : 0));
    }
  }

  function show(name) {
    if (!Ushtil.citation.paragraphs[name]) name = "";
    shown = name;
    put(forms(name)[0]);
    block.querySelector(".cite__hint").hidden = true;
    about.hidden = !name;
    about.firstChild.textContent = said.one.replace("{number}", name);
    about.firstChild.href = "#" + name;
    status.textContent = "";
  }

  function save(event) {
    var place = files.indexOf(event.currentTarget), link = files[place];
    if (shown === null) return;
    var address = URL.createObjectURL(new Blob([forms(shown)[place + 1]], { type: link.type }));
    link.href = address;
    link.download = names[place].replace(/\.\w+$/, function (ending) { return (shown && "-" + shown) + ending; });
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
  }

  function copier(text, place) {
    var made = Ushtil.button(text, function () {
      Ushtil.copy(forms(shown)[place]).then(function () { status.textContent = said.copied + ": " + text; }, function () {
        status.textContent = "";
      });
    });
    made.setAttribute("aria-label", said.copy + ": " + text);
    return made;
  }

  function furnish() {
    var row = document.createElement("p"), link = document.createElement("a");
    row.className = "cite__row";
    row.appendChild(document.createTextNode(said.copy + ":"));
    [said.plain].concat(files.map(function (file) { return file.textContent; })).forEach(function (text, place) {
      row.appendChild(document.createTextNode(" "));
      row.appendChild(copier(text, place));
    });
    files[0].parentNode.parentNode.insertBefore(row, files[0].parentNode);
    status = document.createElement("p");
    status.className = "cite__status";
    status.setAttribute("role", "status");
    row.parentNode.insertBefore(status, files[0].parentNode.nextSibling);
    about = document.createElement("p");
    about.className = "cite__about";
    about.appendChild(link);
    about.appendChild(document.createTextNode(" "));
    about.appendChild(Ushtil.button(said.whole, function () { show(""); details.querySelector("summary").focus(); }));
    details.insertBefore(about, plain);
    files.forEach(function (file) { file.addEventListener("click", save); });
  }

  // Without what the script needs the page's own citation stays as it is.
  function ready(then) {
    if (about) { then(); return; }
    var script = document.createElement("script");
    script.src = said.templates;
    script.onload = function () { if (!about) furnish(); then(); };
    document.head.appendChild(script);
  }

  details.addEventListener("toggle", function () {
    if (details.open) ready(function () { if (shown === null) show(""); });
  });
  (Ushtil.actions = Ushtil.actions || []).push({ text: said.cite, act: function (link) {
    ready(function () {
      show(link.parentNode.id);
      details.open = true;
      block.scrollIntoView();
      (shown ? about.firstChild : details.querySelector("summary")).focus({ preventScroll: true });
    });
  } });
})(this);
