// The search. The index is a script of its own, since pages of a file system may not fetch files; it
// is read at the first search. A search is part of the address, #q=ksg, and so can be linked.
(function () {
  "use strict";
  var root = document.body.dataset.root;
  var box = document.querySelector("input[type=search]");
  var found = document.getElementById("found");
  var MOST = 30;
  var loading = null;

  function withIndex(use) {
    if (window.miscopeIndex) return use(window.miscopeIndex);
    if (!loading) {
      loading = document.createElement("script");
      loading.src = root + "search-index.js";
      document.head.append(loading);
    }
    loading.addEventListener("load", function () { use(window.miscopeIndex); });
  }

  // The name itself before names that begin so, these before names that contain it, then texts.
  function rank(entry, words) {
    var title = entry[0].toLowerCase(), text = entry[2].toLowerCase(), worst = 0;
    for (var i = 0; i < words.length; i++) {
      var word = words[i], name = title.replace(/^.*\./, "").replace(/\(.*$/, "");
      var at = name === word ? 0 : name.startsWith(word) ? 1 : title.includes(word) ? 2 : text.includes(word) ? 3 : 9;
      if (at === 9) return 9;
      worst = Math.max(worst, at);
    }
    return worst;
  }

  function excerpt(text, word) {
    var at = Math.max(0, text.toLowerCase().indexOf(word) - 40);
    return (at > 0 ? "... " : "") + text.slice(at, at + 160);
  }

  function show(query) {
    var words = query.toLowerCase().split(/\s+/).filter(Boolean);
    found.hidden = words.length === 0;
    found.replaceChildren();
    if (words.length === 0) return;
    withIndex(function (index) {
      if (box.value !== query) return;
      var hits = [];
      index.forEach(function (entry, i) {
        var r = rank(entry, words);
        if (r < 9) hits.push([r, i, entry]);
      });
      hits.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
      found.replaceChildren();
      hits.slice(0, MOST).forEach(function (hit) {
        var line = document.createElement("li"), link = document.createElement("a"), small = document.createElement("small");
        link.href = root + hit[2][1];
        link.textContent = hit[2][0];
        small.textContent = excerpt(hit[2][2], words[0]);
        line.append(link, small);
        found.append(line);
      });
      var count = document.createElement("li");
      count.textContent = hits.length === 0 ? "Nothing is found." :
        hits.length > MOST ? "The first " + MOST + " of " + hits.length + "." : hits.length + " found.";
      found.append(count);
    });
  }

  function fromAddress() {
    var match = /^#q=(.*)$/.exec(location.hash);
    if (match) {
      box.value = decodeURIComponent(match[1]);
      show(box.value);
    }
  }

  box.addEventListener("input", function () { show(box.value); });
  box.form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = found.querySelector("a");
    if (first) location.href = first.href;
  });
  found.addEventListener("click", function (event) { if (event.target.closest("a")) found.hidden = true; });
  document.querySelectorAll("nav details").forEach(function (menu, i, all) {
    menu.addEventListener("toggle", function () {
      if (menu.open) all.forEach(function (other) { if (other !== menu) other.open = false; });
    });
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
