// Search in the reader's own browser: a dialog over Pagefind, which fetches the few pieces of its index that it needs.
// What comes out of the index is only ever set as text. Without this file everything but search works. Words are marked by
// `_` and `ngettext`: when the site is built, the words of its language take the place of the marks.
(() => {
  "use strict";
  const dialog = document.querySelector("[data-find]");
  const opener = document.querySelector("[data-find-open]");
  if (!dialog || !opener || !dialog.showModal) return;
  const [words, filters, status, near, results, more] = ["words", "filters", "status", "near", "results", "more"].map((name) =>
    dialog.querySelector(`[data-find-${name}]`),
  );
  const base = new URL(`${dialog.dataset.base.replace(/\/?$/, "/")}`, location.href);
  const FILTERS = { Topic: _("Topic"), Party: _("Party"), Kind: _("Kind") };
  const fill = (message, values) => message.replace(/%\((\w+)\)s/g, (_place, name) => values[name]);
  const PAGE = 8;
  const VAIN = 24;
  const APOSTROPHES = /[\u0027\u2018\u2019\u201B\u02BB\u02BC\u02BD\u02B9\u02C8\u2032\uFF07\u0060\u00B4]/gu;
  const KEPT = `find ${base.pathname}`;
  // The scripts beside this one are of the same edition.
  const HERE = document.currentScript.src;
  let engine = null;
  let names = null;
  let used = null;
  let turn = 0;
  let pause;
  let rest = [];
  let asked = [];
  let given = new Set();
  let fresh = true;

  function load() {
    engine ??= import(new URL("pagefind/pagefind.js", base).href).then(async (pagefind) => {
      // Pages are addressed below the site's own folder, wherever that lies on its server.
      // A short page must not outrank the long one that is about nothing else.
      await pagefind.options({ baseUrl: base.pathname, excerptLength: 24, ranking: { pageLength: 0.2, metaWeights: { title: 5, names: 5 } } });
      [names] = await Promise.all([learn(), pagefind.filters().then(offer)]);
      return pagefind;
    });
    engine.catch(() => {
      engine = null;
      say(_("Search is not available here. It needs a web server and an index: the page of all topics lists everything."));
    });
    return engine;
  }

  // Names and days of this site. Without them search still finds words.
  async function learn() {
    const url = new URL("names.js", HERE);
    url.search = new URL(HERE).search;
    const [tools, known] = await Promise.all([
      import(url.href),
      got("search/names.json").then((answer) => answer.json()).catch(() => ({ pages: [], days: {} })),
    ]);
    return { ...tools, ...tools.reader(known) };
  }

  async function got(path) {
    const answer = await fetch(new URL(path, base));
    if (!answer.ok) throw new Error(answer.statusText);
    return answer;
  }

  function offer(known) {
    filters.replaceChildren();
    for (const name of Object.keys(FILTERS).filter((one) => known[one] && Object.keys(known[one]).length > 1)) {
      const label = make("label", "find__filter", `${FILTERS[name]} `);
      const choice = make("select");
      choice.name = name;
      choice.append(new Option(_("any"), ""));
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

  // Resolves to whether what stands there now is what was asked for: typing on makes an answer stale.
  async function search() {
    const mine = ++turn;
    clearTimeout(pause);
    const text = words.value.trim();
    const picks = chosen();
    keep(words.value, picks);
    if (!text && !Object.keys(picks).length) {
      rest = [];
      clear();
      say("");
      return true;
    }
    const pagefind = await load();
    if (mine !== turn) return false;
    const read = names.read(text);
    if (read.vain) {
      clear();
      say(fill(_("“%(text)s” is too common to search for: nearly every page has it. Add a word."), { text }));
      return true;
    }
    let found = await answer(pagefind, text, read, picks, mine);
    // What nobody writes so may be misspelled. A near word is only offered where it leads somewhere.
    let other = "";
    if (found && !found.length) {
      other = await nearby(text);
      if (other) found = await answer(pagefind, other, names.read(other), picks, mine);
      if (found && !found.length) other = "";
    }
    if (!found || mine !== turn) return false;
    clear();
    dialog.scrollTop = 0;
    show(found);
    if (!found.length || other) say(nothing(text, picks, !other));
    if (other) suggest(other);
    return true;
  }

  // The first pages for a text: those that are called so, and what the index has; null if something else was asked for since.
  async function answer(pagefind, text, read, picks, mine) {
    const texts = text ? read.texts.flatMap(spellings) : [null];
    // Null asks for everything that passes the filters.
    const answers = await Promise.all(texts.map((one) => pagefind.search(one, { filters: picks })));
    if (mine !== turn) return null;
    rest = together(answers.map((one) => one.results));
    asked = text ? read.texts.map(askedWords) : [[]];
    given = new Set();
    const first = await next(mine);
    if (!first) return null;
    const name = names.bare(text);
    first.sort((one, other) => nearness(other, name) - nearness(one, name));
    if (Object.keys(picks).length) return first;
    const claims = await claim(text);
    if (mine !== turn) return null;
    return merged([...claims, ...read.pages].map(entry), first, read.meant || claims.length);
  }

  // A page that the index found as well is shown as it is there, with the places that hold the words.
  function merged(called, first, isMeant) {
    given = new Set(called.map((one) => one.url));
    const top = called.map((one) => first.find((data) => data.url === one.url) ?? one);
    const others = first.filter((data) => !given.has(data.url));
    return isMeant ? [...top, ...others] : [...others.slice(0, 1), ...top, ...others.slice(1)];
  }

  function entry({ url, title, kind }) {
    return { url: base.pathname + url, meta: { title }, filters: { Kind: kind ? [kind] : [] }, sub_results: [], excerpt: "" };
  }

  // A claim by its id, as in `brief/claim`, if there is one.
  async function claim(text) {
    const [, brief, local] = /^\s*([a-z0-9-]+)\/([a-z0-9-]+)\s*$/.exec(text) ?? [];
    if (!brief) return [];
    try {
      const html = await (await got(`briefs/${brief}/`)).text();
      const heading = new DOMParser().parseFromString(html, "text/html").getElementById(local);
      return heading ? [{ url: `briefs/${brief}/#${local}`, title: heading.textContent.trim().slice(0, 200) || text, kind: _("Claim") }] : [];
    } catch {
      return [];
    }
  }

  async function nearby(text) {
    // A shorter word is near to too many others, and may be one that is still being typed.
    if (!/\p{L}{4}/u.test(text)) return "";
    try {
      used ??= (await (await got("pagefind/words.txt")).text()).split(" ");
      return names.near(text, used);
    } catch {
      return "";
    }
  }

  function suggest(text) {
    const button = make("button", "", text);
    button.type = "button";
    button.addEventListener("click", () => {
      words.value = text;
      words.focus();
      search().catch(() => {});
    });
    near.append(`${_("Did you mean")} `, button, "?");
    near.hidden = false;
  }

  function clear() {
    results.replaceChildren();
    near.replaceChildren();
    near.hidden = true;
    more.parentElement.hidden = true;
  }

  // Pagefind takes the apostrophe U+02BC for a letter and leaves the others out, so words are asked for in both ways.
  function spellings(text) {
    return [...new Set(["\u2019", "\u02BC"].map((sign) => text.replace(APOSTROPHES, sign)))];
  }

  // The results of several searches, each page once and the best first.
  function together(lists) {
    if (lists.length === 1) return lists[0];
    const found = new Map();
    for (const one of lists.flat()) if (!found.has(one.id) || found.get(one.id).score < one.score) found.set(one.id, one);
    return [...found.values()].sort((one, other) => other.score - one.score);
  }

  function nothing(text, picks, isAll) {
    const narrowed = Object.values(picks).join(", ");
    if (!text) return fill(_("Nothing found in %(filters)s."), { filters: narrowed });
    const message = narrowed ? _("Nothing found for “%(text)s” in %(filters)s.") : _("Nothing found for “%(text)s”.");
    if (!isAll) return fill(message, { text, filters: narrowed });
    const hint = _("Search finds pages that hold all your words, or words that begin with them. Try fewer words, or another spelling.");
    return `${fill(message, { text, filters: narrowed })} ${hint}`;
  }

  // The next pages that hold what was asked for; null if something else has been asked for since. Where Pagefind knows
  // no word that begins as the one asked for, it takes any short word that the one asked for begins with.
  async function next(mine) {
    const fit = [];
    let vain = 0;
    while (fit.length < PAGE && rest.length && vain < VAIN) {
      const batch = await Promise.all(rest.slice(0, PAGE).map((one) => one.data()));
      if (mine !== turn) return null;
      rest = rest.slice(PAGE);
      const good = batch.filter((data) => !given.has(data.url) && holds(data));
      fit.push(...good);
      vain = good.length ? 0 : vain + batch.length;
    }
    // The nearest come first: what follows so many in vain is no nearer.
    if (vain >= VAIN) rest = [];
    return fit;
  }

  function show(batch) {
    results.append(...batch.map(page));
    more.parentElement.hidden = !rest.length;
    const count = results.children.length + rest.length;
    say(fill(ngettext("%(num)s page", "%(num)s pages", count), { num: count }));
  }

  // The last word may be one that is still being typed.
  function askedWords(text) {
    const all = text.split(/\s+/).map(names.bare);
    return all.map((word, at) => [word, at === all.length - 1]).filter(([word]) => word);
  }

  // Whoever types a name means the page that is called so, however often others say it; and short words begin many others.
  function nearness(data, name) {
    const called = [data.meta.title || "", ...(data.meta.names || "").split(", ")];
    if (called.some((one) => names.bare(one) === name)) return 2;
    const said = hits(data);
    return Number(asked.some((all) => all.every(([word]) => word.length > 3 || said.has(word))));
  }

  function holds(data) {
    const said = [...hits(data)];
    return asked.some((all) => all.every(([word, last]) => names.isSpaceless(word) || said.some((one) => meets(word, one, last))));
  }

  function hits(data) {
    const raw = data.raw_content ?? "";
    const all = raw.split(raw.includes("\u200B") ? "\u200B" : /\s+/);
    // A hit in the title is not among the places; one in a compound is at the place of the whole.
    const marked = [...(data.locations || []).map((place) => all[place] ?? ""), ...`${data.meta.title || ""} ${data.meta.names || ""}`.split(/\s+/)];
    const said = new Set();
    for (const hit of marked) {
      const parts = hit.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{M}\p{N}]+/u);
      for (const word of [hit, ...parts]) said.add(names.bare(word));
    }
    said.delete("");
    return said;
  }

  // A word is met by one that begins so, or as its first four letters do. A short one has to be there whole, as many
  // begin so; an ending of a letter or two is no other word.
  function meets(word, said, last) {
    if (word.length < 3) return said === word;
    if (said.startsWith(word)) return last || word.length > 3 || said.length < word.length + 2;
    if (word.startsWith(said)) return said.length > 3 || (said.length === 3 && word.length < 6);
    return word.length > 3 && said.slice(0, 4) === word.slice(0, 4);
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
    if (!parts.length && data.excerpt) line.append(excerpt(data.excerpt));
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
      if (parts.length > 4) line.append(make("p", "find__rest", fill(_("and %(number)s more on this page"), { number: parts.length - 4 })));
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
    const [text, picks] = fresh ? kept() : ["", {}];
    fresh = false;
    words.value ||= text;
    words.focus();
    words.select();
    load()
      .then(() => {
        for (const choice of filters.querySelectorAll("select")) {
          if ([...choice.options].some((option) => option.value === picks[choice.name])) choice.value = picks[choice.name];
        }
        if (text || Object.keys(picks).length) return search();
      })
      .catch(() => {});
  }

  // What was asked outlives the way to a result and back, as long as the window does. A browser may forbid to keep it.
  function keep(text, picks) {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ text, picks }));
    } catch {
      // Then search begins empty, as it does on the first visit.
    }
  }

  function kept() {
    try {
      const { text, picks } = JSON.parse(sessionStorage.getItem(KEPT));
      return [String(text), Object(picks)];
    } catch {
      return ["", {}];
    }
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
    // While letters are being composed Enter ends that, and is not meant for us.
    if (event.key !== "Enter" || event.isComposing) return;
    // Enter in the field opens what is found first for the words that stand there, whatever was found before;
    // submitting would only close the dialog.
    event.preventDefault();
    search()
      .then((done) => done && dialog.open && results.querySelector("a")?.click())
      .catch(() => {});
  });
  words.addEventListener("input", () => {
    clearTimeout(pause);
    turn += 1;
    pause = setTimeout(() => search().catch(() => {}), 120);
  });
  more.addEventListener("click", () => {
    const first = results.children.length;
    next(turn)
      .then((batch) => {
        if (!batch) return;
        show(batch);
        results.children[first]?.querySelector("a")?.focus();
      })
      .catch(() => {});
  });
  opener.addEventListener("click", open);
  opener.removeAttribute("data-waiting");
})();
