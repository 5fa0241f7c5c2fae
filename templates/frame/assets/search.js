// Search in the reader's own browser: a dialog over Pagefind, which fetches the few pieces of its index that it needs.
// What comes out of the index is only ever set as text. Without this file everything but search works.
(() => {
  "use strict";
  const dialog = document.querySelector("[data-find]");
  const opener = document.querySelector("[data-find-open]");
  if (!dialog || !opener || !dialog.showModal) return;
  const [words, filters, status, results, more] = ["words", "filters", "status", "results", "more"].map((name) =>
    dialog.querySelector(`[data-find-${name}]`),
  );
  const base = new URL(`${dialog.dataset.base.replace(/\/?$/, "/")}`, location.href);
  const ORDER = ["Topic", "Party", "Kind"];
  const PAGE = 8;
  let engine = null;
  let turn = 0;
  let found = [];
  let shown = 0;

  function load() {
    engine ??= import(new URL("pagefind/pagefind.js", base).href).then(async (pagefind) => {
      // Pages are addressed below the site's own folder, wherever that lies on its server.
      // A short page must not outrank the long one that is about nothing else.
      await pagefind.options({ baseUrl: base.pathname, excerptLength: 24, ranking: { pageLength: 0.2 } });
      offer(await pagefind.filters());
      return pagefind;
    });
    engine.catch(() => {
      engine = null;
      say("Search is not available here. It needs a web server and an index: the page of all topics lists everything.");
    });
    return engine;
  }

  function offer(known) {
    filters.replaceChildren();
    for (const name of ORDER.filter((one) => known[one] && Object.keys(known[one]).length > 1)) {
      const label = make("label", "find__filter", `${name} `);
      const choice = make("select");
      choice.name = name;
      choice.append(new Option("any", ""));
      for (const value of Object.keys(known[name]).sort((a, b) => a.localeCompare(b))) choice.append(new Option(value, value));
      choice.addEventListener("change", () => search());
      label.append(choice);
      filters.append(label);
    }
    filters.hidden = !filters.children.length;
  }

  function chosen() {
    const picks = [...filters.querySelectorAll("select")].filter((choice) => choice.value);
    return Object.fromEntries(picks.map((choice) => [choice.name, choice.value]));
  }

  async function search() {
    const mine = ++turn;
    const asked = words.value.trim();
    const picks = chosen();
    if (!asked && !Object.keys(picks).length) {
      found = [];
      results.replaceChildren();
      more.parentElement.hidden = true;
      say("");
      return;
    }
    const pagefind = await load();
    if (mine !== turn) return;
    // Null asks for everything that passes the filters.
    const answer = await pagefind.search(asked || null, { filters: picks });
    if (mine !== turn) return;
    found = answer.results;
    shown = 0;
    results.replaceChildren();
    dialog.scrollTop = 0;
    say(found.length ? `${found.length} ${found.length === 1 ? "page" : "pages"}` : nothing(asked, picks));
    await show(mine);
  }

  function nothing(asked, picks) {
    const narrowed = Object.values(picks).join(", ");
    return `Nothing found${asked ? ` for “${asked}”` : ""}${narrowed ? ` in ${narrowed}` : ""}.`;
  }

  async function show(mine) {
    const batch = await Promise.all(found.slice(shown, shown + PAGE).map((one) => one.data()));
    if (mine !== turn) return;
    shown += batch.length;
    results.append(...batch.map(page));
    more.parentElement.hidden = shown >= found.length;
  }

  // A page, and below it the claims that hold the words: each heading with an id is a result of its own.
  function page(data) {
    const line = make("li", "find__page");
    const title = data.meta.title || data.url;
    const kind = (data.filters.Kind || []).join(", ");
    const head = make("a", "find__title");
    head.href = data.url;
    head.append(make("span", "", title));
    if (kind) head.append(make("small", "", kind));
    line.append(head);
    // What says the words in its heading comes first: on most pages that is a claim.
    const heft = (part) => Math.max(0, ...(part.weighted_locations || []).map((place) => place.weight));
    const parts = data.sub_results
      .filter((part) => part.url !== data.url && part.title !== title)
      .sort((a, b) => heft(b) - heft(a));
    if (!parts.length) line.append(excerpt(data.excerpt));
    if (parts.length) {
      const list = make("ol", "find__claims");
      for (const part of parts.slice(0, 4)) {
        const link = make("a", "find__claim");
        link.href = part.url;
        link.append(make("span", "", part.title), excerpt(part.excerpt));
        const below = make("li");
        below.append(link);
        list.append(below);
      }
      line.append(list);
      if (parts.length > 4) line.append(make("p", "find__rest", `and ${parts.length - 4} more on this page`));
    }
    return line;
  }

  // Pagefind marks what it found with <mark> and escapes the rest; both are taken apart here rather than trusted.
  function excerpt(html) {
    const text = make("p", "find__excerpt");
    html.split(/<mark>(.*?)<\/mark>/s).forEach((piece, number) => {
      const plain = piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
      text.append(number % 2 ? make("mark", "", plain.replaceAll("&amp;", "&")) : plain.replaceAll("&amp;", "&"));
    });
    return text;
  }

  function make(name, style = "", text = "") {
    const element = document.createElement(name);
    if (style) element.className = style;
    if (text) element.textContent = text;
    return element;
  }

  function say(text) {
    status.textContent = text;
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    words.focus();
    words.select();
    load().catch(() => {});
  }

  // Up and down walk through the field and the links, as in any list of results.
  function walk(event) {
    const links = [words, ...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  const isTyping = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const combined = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !combined) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
    // In a field for search Escape would first empty the field; it is the way out, as anywhere else.
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
    // The theme listens for letters on the whole page; what is typed here is meant for nobody else.
    event.stopPropagation();
  });
  dialog.addEventListener("click", (event) => {
    // A click on the shade around the dialog, or on a link, which may lead to another place on this same page.
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter in the field opens what was found first; submitting would only close the dialog.
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  let pause;
  words.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => search().catch(() => {}), 120);
  });
  more.addEventListener("click", () => {
    const first = results.children.length;
    show(turn).then(() => results.children[first]?.querySelector("a")?.focus());
  });
  opener.addEventListener("click", open);
  opener.removeAttribute("data-waiting");
})();
