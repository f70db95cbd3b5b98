// SPDX-License-Identifier: Apache-2.0
// The search box: without this script every page can be read, and the pages of contents lead everywhere.
"use strict";
(() => {
  const MOST = 40;
  const RANKS = {answer: 0, call: 0, page: 0, program: 1, rule: 2, bug: 2, case: 3};
  const up = document.currentScript.dataset.up;

  const form = document.createElement("form");
  form.className = "search";
  form.setAttribute("role", "search");
  const input = document.createElement("input");
  input.type = "search";
  input.id = "search";
  input.placeholder = "Search: press /";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-label", "Search cases, rules, calls, answers and bugs");
  input.setAttribute("aria-controls", "found");
  input.setAttribute("aria-expanded", "false");
  const list = document.createElement("ul");
  list.id = "found";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Search results");
  form.append(input, list);
  document.querySelector("header").append(form);

  let entries = null;
  let chosen = -1;

  function load() {
    if (entries !== null) {
      return;
    }
    entries = [];
    const script = document.createElement("script");
    script.src = up + "search.js";
    script.onload = () => {
      entries = window.vfioOracleIndex.map(([kind, name, text, words, to]) =>
        ({kind, name, text, to, key: name.toLowerCase(), all: (name + " " + text + " " + words).toLowerCase()}));
      show();
    };
    document.head.append(script);
  }

  // A word at the beginning of a name counts most, one at the beginning of a word more than one within.
  function score(entry, words) {
    let sum = 0;
    for (const word of words) {
      const at = entry.all.indexOf(word);
      if (at < 0) {
        return -1;
      }
      const begins = at === 0 || /[^a-z0-9]/.test(entry.all[at - 1]);
      sum += entry.key === word ? 100 : entry.key.startsWith(word) ? 40 : entry.key.includes(word) ? 15 : begins ? 6 : 1;
    }
    return sum - RANKS[entry.kind];
  }

  function find(text) {
    const words = text.toLowerCase().replace(/@/g, "").split(/\s+/).filter(word => word !== "");
    if (words.length === 0) {
      return [];
    }
    return entries
      .map(entry => ({entry, score: score(entry, words)}))
      .filter(one => one.score >= 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST)
      .map(one => one.entry);
  }

  function show() {
    const found = find(input.value);
    list.replaceChildren(...found.map(item));
    if (found.length === 0 && input.value.trim() !== "" && entries.length > 0) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = "Nothing is found. Fewer words find more.";
      list.append(none);
    }
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(found.length > 0 ? 0 : -1);
  }

  function item(entry, index) {
    const li = document.createElement("li");
    li.id = "found-" + index;
    li.dataset.to = entry.to;
    li.setAttribute("role", "option");
    const kind = document.createElement("i");
    kind.textContent = entry.kind;
    const name = document.createElement("b");
    name.textContent = entry.name;
    const text = document.createElement("span");
    text.textContent = entry.text;
    li.append(kind, name, text);
    li.addEventListener("mousedown", event => {
      event.preventDefault();
      open(li);
    });
    return li;
  }

  function choose(index) {
    const items = [...list.querySelectorAll("[role=option]")];
    chosen = items.length === 0 ? -1 : (index + items.length) % items.length;
    items.forEach((li, at) => li.setAttribute("aria-selected", String(at === chosen)));
    if (chosen >= 0) {
      input.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({block: "nearest"});
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function open(li) {
    close();
    location.href = up + li.dataset.to;
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  input.addEventListener("focus", () => {
    load();
    show();
  });
  input.addEventListener("blur", close);
  input.addEventListener("input", show);
  form.addEventListener("submit", event => {
    event.preventDefault();
    const li = list.querySelectorAll("[role=option]")[chosen];
    if (li) {
      open(li);
    }
  });
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      input.blur();
    }
  });
  document.addEventListener("keydown", event => {
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
