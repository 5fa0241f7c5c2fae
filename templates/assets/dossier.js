"use strict";
/* What the pages do beyond standing there. Without this script they show the present, whole and unfiltered.
   Never asks another host for anything, and keeps what it remembers in the reader's own browser. Words are marked by `_`
   and `ngettext`: when the site is built, the words of its language take the place of the marks. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const page = document.querySelector(".dossier");

  // The theme takes every alternate link for another language of the site and asks for its site map; feeds have none.
  // A second keyword hides them from it and from nobody else. This has to run before the document is ready.
  for (const link of all("link[rel=alternate][type]")) link.rel = "alternate feed";

  // The menu of a narrow window: its box is the theme's, the button is ours. While it is open nothing behind it takes the
  // focus, which goes in with the reader and comes back.
  const menu = document.getElementById("__drawer");
  for (const button of all("[data-menu]")) {
    const behind = all(".md-skip, .md-header, .md-content, .md-sidebar--secondary, .md-footer, .md-top");
    const follow = () => {
      button.setAttribute("aria-expanded", menu.checked);
      const [first] = all(".md-sidebar--primary :is(a, label[tabindex])").filter((item) => item.checkVisibility({ visibilityProperty: true }));
      for (const element of behind) element.inert = menu.checked && Boolean(first);
      if (menu.checked) first?.focus();
      else button.focus();
    };
    button.addEventListener("click", () => menu.click());
    menu.addEventListener("change", follow);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.checked) menu.click();
    });
  }

  // The theme changes its colours by Enter and by arrows. Its switch looks like a button, and buttons answer to the space bar.
  for (const palette of all("[data-md-component=palette]")) {
    palette.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      const next = event.repeat ? null : palette.querySelector("label:not([hidden])")?.control;
      next?.click();
      next?.focus();
    });
  }
  if (!page) return;

  const language = document.documentElement.lang || "en";
  const say = (date) =>
    new Date(`${date}T12:00:00Z`).toLocaleDateString(language === "en" ? "en-GB" : language, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  const fill = (message, values) => message.replace(/%\((\w+)\)s/g, (_place, name) => values[name]);
  const query = new URLSearchParams(location.search);
  const remember = (name, value) => {
    if (value) query.set(name, value);
    else query.delete(name);
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
  };

  // What is shown: everything that was reported by the chosen day (`known`), that nothing had replaced (`until`), and
  // that passes the filters. At present that day is past every date, so what was replaced stays hidden. What holds for
  // today alone (`data-now`) gives way to what holds for a day (`data-past`).
  let known = "";
  const filter = { topic: "", party: "" };
  const dated = all("[data-since], [data-until]", page);
  const rendered = new Map(all("[data-count], [data-steps]", page).map((element) => [element, element.textContent]));
  const places = new Map();
  const labels = new Map();
  const isOut = (element) => {
    const { since, until, topics, party } = element.dataset;
    const day = known || "9999";
    if ((since && since > day) || (until && until <= day)) return true;
    if (filter.topic && topics !== undefined && !topics.includes(` ${filter.topic} `)) return true;
    return Boolean(filter.party) && party !== undefined && party !== filter.party;
  };
  const visible = (element) => !element.closest("[hidden]");
  const isTold = (item) => !item.hasAttribute("hidden");

  // A picture's marks stand on each other from the floor up, so that what is left out leaves no hole. Where a mark is a
  // whole column, the picture can tell of today alone.
  function stack(picture) {
    const columns = new Map();
    for (const mark of all("rect", picture)) columns.set(mark.getAttribute("x"), [...(columns.get(mark.getAttribute("x")) || []), mark]);
    let drawn = 0;
    for (const marks of columns.values()) {
      for (const mark of marks) if (!places.has(mark)) places.set(mark, mark.getAttribute("y"));
      const free = marks.map((mark) => places.get(mark));
      for (const mark of marks.filter(isTold)) {
        mark.setAttribute("y", free.shift());
        drawn += 1;
      }
    }
    const asked = Boolean(known || filter.topic || filter.party);
    picture.toggleAttribute("hidden", asked && (!drawn || "whole" in picture.dataset));
    labels.set(picture, labels.get(picture) || picture.getAttribute("aria-label"));
    const told = ngettext("%(num)s of these is shown.", "%(num)s of these are shown.", drawn);
    const words = labels.get(picture);
    picture.setAttribute("aria-label", asked ? `${fill(told, { num: drawn.toLocaleString(language) })} ${words}` : words);
  }

  function show() {
    for (const element of dated) element.toggleAttribute("hidden", isOut(element));
    for (const element of all("[data-now]", page)) element.hidden = Boolean(known);
    for (const element of all("[data-past]", page)) element.hidden = !known;
    // A list that keeps the newest only tells nothing of days on which the newest was one that it does not keep.
    for (const list of all("[data-from]", page)) {
      const isCut = Boolean(known) && known < list.dataset.from;
      for (const item of list.children) if (item.hasAttribute("data-elsewhere")) item.hidden = !isCut;
      else if (isCut) item.hidden = true;
      if (isCut) for (const past of all(".past", list.parentElement)) past.hidden = true;
    }
    for (const list of all("[data-first]", page)) {
      const [first, ...others] = [...list.children].filter((item) => isTold(item) && !item.hasAttribute("data-empty"));
      // Beside a disputed position the newest one stays visible that nothing disputes.
      const isDisputed = ({ dataset }) => dataset.disputed !== undefined && dataset.disputed <= (known || "9999");
      const second = first && isDisputed(first) ? others.find((item) => !isDisputed(item)) : undefined;
      for (const item of others) if (item !== second) item.hidden = true;
      list.classList.toggle("is-empty", !first);
    }
    for (const none of all("[data-empty]", page))
      none.hidden = [...none.parentElement.children].some((item) => item !== none && isTold(item));
    for (const part of all("[data-part]", page)) part.hidden = !all(".lines > li, .claim", part).some(isTold);
    for (const none of all("[data-none]", page))
      none.hidden = !known || all(".dispute, .lines > li, .claim", none.parentElement).some(isTold);
    for (const element of all("[data-count]", page)) {
      const number = all(element.dataset.count, page).filter(visible).length;
      const values = { num: number.toLocaleString(language), cells: element.dataset.all };
      const message = values.cells
        ? ngettext("%(num)s of %(cells)s holds a position", "%(num)s of %(cells)s hold a position", number)
        : ngettext("%(num)s claim", "%(num)s claims", number);
      element.textContent = known ? fill(message, values) : rendered.get(element);
    }
    // What is said of a claim whose evidence came in over several days: "2025-03-13 1 origin, 1 report|2025-04-24 …".
    for (const element of all("[data-steps]", page)) {
      const steps = element.dataset.steps.split("|");
      const step = steps.filter((each) => each.slice(0, 10) <= known).pop() || steps[0];
      element.textContent = known ? step.slice(11) : rendered.get(element);
    }
    for (const picture of all(".picture", page)) stack(picture);
    // The pages that have what this one leaves out are looked at as of the same day.
    for (const link of all(".periods a, [data-elsewhere] a", page)) {
      if (link.pathname !== location.pathname) link.search = known ? `?as-of=${known}` : "";
    }
  }

  // As of.
  for (const form of all("form[data-asof]", page)) {
    const day = form.elements["as-of"];
    const state = form.querySelector("[role=status]");
    const first = form.dataset.earliest;
    const last = dated.flatMap(({ dataset }) => [dataset.since || "", dataset.until || ""]).concat(form.dataset.latest).sort().pop();
    const answer = (date) => {
      const days = { day: say(date), first: say(first), last: say(last) };
      if (date >= last) return fill(_("As of %(day)s the same as today: nothing here is newer than %(last)s."), days);
      if (date < first) return fill(_("Nothing here had been reported by %(day)s; the first report is of %(first)s."), days);
      return fill(
        _("Shown: what these sources had reported by %(day)s. A claim counts from the day on which a source first reported it."),
        days,
      );
    };
    const choose = (date) => {
      known = date < last ? date : "";
      remember("as-of", date);
      show();
      state.textContent = date ? `${answer(date)} ` : "";
      if (!date) return;
      const back = document.createElement("button");
      back.type = "button";
      back.textContent = _("Back to the present");
      back.addEventListener("click", () => {
        choose("");
        day.focus();
      });
      state.append(back);
    };
    form.classList.add("is-ready");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      choose(day.value);
    });
    const asked = query.get("as-of");
    if (/^\d{4}-\d\d-\d\d$/.test(asked || "")) {
      day.value = asked;
      // A day that no month has leaves the field empty.
      if (day.value) choose(asked);
    }
  }

  // Filters of the timeline.
  for (const form of all("form[data-filters]", page)) {
    const list = page.querySelector("[data-list]");
    const months = [...list.children];
    dated.push(...all("[data-topics]:not([data-since])", page));
    let oldestFirst = false;
    const turn = () => {
      oldestFirst = !oldestFirst;
      months.reverse();
      list.append(...months);
      for (const lines of all(".lines", list)) lines.append(...[...lines.children].reverse());
    };
    const apply = () => {
      for (const name of ["topic", "party"]) {
        filter[name] = form.elements[name].value;
        remember(name, filter[name]);
      }
      remember("order", form.elements.order.value);
      if ((form.elements.order.value === "oldest") !== oldestFirst) turn();
      show();
      const lines = all(".lines > li", list);
      const number = lines.filter(visible).length;
      const isCut = "cut" in list.dataset;
      const values = { num: number, all: lines.length };
      const counted = isCut
        ? fill(ngettext("%(num)s of the %(all)s claims that stand here", "%(num)s of the %(all)s claims that stand here", number), values)
        : fill(ngettext("%(num)s claim shown", "%(num)s claims shown", number), values);
      const turned = isCut && oldestFirst ? fill(_("Oldest first among the %(all)s claims that stand here"), values) : "";
      form.querySelector("[role=status]").textContent = filter.topic || filter.party ? counted : turned;
    };
    form.classList.add("is-ready");
    for (const name of ["topic", "party", "order"]) {
      const select = form.elements[name];
      if ([...select.options].some((option) => option.value === query.get(name))) select.value = query.get(name);
      select.addEventListener("change", apply);
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  // Since your last visit: the newest change that this page had when it was last read, kept for an hour after a newer
  // one was first seen, so that a reload does not take the marks away.
  const changed = all("[data-changed]", page);
  if (changed.length) {
    try {
      const key = `dossier:${location.pathname}`;
      const newest = changed.map((element) => element.dataset.changed).sort().pop();
      const kept = JSON.parse(localStorage.getItem(key) || "null") || { seen: newest, before: newest, at: 0 };
      if (kept.seen !== newest) Object.assign(kept, { before: kept.seen, seen: newest, at: Date.now() });
      else if (Date.now() - kept.at > 3600000) kept.before = newest;
      localStorage.setItem(key, JSON.stringify(kept));
      for (const element of changed) {
        if (element.dataset.changed <= kept.before) continue;
        const mark = document.createElement("strong");
        mark.className = "mark mark--new";
        mark.textContent = _("New since your last visit");
        const facts = element.querySelector(".facts") || element;
        facts.prepend(mark, " ");
      }
    } catch {
      // A browser that keeps nothing marks nothing.
    }
  }

  // Copy: the buttons are written hidden; each copies the address of the link beside it, or the text it names.
  for (const button of all("[data-copy]", page)) {
    const words = [...button.childNodes];
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const target = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
      try {
        await navigator.clipboard.writeText(target.href || target.value || target.textContent.trim());
        button.textContent = _("Copied");
      } catch {
        button.textContent = _("Could not copy");
      }
      setTimeout(() => button.replaceChildren(...words), 2000);
    });
  }

  // A suggestion: what a reader answers becomes the text of an issue or e-mail, which the reader sends. The claim is named
  // by the address, and its present words are taken from the page of its brief.
  for (const form of all("form[data-suggest]", page)) {
    const { suggest, briefs } = form.dataset;
    const fields = all("[data-heading]", form);
    const { claim, text } = form.elements;
    const send = form.querySelector("a");
    const compose = () => {
      const body = fields.map((field) => `### ${field.dataset.heading}\n\n${field.value.trim() || "_No response_"}\n`).join("\n");
      const title = fill(_("Correction: %(claim)s"), { claim: claim.value.trim() });
      const issue = { template: "correct-claim.yml", title, ...Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()])) };
      const given = suggest.startsWith("mailto:") ? { subject: title, body: body.replaceAll("\n", "\r\n") } : issue;
      const answered = Object.entries(given).filter(([, value]) => value);
      const query = answered.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
      send.href = `${suggest}?${query}`;
      form.elements.suggestion.value = body;
    };
    const start = async () => {
      const [, brief, id] = /^#([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(location.hash) || [];
      if (!brief) return compose();
      claim.value = new URL(`${briefs}${brief}/#${id}`, location).href;
      compose();
      try {
        const answer = await fetch(`${briefs}${brief}/`);
        const read = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
        text.value ||= read.getElementById(id)?.textContent.trim() || "";
      } catch {
        // Where a page cannot be read, as in a folder of files, the reader writes all of the sentence.
      }
      compose();
    };
    form.classList.add("is-ready");
    form.addEventListener("input", compose);
    form.addEventListener("submit", (event) => event.preventDefault());
    send.addEventListener("click", (event) => {
      if (!form.reportValidity()) event.preventDefault();
    });
    addEventListener("hashchange", start);
    start();
  }

  // The page for lost readers offers search in its text, where there is search.
  for (const offer of all("[data-find-here]", page)) {
    const opener = document.querySelector("[data-find-open]");
    offer.hidden = !opener;
    offer.querySelector("button").addEventListener("click", () => opener.click());
  }

  // A link to a claim opens its evidence; print opens everything, and closes again what the reader had not opened.
  const open = () => {
    const claim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const proof = claim && claim.closest(".claim")?.querySelector("details");
    if (proof) proof.open = true;
  };
  addEventListener("hashchange", open);
  open();
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])", page);
    // An address on paper has to say where the site is.
    for (const link of all(".claim__tools a:first-child", page)) link.dataset.address = link.href;
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
})();
