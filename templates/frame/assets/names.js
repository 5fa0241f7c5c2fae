// What search makes of words before and after it asks its index: names and abbreviations, dates, words too common to search
// for, and near words. It is loaded with the index; `search.js` shows what comes of it.
const APOSTROPHES = /[\u0027\u2018\u2019\u201B\u02BB\u02BC\u02BD\u02B9\u02C8\u2032\uFF07\u0060\u00B4]/gu;
// These put no space between words: there Pagefind's own cutting decides what a word is.
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const QUOTED = /["\u00AB\u00BB\u201C\u201D\u201E]/u;
const COMMON = _("a an and are as at be by can did do does for from had has have he her his how i in is it its of on or said say says she so than that the their them there they this to want wants was were what when where which who whom whose why will with would you");
const MONTHS = [_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"), _("September"), _("October"), _("November"), _("December")];
const SHORT = [_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")];
const MOST_PAGES = 3;
const MOST_TEXTS = 6;
const fill = (message, values) => message.replace(/%\((\w+)\)s/g, (_place, name) => values[name]);

// What spellings have in common: letters and digits, without case and accents.
export function bare(text) {
  return text.toLowerCase().replace(APOSTROPHES, "").normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}

export const isSpaceless = (text) => SPACELESS.test(text);

// `known` is the content of `search/names.json`.
export function reader(known) {
  const common = new Set(COMMON.split(" ").map(bare));
  const words = (text) => text.split(/\s+/).map((word) => [word, bare(word)]).filter(([, key]) => key);
  const telling = (text) => words(text).filter(([, key]) => !common.has(key));
  const keyed = (text) => telling(text).map(([, key]) => key).join(" ");
  const names = known.pages.flatMap(([url, title, kind, called, typed]) => {
    const page = { url, title, kind, called };
    return [...called.map((name) => [name, false]), ...typed.map((name) => [name, true])]
      .map(([name, isTyped]) => ({ page, key: keyed(name), isTyped }))
      .filter(({ key }) => key);
  });

  // What is asked for: `pages` that are called so, whether they are `meant` by all of it, and the `texts` to ask the
  // index for. A text of nothing but common words is `vain`.
  function read(text) {
    const date = day(telling(text).map(([word]) => word).join(" "), known.days);
    if (date) return { pages: date.pages, meant: true, texts: date.texts, vain: false };
    const left = QUOTED.test(text) ? words(text) : telling(text);
    const asked = left.map(([word]) => word);
    const vain = !left.length && words(text).length > 0;
    const texts = new Set([asked.join(" ")]);
    if (vain || QUOTED.test(text)) return { pages: [], meant: false, texts: [vain ? "" : text], vain };
    texts.add(percent(asked.join(" ")));
    const found = match(left.map(([, key]) => key));
    for (const { name, at, length } of found.hits) {
      if (!name.isTyped) continue;
      for (const called of name.page.called) {
        if (texts.size < MOST_TEXTS) texts.add([...asked.slice(0, at), telling(called).map(([word]) => word).join(" "), ...asked.slice(at + length)].join(" "));
      }
    }
    const pages = [...new Map(found.hits.map(({ name }) => [name.page.url, name.page])).values()].slice(0, MOST_PAGES);
    return { pages, meant: found.meant, texts: [...texts], vain };
  }

  // The names in a text, the longest first; of names that overlap only the longest, which several pages may have.
  function match(keys) {
    const whole = keys.join(" ");
    const all = (name) => ({ name, at: 0, length: keys.length });
    let exact = names.filter(({ key }) => key === whole);
    // Somebody is still typing, or leaves out the end of a name.
    if (!exact.length && whole.length > 4) exact = names.filter(({ key }) => key.startsWith(whole) && key.length < whole.length + 3);
    if (exact.length) return { hits: exact.map(all), meant: true };
    const hits = [];
    for (const name of names) {
      const parts = name.key.split(" ");
      const at = keys.findIndex((_key, place) => parts.every((part, step) => keys[place + step] === part));
      if (at >= 0) hits.push({ name, at, length: parts.length });
      else if (SPACELESS.test(name.key) && whole.includes(name.key)) hits.push(all(name));
    }
    hits.sort((one, other) => other.length - one.length);
    const taken = new Map();
    const kept = hits.filter((hit) => {
      const places = Array.from({ length: hit.length }, (_nothing, step) => hit.at + step);
      if (places.some((place) => taken.has(place) && taken.get(place) !== `${hit.at} ${hit.length}`)) return false;
      for (const place of places) taken.set(place, `${hit.at} ${hit.length}`);
      return true;
    });
    return { hits: kept, meant: taken.size === keys.length };
  }

  // The text with a near word in the place of each that is nowhere; empty where there is none. `used` are the words of
  // the index, the most used first.
  function near(text, used) {
    const spelled = [...new Set([...known.pages.flatMap(([, , , called, typed]) => [...called, ...typed]).flatMap((name) => name.split(/\s+/)), ...used])]
      .map((word) => [word, bare(word)])
      .filter(([, key]) => key.length > 3);
    const there = new Set(spelled.map(([, key]) => key));
    let isChanged = false;
    const mended = telling(text).map(([word, key]) => {
      if (key.length < 4 || there.has(key) || SPACELESS.test(key)) return word;
      let most = key.length < 8 ? 1 : 2;
      let best = word;
      for (const [other, its] of spelled) {
        const far = distance(key, its, most);
        if (far > most) continue;
        [best, most] = [other, far - 1];
        isChanged = true;
        if (most < 1) break;
      }
      return best.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    });
    return isChanged ? mended.join(" ") : "";
  }

  return { read, near };
}

// The least number of letters to change, add, leave out or swap with the next; more than `most` is not worked out.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_nothing, at) => at)];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let least = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (same ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) least = Math.min(least, before[to - 2] + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

function percent(text) {
  return text.replace(/(\d)\s*per\s?cent\b/gi, "$1%");
}

// The dates that a text can mean, as `2025-04-25` or `2025-04`: of 4/5/2025 both days, the fourth of May first.
function dates(text) {
  const plain = text.trim().replace(/[.,]+(?=\s|$)/g, "").replace(/(\d)(?:st|nd|rd|th)\b/gi, "$1");
  const made = (year, month, of) => {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const isThere = month >= 1 && month <= 12 && (of === undefined || (of >= 1 && of <= last));
    return isThere ? [[year, month, of].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0")).join("-")] : [];
  };
  const named = (word) => {
    const key = bare(word);
    const at = [MONTHS, SHORT].map((list) => list.findIndex((month) => bare(month) === key)).find((place) => place >= 0);
    return (at ?? MONTHS.findIndex((month) => key.length > 2 && bare(month).startsWith(key))) + 1;
  };
  let parts = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(plain);
  if (parts) return made(+parts[1], +parts[2], parts[3] && +parts[3]);
  parts = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(plain);
  if (parts) return [...new Set([...made(+parts[3], +parts[2], +parts[1]), ...made(+parts[3], +parts[1], +parts[2])])];
  parts = /^(\d{1,2})[-./](\d{4})$/.exec(plain);
  if (parts) return made(+parts[2], +parts[1]);
  parts = /^(?:(\d{1,2})[\s-]+)?(\p{L}[\p{L}\p{M}]+)[\s-]+(\d{4})$/u.exec(plain);
  if (parts) return made(+parts[3], named(parts[2]), parts[1] && +parts[1]);
  parts = /^(\p{L}[\p{L}\p{M}]+)[\s-]+(\d{1,2})[\s-]+(\d{4})$/u.exec(plain);
  return parts ? made(+parts[3], named(parts[1]), +parts[2]) : [];
}

function worded(date) {
  const [year, month, of] = date.split("-");
  const values = { year, month: MONTHS[month - 1], day: Number(of) };
  return of ? fill(_("%(day)s %(month)s %(year)s"), values) : fill(_("%(month)s %(year)s"), values);
}

// The timeline at the days that a text can mean, or at the nearest that has something, and what to ask the index for.
function day(text, pages) {
  const meant = dates(text);
  if (!meant.length) return null;
  const all = Object.entries(pages).flatMap(([url, months]) =>
    Object.entries(months).flatMap(([month, list]) => [[month, url], ...list.split(" ").filter(Boolean).map((of) => [`${month}-${of}`, url])]),
  );
  const found = meant.map((date) => {
    const alike = all.filter(([one]) => one.length === date.length);
    const away = ([one]) => Math.abs(Date.parse(one) - Date.parse(date));
    const nearest = alike.reduce((best, one) => (best && away(best) <= away(one) ? best : one), null);
    if (!nearest) return null;
    const [at, url] = nearest;
    const title = at === date ? _("Timeline: %(date)s") : _("Timeline: nothing of %(date)s; the nearest is %(other)s");
    return { url: `${url}#${at}`, title: fill(title, { date: worded(date), other: worded(at) }), kind: "", isThere: at === date };
  }).filter(Boolean);
  // Of two days that are meant, those that have something; or else the likelier one.
  const there = found.filter(({ isThere }) => isThere);
  return { pages: there.length ? there : found.slice(0, 1), texts: meant.map((date) => `"${worded(date)}"`) };
}
