"use strict";
/* The page of all claims: filters, and the list that they leave, newest first. Without this script the page leads to the
   lists by topic. What is loaded is described in dossier/exports/claim_parts.py: an index, the claims in parts, and for
   each year what its claims can be filtered by. The address of the page keeps the filters, the history keeps how many
   claims are shown. Words are marked as in dossier.js. */
(() => {
  const form = document.querySelector("form[data-claims]");
  if (!form) return;
  const STEP = 40;
  const NAMES = ["topic", "party", "kind", "basis", "status", "person", "source"];
  const FIELDS = [...NAMES, "from", "to"];
  const { claims: files, site } = form.dataset;
  const list = document.querySelector("[data-found]");
  const more = document.querySelector("[data-more]");
  const state = form.querySelector("[role=status]");
  const reset = form.querySelector("[type=reset]");
  const here = form.querySelector("[data-here]");
  const details = form.querySelector("details");
  const language = document.documentElement.lang || "en";
  const fill = (message, values) => message.replace(/%\((\w+)\)s/g, (_place, name) => values[name]);
  const say = (number) => number.toLocaleString(language);

  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) {
      // A page and its files change together: what the browser keeps is asked for again.
      const answer = fetch(`${files}${name}.json`, { cache: "no-cache" }).then((found) => {
        if (!found.ok) throw new Error(`${found.status}`);
        return found.json();
      });
      answer.catch(() => loaded.delete(name));
      loaded.set(name, answer);
    }
    return loaded.get(name);
  };

  // The numbers of the claims that pass, counted over all claims from the newest on. A date of a month or a year passes
  // where some day of it would.
  const passing = (traits, first, wanted) => {
    const rows = [];
    const tests = NAMES.filter((name) => wanted[name]).map((name) => ({
      column: traits.columns[name],
      value: traits.names[name].indexOf(wanted[name]),
    }));
    if (tests.some(({ value }) => value < 0)) return rows;
    let row = 0;
    for (const [date, number] of traits.dates) {
      const end = row + number;
      const isIn = (!wanted.to || date <= wanted.to) && (!wanted.from || `${date}-99` >= wanted.from);
      for (; row < end; row += 1) {
        if (isIn && tests.every(({ column, value }) => [].concat(column[row]).includes(value))) rows.push(first + row);
      }
    }
    return rows;
  };

  // What passes, as numbers of claims; without filters all of them, and no year has to be loaded for that.
  const find = async (wanted) => {
    const { years } = await load("index");
    const total = years.reduce((sum, [, number]) => sum + number, 0);
    if (!FIELDS.some((name) => wanted[name])) return [...Array(total).keys()];
    let next = 0;
    const parts = years.map(([year, number]) => {
      const first = next;
      next += number;
      const isOut = (wanted.to && year > wanted.to) || (wanted.from && `${year}-99` < wanted.from);
      return isOut ? [] : load(`traits/${year}`).then((traits) => passing(traits, first, wanted));
    });
    return (await Promise.all(parts)).flat();
  };

  const claimsAt = async (numbers) => {
    const { parts } = await load("index");
    const places = [];
    let [part, first] = [0, 0];
    for (const number of numbers) {
      while (number >= first + parts[part][1]) {
        first += parts[part][1];
        part += 1;
      }
      places.push([parts[part][0], number - first]);
    }
    const names = [...new Set(places.map(([name]) => name))];
    const contents = new Map(await Promise.all(names.map(async (name) => [name, await load(name)])));
    return places.map(([name, row]) => contents.get(name)[row]).filter(Boolean);
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const line = ([id, date, when, text, facts, marks]) => {
    const [brief, local] = id.split("/");
    const day = element("span", { className: "day" }, element("time", { dateTime: date }, when));
    const link = element("a", { href: `${site}briefs/${brief}/#${local}` }, text);
    const words = element("p", { className: "facts" });
    for (const [name, word] of marks) {
      const mark = element("strong", { className: "mark" }, word);
      mark.classList.add(`mark--${name}`);
      words.append(mark, " · ");
    }
    words.append(facts);
    return element("li", {}, element("p", {}, day, " ", link), words);
  };

  const wantedNow = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  let turn = 0;
  let found = [];
  let shown = 0;

  // Show as many of what was found as asked for; claims that stand there already stay.
  const showUpTo = async (number) => {
    const mine = turn;
    const added = await claimsAt(found.slice(shown, number));
    if (mine !== turn) return;
    list.append(...added.map(line));
    shown = Math.min(number, found.length);
    more.hidden = shown >= found.length;
    const values = { num: say(found.length), shown: say(shown) };
    const counted = fill(ngettext("%(num)s claim", "%(num)s claims", found.length), values);
    state.textContent =
      shown < found.length ? fill(_("%(claims)s; the newest %(shown)s are shown"), { ...values, claims: counted }) : counted;
    history.replaceState({ ...history.state, shown }, "");
  };
  const failed = () => {
    state.textContent = _("The claims could not be loaded. Try again, or use the lists by topic.");
  };
  const show = async (number = STEP) => {
    turn += 1;
    const mine = turn;
    const wanted = wantedNow();
    const isFiltered = FIELDS.some((name) => wanted[name]);
    reset.hidden = !isFiltered;
    here.href = location.href;
    here.parentElement.hidden = !isFiltered;
    list.setAttribute("aria-busy", "true");
    try {
      const numbers = await find(wanted);
      if (mine !== turn) return;
      [found, shown] = [numbers, 0];
      list.replaceChildren();
      await showUpTo(number);
    } catch {
      if (mine === turn) failed();
    } finally {
      if (mine === turn) list.removeAttribute("aria-busy");
    }
  };

  // A value that the form does not offer, or not yet, stands there as it is in the address.
  const put = (name, value) => {
    const field = form.elements[name];
    if (value && field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  };
  const offer = async () => {
    let names;
    try {
      names = await load("names");
    } catch {
      return failed();
    }
    const { compare } = new Intl.Collator(language);
    const { person, source } = form.elements;
    if (person.dataset.names) {
      const groups = new Map();
      for (const [id, outlet, title] of names.sources) groups.set(outlet, [...(groups.get(outlet) || []), new Option(title, id)]);
      const people = names.people.sort((one, other) => compare(one[1], other[1])).map(([id, name]) => new Option(name, id));
      const outlets = [...groups].sort((one, other) => compare(one[0], other[0]));
      for (const [select, options] of [
        [person, people],
        [source, outlets.map(([outlet, options]) => element("optgroup", { label: outlet }, ...options))],
      ]) {
        const { value } = select;
        select.replaceChildren(select.options[0], ...options);
        put(select.name, value);
        delete select.dataset.names;
      }
    }
  };
  details.addEventListener("toggle", () => details.open && offer());

  let seen;
  const read = async () => {
    // A link to a part of this page changes nothing of the list.
    if (location.search === seen) return undefined;
    seen = location.search;
    const asked = seen;
    const query = new URLSearchParams(asked);
    // An address may name a topic or a source by the id that it had when the address was kept.
    let former = {};
    try {
      ({ former } = await load("index"));
    } catch {
      failed();
    }
    if (seen !== asked) return undefined;
    for (const name of FIELDS) {
      const value = query.get(name) || "";
      put(name, former[name]?.[value] || value);
    }
    if (["person", "source", "from", "to"].some((name) => form.elements[name].value)) details.open = true;
    return show(history.state?.shown || STEP);
  };
  const choose = () => {
    const query = new URLSearchParams(Object.entries(wantedNow()).filter(([, value]) => value));
    const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
    if (address !== location.pathname + location.search) history.pushState({}, "", address);
    seen = location.search;
    return show();
  };
  form.classList.add("is-ready");
  list.parentElement.hidden = false;
  for (const words of document.querySelectorAll(".unscripted")) words.hidden = true;
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of FIELDS) form.elements[name].value = "";
    form.elements.topic.focus();
    choose();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    try {
      await showUpTo(shown + STEP);
      list.children[first]?.querySelector("a").focus();
    } catch {
      failed();
    }
  });
  addEventListener("popstate", read);
  read();
})();
