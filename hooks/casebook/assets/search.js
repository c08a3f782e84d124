// Search in the browser: reads the index that casebook.search builds. No dependencies, no WebAssembly.
// The first half (analysis, numbers) does exactly what analysis.py and numbers.py do; shared test
// vectors hold the two together. The page itself is at the end.

import { started } from "./search-start.js";

// ---- Analysis: the same as casebook/search/analysis.py ----

const LETTERS = new Map(Object.entries({
  æ: "ae", ø: "o", å: "a", đ: "d", ð: "d", þ: "th", ß: "ss", ł: "l", œ: "oe", ŋ: "n", ŧ: "t", ı: "i",
  "–": "-", "‐": "-", "‑": "-", "\u00a0": " ",
  "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
  "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}));
const SUFFIXES = ["erne", "ane", "ene", "ert", "ast", "est", "en", "et", "er", "ar", "a", "e", "s"];
const SAME_STEM = new Map(
  "vedta vedtar vedtas vedtatt vedtatte vedtok vedteke vedtekne vedteken vedtek"
    .split(" ").map((word) => [word, "vedtak"]));
for (const root of ["park", "mark", "plan"]) {
  for (const ending of "ing inga ingen inger ingar ingene ingane ings ingens e er t te".split(" ")) {
    SAME_STEM.set(`${root}er${ending}`, `${root}er`);
  }
}
const ASCII = /^[\x00-\x7f]*$/;
const VOWELS = "aeiouy";

const translate = (text) => text.replace(/[^\x00-\x7f]/gu, (c) => LETTERS.get(c) ?? c);

export function fold(text) {
  let folded = translate(text.toLowerCase());
  if (!ASCII.test(folded)) {
    folded = translate(folded.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, ""));
  }
  return folded.replaceAll("aa", "a").replaceAll("oe", "o");
}

export const foldedWords = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];

function longEnough(rest, suffix) {
  if (suffix === "s") return rest.length > 3 && rest.at(-1) !== "s";
  if (rest.endsWith("a") && suffix[0] === "e") return false;
  if (rest.length === 2 && suffix.length > 1) {
    return !VOWELS.includes(rest[0]) && VOWELS.includes(rest[1]);
  }
  return rest.length > 2;
}

function shorten(word) {
  if (word.length > 4 && /(?:alt|elt|ivt|dt)$/.test(word)) return word.slice(0, -1);
  if (word.length > 7 && word.endsWith("ing")) return word.slice(0, -3);
  for (const suffix of SUFFIXES) {
    if (word.endsWith(suffix)) {
      const rest = word.slice(0, -suffix.length);
      if (longEnough(rest, suffix)) return rest.endsWith("mm") ? rest.slice(0, -1) : rest;
    }
  }
  return word;
}

const stems = new Map();

function plainStem(word) {
  if (SAME_STEM.has(word)) return SAME_STEM.get(word);
  word = word.replace(/(?<=[a-z]{3})heit/g, "het").replace(/(?<=[a-z]{2})leg(e|t|are|ast)?$/, "lig$1");
  word = word.replace(/(?<=[a-z]{2})tre(ne)?$/, "ter");
  for (let round = 0; round < 5; round += 1) {
    const shorter = shorten(word);
    if (shorter === word) break;
    word = shorter;
  }
  if (word.length > 4 && /(?:ll|gj|kj)$/.test(word)) word = word.slice(0, -1);
  return word.replace(/([b-df-hj-np-tv-xz])\1?el$/, "$1l");
}

export function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let found = stems.get(word);
  if (found === undefined) {
    found = plainStem(word);
    if (stems.size > 50000) stems.clear();
    stems.set(word, found);
  }
  return found;
}

export function makeStemmer(proper) {
  const names = new Set(proper);
  return (word) => {
    if (names.has(word)) return word;
    if (word.endsWith("s") && names.has(word.slice(0, -1))) return word.slice(0, -1);
    return stem(word);
  };
}

// ---- Numbers and dates: the same as casebook/search/numbers.py ----

const MONTHS = ["januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul",
  "august aug", "september sept sep", "oktober okt", "november nov", "desember des"];
const MONTH = new Map(MONTHS.flatMap((names, at) => names.split(" ").map((name) => [name, at + 1])));
const NAMES = [...MONTH.keys()].sort((a, b) => b.length - a.length).join("|");
const DATES = new RegExp(
  "(?<![0-9./-])(?:([0-9]{1,2})\\. ?([0-9]{1,2})\\. ?([0-9]{4}|[0-9]{2})(?![0-9])" +
  "|([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])" +
  "|([0-9]{1,2})/([0-9]{1,2})[- ]([0-9]{4})(?![0-9])" +
  `|([0-9]{1,2})\\.? (${NAMES})\\.? ([0-9]{4})(?![0-9]))` +
  `|(?<![a-z0-9])(${NAMES})\\.? ([0-9]{4})(?![0-9])`, "g");
const NUMBERS = /(?<![0-9./])([0-9]{1,6}) ?\/ ?([0-9]{1,6})(?:-[0-9]{1,4})?(?![0-9/])/g;
const BEFORE = new RegExp(
  "(?:^|[^a-z0-9])(?:(?:arkiv|mote|journal)?sak[a-z]{0,8}[ .:-]*)?" +
  "(?:([a-z]{1,3})[ .:-]*)?(?:sak[a-z]{0,8}[ .:]*)?(?:nr[ .:]*)?$");
const NO_SERIES = new Set("nr i se av og til fra fr pa om sak den det for er".split(" "));
const pad = (number, width) => String(number).padStart(width, "0");
const fullYear = (text) => (text.length === 4 ? Number(text) : Number(text) + (Number(text) < 60 ? 2000 : 1900));
const isYear = (text) => text.length === 2 || (text.length === 4 && /^(?:19|20)/.test(text));

function dateToken(match) {
  const [, d1, m1, y1, y2, m2, d2, d3, m3, y3, d4, n4, y4, n5, y5] = match;
  const place = { start: match.index, end: match.index + match[0].length, series: "" };
  if (n5) return { ...place, readings: [`m${y5}${pad(MONTH.get(n5), 2)}x`] };
  const year = y1 ? fullYear(y1) : Number(y2 ?? y3 ?? y4);
  const month = n4 ? MONTH.get(n4) : Number(m1 ?? m2 ?? m3);
  const day = Number(d1 ?? d2 ?? d3 ?? d4);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return { ...place, readings: [`d${pad(year, 4)}${pad(month, 2)}${pad(day, 2)}x`] };
}

function numberToken(folded, match) {
  const [, left, right] = match;
  const [first, second] = [left, right].map((side) => side.length === 4 && isYear(side));
  const readings = [];
  if (second || (isYear(right) && !first)) readings.push(`nr${fullYear(right)}s${Number(left)}x`);
  if (first || (isYear(left) && !second)) readings.push(`nr${fullYear(left)}s${Number(right)}x`);
  const before = folded.slice(Math.max(0, match.index - 40), match.index);
  const context = BEFORE.exec(before);
  const letters = context?.[1] ?? "";
  return {
    start: match.index - (context ? before.length - context.index : 0),
    end: match.index + match[0].length,
    readings: [...new Set(readings)],
    series: NO_SERIES.has(letters) ? "" : letters,
  };
}

export function findTokens(folded) {
  if (!/[0-9]/.test(folded)) return [];
  const dates = [...folded.matchAll(DATES)].map(dateToken).filter(Boolean);
  const numbers = [...folded.matchAll(NUMBERS)]
    .filter((m) => !dates.some((d) => d.start < m.index + m[0].length && m.index < d.end))
    .map((m) => numberToken(folded, m)).filter((token) => token.readings.length);
  return [...dates, ...numbers].sort((a, b) => a.start - b.start);
}

// ---- The query ----

const LONGEST_QUERY = 300;
const LONGEST_WORD = 60;
const MOST_WORDS = 20;
const WORDS = /[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

// {words: [{shown, folded, terms: [[term, weight]], hyphened, last}], phrases: [[stem]]}
export function parseQuery(query, stemmer, stop) {
  const text = query.slice(0, LONGEST_QUERY).normalize("NFC");
  const shown = new Map((text.match(WORDS) ?? []).map((word) => [fold(word), word]));
  let folded = fold(text);
  const phrases = [...folded.matchAll(/"([^"]+)"/g)]
    .map((match) => (match[1].match(/[a-z0-9]+/g) ?? []).map(stemmer)).filter((p) => p.length > 1);
  const words = [];
  for (const token of findTokens(folded)) {
    const terms = token.readings.map((reading) => [reading, token.series ? 0.7 : 1]);
    if (token.series) terms.unshift([token.readings[0] + token.series, 1]);
    words.push({ shown: folded.slice(token.start, token.end).trim(), terms, at: token.start });
    folded = folded.slice(0, token.start) + " ".repeat(token.end - token.start) + folded.slice(token.end);
  }
  const open = /[a-z0-9]$/.test(folded);
  const plain = [...folded.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)];
  let common = 0;
  for (const [at, match] of plain.entries()) {
    const last = open && at === plain.length - 1;
    const pieces = match[0].split("-");
    const joined = pieces.length > 1 && pieces.every((piece) => /^[a-z]+$/.test(piece));
    for (const piece of joined ? [pieces.join("")] : pieces) {
      if (stop.has(piece)) common += 1;
      else if (piece.length <= LONGEST_WORD) {
        words.push({
          shown: joined ? shown.get(match[0]) ?? match[0] : shown.get(piece) ?? piece,
          folded: piece, terms: [[stemmer(piece), 1]], pieces: joined ? pieces : [], last, at: match.index,
        });
      }
    }
  }
  words.sort((a, b) => a.at - b.at);
  const unique = words.filter((word, at) =>
    words.findIndex((other) => other.terms[0][0] === word.terms[0][0]) === at);
  return { words: unique.slice(0, MOST_WORDS), phrases, common };
}

// Distance with neighbouring letters swapped counted as one; gives up above the limit.
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

// How many slips a word may have.
const slack = (word) => (word.length < 4 ? 0 : word.length < 9 ? 1 : 2);

// ---- Files ----

export class SearchUnavailable extends Error {}

async function unpack(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // the host unpacked it for us
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const asText = (bytes) => new TextDecoder().decode(bytes);
const number = (text, at) => {
  const code = text.charCodeAt(at);
  return (code >= 0xe000 ? code - 0x800 : code) - 35;
};
function numbers(text) {
  const found = new Int32Array(text.length);
  for (let at = 0; at < found.length; at += 1) found[at] = number(text, at);
  return found;
}

// A file that ends too early is the host's or the network's fault, not ours.
async function checked(response, read) {
  try {
    return read(await unpack(response));
  } catch (error) {
    throw new SearchUnavailable(String(error));
  }
}

function readShard(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new SearchUnavailable("cut shard");
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const terms = new Map();
  const heads = [];
  let previous = "";
  for (let left = varint(); left > 0; left -= 1) {
    const same = bytes[at++];
    const size = bytes[at++];
    previous = previous.slice(0, same) + String.fromCharCode(...bytes.subarray(at, at + size));
    at += size;
    heads.push([previous, varint(), varint()]);
  }
  for (const [term, count, size] of heads) {
    terms.set(term, { count, bytes, at });
    at += size;
  }
  if (at !== bytes.length) throw new SearchUnavailable("cut shard");
  return terms;
}

function readPostings(entry) {
  if (entry.units) return entry;
  const { count, bytes } = entry;
  let { at } = entry;
  const units = new Int32Array(count);
  let unit = -1;
  for (let i = 0; i < count; i += 1) {
    let gap = 0;
    let shift = 0;
    let byte;
    do {
      byte = bytes[at++];
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    unit += gap + 1;
    units[i] = unit;
  }
  entry.units = units;
  entry.impacts = bytes.subarray(at, at + count);
  return entry;
}

function readWords(text) {
  const list = [];
  let previous = "";
  for (const line of text ? text.split("\n") : []) {
    const word = previous.slice(0, number(line, 0)) + line.slice(1, -1);
    list.push({ word, folded: fold(word), level: Number(line.at(-1)) });
    previous = word;
  }
  return list;
}

// Last place in a sorted list whose text is not above the key.
function place(firsts, key) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

function days(iso) {
  const [year, month = 1, day = 1] = iso.split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 864e5);
}

const READABLE = 1;
const ENDINGS = ["ing", "inga", "ingen", "inger", "ene", "ane", "erne", "ende", "else", "ert", "est"];

// Takes what search-start.js has asked for, unless it must be asked for anew.
function ask(url, options) {
  const waiting = options.cache === "reload" ? null : started.get(url);
  started.delete(url);
  return waiting ?? fetch(url, options);
}

export class SearchIndex {
  constructor(base, get = ask) {
    this.base = base;
    this.get = get;
    this.fresh = false;
    this.reset();
  }

  reset() {
    this.files = new Map();
    this.opened = null;
  }

  async fetch(path, options = {}) {
    let response;
    try {
      response = await this.get(this.base + path, this.fresh ? { cache: "reload" } : options);
    } catch (error) {
      throw new SearchUnavailable(String(error));
    }
    if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
    return response;
  }

  file(path, read) {
    let found = this.files.get(path);
    if (!found) {
      found = this.fetch(path).then((response) => checked(response, read)).catch((error) => {
        this.files.delete(path);
        throw error;
      });
      this.files.set(path, found);
    }
    return found;
  }

  open() {
    this.opened ??= this.readManifest().catch((error) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  async readManifest() {
    const response = await this.fetch("manifest.json", { cache: "no-cache" });
    const manifest = await checked(response, (bytes) => JSON.parse(asText(bytes)));
    if (manifest.format !== READABLE) {
      throw Object.assign(new SearchUnavailable("format"), { outdated: true });
    }
    this.manifest = manifest;
    this.stop = new Set(manifest.stop.split(" "));
    this.soft = new Set(manifest.soft.split(" "));
    this.stemmer = makeStemmer(manifest.proper);
    this.terms = manifest.terms.first.split(" ");
    this.lists = manifest.words.first.split(" ");
    return manifest;
  }

  // Runs a task; when a file is missing or damaged, reads the manifest anew and tries once more.
  async steady(task) {
    try {
      await this.open();
      return await task();
    } catch (error) {
      if (error.outdated) throw error;
      this.reset();
      this.fresh = true;
      try {
        await this.open();
        return await task();
      } catch (second) {
        this.reset();
        throw second;
      } finally {
        this.fresh = false;
      }
    }
  }

  table() {
    return this.file(this.manifest.table, (bytes) => this.readTable(JSON.parse(asText(bytes))));
  }

  readTable(raw) {
    const { count } = raw;
    const unitCounts = numbers(raw.units);
    const firstUnit = new Int32Array(count + 1);
    for (let d = 0; d < count; d += 1) firstUnit[d + 1] = firstUnit[d] + unitCounts[d];
    const unitDocument = new Int32Array(firstUnit[count]);
    for (let d = 0; d < count; d += 1) unitDocument.fill(d, firstUnit[d], firstUnit[d + 1]);
    const precision = numbers(raw.precision);
    const gaps = numbers(raw.days);
    const from = new Int32Array(count);
    const to = new Int32Array(count);
    let day = raw.start ? days(raw.start) : 0;
    for (let d = 0; d < count; d += 1) {
      day += gaps[d];
      from[d] = day;
      to[d] = day + (precision[d] === 3 ? 364 : precision[d] === 2 ? 27 : 0);
    }
    const facets = raw.facets.map((facet) => ({ ...facet, column: numbers(facet.column) }));
    return {
      count, firstUnit, unitDocument, precision, from, to, facets,
      manifest: this.manifest, rows: starts(numbers(raw.rows)), more: starts(numbers(raw.more)),
    };
  }

  shard(at) {
    return this.file(`ord/${this.manifest.terms.hash}/${at}.gz`, readShard);
  }

  async postings(term) {
    if (!this.terms[0]) return null;
    const entry = (await this.shard(place(this.terms, term))).get(term);
    return entry ? readPostings(entry) : null;
  }

  // Words of the index that begin with some letters; never numbers, dates or pairs.
  async beginning(prefix, most) {
    const first = place(this.terms, prefix);
    const last = place(this.terms, `${prefix}~`);
    const found = [];
    const wanted = [first, first + 1, first + 2].filter((at) => at <= last);
    for (const shard of await Promise.all(wanted.map((at) => this.shard(at)))) {
      for (const [term, entry] of shard) {
        if (term.startsWith(prefix) && /^[a-z]+$/.test(term)) found.push([term, entry]);
      }
    }
    return found.sort((a, b) => b[1].count - a[1].count).slice(0, most);
  }

  list(at) {
    return this.file(`liste/${this.manifest.words.hash}/${at}.gz`, (bytes) => readWords(asText(bytes)));
  }

  // The word of the list that is nearest to an unknown one, if near enough.
  async nearest(folded) {
    const limit = slack(folded);
    if (!limit) return null;
    const usual = 32 - Math.clz32(Math.max(2, this.manifest.documents / 500)); // short words have many neighbours
    const own = place(this.lists, folded);
    const all = this.lists.map((_, at) => at);
    const alike = all.filter((at) => at >= place(this.lists, folded[0]) && at <= place(this.lists, `${folded[0]}~`));
    const second = place(this.lists, folded.slice(1));
    const stemmed = this.stemmer(folded);
    const seen = new Set();
    for (const wanted of [[own], alike, [second], all]) {
      const group = wanted.filter((at) => !seen.has(at));
      group.forEach((at) => seen.add(at));
      let best = null;
      for (const list of await Promise.all(group.map((at) => this.list(at)))) {
        for (const entry of list) {
          if (Math.abs(entry.folded.length - folded.length) > limit + 3) continue;
          let apart = distance(folded, entry.folded, limit);
          if (apart > 1 && folded.length > 5 && entry.folded[0] === folded[0]) {
            entry.stem ??= this.stemmer(entry.folded);
            const within = Math.min(slack(stemmed), slack(entry.stem));
            const apartStems = distance(stemmed, entry.stem, within);
            if (apartStems <= within) apart = Math.min(apart, apartStems);
          }
          if (apart > limit || (apart > 1 && entry.folded[0] !== folded[0])) continue;
          if (folded.length < 6 && entry.level < usual) continue;
          const rank = apart * 10 - entry.level / 2 + (entry.folded[0] === folded[0] ? 0 : 2);
          if (!best || rank < best.rank) best = { ...entry, rank, apart };
        }
      }
      if (best) return best;
    }
    return null;
  }

  async suggest(query, most = 7) {
    return this.steady(async () => {
      const match = /[\p{L}\p{M}]{2,}$/u.exec(query.slice(-LONGEST_QUERY));
      const start = match ? fold(match[0]) : "";
      if (start.length < 2 || !this.manifest.words.hash) return [];
      const list = await this.list(place(this.lists, start));
      const before = query.slice(0, query.length - match[0].length);
      return list.filter((entry) => entry.folded.startsWith(start) && entry.folded !== start)
        .sort((a, b) => b.level - a.level || a.word.length - b.word.length)
        .slice(0, most).map((entry) => before + entry.word);
    });
  }
}

function starts(sizes) {
  const found = new Int32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at += 1) found[at + 1] = found[at] + sizes[at];
  return found;
}

// ---- Finding ----

const PREFIX = 0.6;
const NEARLY = 0.9;
const PAIR = 0.4;
const EDGE = 0.3;
const CENTRAL = 24;
const MOST_PREFIXES = 60;
const READ_AT_ONCE = 16;
const MOST_READ = 96;
const ALIKE = 0.04; // hits so near each other are as good: the latest word on a matter comes first

// What a word of the query stands for: [{units, impacts, weight}], and what to tell the reader.
async function resolve(index, word, notes, depth = 0) {
  const exact = [];
  for (const [term, weight] of word.terms) {
    const found = await index.postings(term);
    if (found) exact.push({ ...found, weight, term });
  }
  if (exact.length && word.last && word.folded !== word.terms[0][0]) {
    for (const [term, entry] of await index.beginning(word.folded, MOST_PREFIXES)) {
      exact.push({ ...readPostings(entry), weight: NEARLY, term });
    }
  }
  if (exact.length || !word.folded || word.soft) return [{ word, lists: exact }];
  if (word.pieces.length > 1 && depth === 0) {
    const pieces = word.pieces.filter((piece) => !index.stop.has(piece)).map((piece) => ({
      ...word, shown: piece, folded: piece, terms: [[index.stemmer(piece), 1]], pieces: [], last: false,
    }));
    return (await Promise.all(pieces.map((piece) => resolve(index, piece, notes, 1)))).flat();
  }
  if (word.last && word.folded.length > 2) {
    const begun = await index.beginning(word.folded, MOST_PREFIXES);
    if (begun.length) {
      notes.push({ type: "prefix", from: word.shown });
      const lists = begun.map(([term, entry]) => ({ ...readPostings(entry), weight: PREFIX, term }));
      return [{ word, lists }];
    }
    for (let cut = 1; cut < 5 && word.folded.length - cut > 3; cut += 1) {
      const ending = word.folded.slice(-cut);
      const base = word.folded.slice(0, -cut);
      const found = ENDINGS.some((e) => e.startsWith(ending)) ? await index.postings(base) : null;
      if (found) return [{ word, lists: [{ ...found, weight: 1, term: base }] }];
    }
  }
  const near = await index.nearest(word.folded);
  const halves = near && near.apart === 1 ? null : await divide(index, word);
  if (halves) {
    notes.push({ type: "split", from: word.shown, to: halves.map((half) => half.word.shown) });
    return halves;
  }
  const found = near ? await index.postings(index.stemmer(near.folded)) : null;
  if (found) {
    notes.push({ type: "spelled", from: word.shown, to: near.word });
    return [{ word, lists: [{ ...found, weight: 1, term: index.stemmer(near.folded) }] }];
  }
  return [{ word, lists: [] }];
}

// A word the index does not have, as two words that it has: brannberedskap as brann + beredskap.
async function divide(index, word) {
  const { folded } = word;
  for (let cut = folded.length - 4; cut > 3; cut -= 1) {
    const head = folded.slice(0, cut);
    const tail = folded.slice(cut);
    const first = await index.postings(index.stemmer(head));
    if (first) {
      const second = await index.postings(index.stemmer(tail));
      if (second && together(readPostings(first), second)) {
        const bare = index.stemmer(head.replace(/s$/, "")) === index.stemmer(head) ? head.replace(/s$/, "") : head;
        return [[bare, first], [tail, second]].map(([shown, list]) => ({
          word: { ...word, shown, folded: shown, terms: [[index.stemmer(shown), 1]] },
          lists: [{ ...list, weight: 1, term: index.stemmer(shown) }],
        }));
      }
    }
  }
  return null;
}

// Whether some unit is about both words, not only mentions them.
const together = (first, second) => first.units.some((unit, at) =>
  first.impacts[at] >= CENTRAL && has(second, unit) && second.impacts[place(second.units, unit)] >= CENTRAL);

function score(table, groups) {
  const { count, unitDocument } = table;
  const scores = new Float32Array(count);
  const matched = new Uint8Array(count);
  for (const { lists, bonus, soft } of groups) {
    const best = new Float32Array(count);
    for (const { units, impacts, weight, count: frequency } of lists) {
      const share = (weight * Math.log(1 + count / frequency)) / 63;
      for (let i = 0; i < units.length; i += 1) {
        const d = unitDocument[units[i]];
        const value = share * impacts[i];
        if (value > best[d]) best[d] = value;
      }
    }
    for (let d = 0; d < count; d += 1) {
      if (best[d]) {
        scores[d] += best[d];
        if (!bonus && !soft) matched[d] += 1;
      }
    }
  }
  return { scores, matched };
}

// The documents that have all words, or as many of them as any has.
function select(table, groups) {
  const { scores, matched } = score(table, groups);
  const most = groups.filter((group) => !group.bonus && !group.soft).length;
  for (let needed = most; needed; needed -= 1) {
    const found = [];
    for (let d = 0; d < table.count; d += 1) if (matched[d] >= needed) found.push(d);
    if (found.length) return { found, scores, relaxed: needed < most };
  }
  return { found: [], scores, relaxed: false };
}

// The words that two neighbouring words of a query may make together, by their stems.
const wholes = (index, left, right) => (left.folded && right.folded
  ? ["", "s"].map((link) => index.stemmer(left.folded + link + right.folded)) : []);

// Neighbouring words of the query that stand together in a title, or make one word.
async function pairs(index, words) {
  const found = [];
  if (words.length > 1 && words.every((word) => word.folded)) {
    // A title that begins and ends as the query does.
    const start = await index.postings(`${words[0].terms[0][0]}_0`);
    const end = await index.postings(`${words.at(-1).terms[0][0]}_`);
    const units = start && end ? start.units.filter((unit) => has(end, unit)) : [];
    if (units.length) {
      const list = { units, impacts: new Uint8Array(units.length).fill(63), count: units.length, weight: EDGE };
      found.push({ bonus: true, lists: [list] });
    }
  }
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [left, right] = [words[at], words[at + 1]];
    if (left.folded && right.folded) {
      const [whole, linked] = wholes(index, left, right);
      const list = await index.postings(`${left.terms[0][0]}_${right.terms[0][0]}`);
      const joined = await index.postings(whole) ?? await index.postings(linked);
      if (list) found.push({ bonus: true, lists: [{ ...list, weight: PAIR }] });
      if (joined) found.push({ bonus: true, lists: [{ ...joined, weight: 1 }] });
    }
  }
  return found;
}

function contains(stemsOfText, phrase) {
  outer: for (let at = 0; at + phrase.length <= stemsOfText.length; at += 1) {
    for (let i = 0; i < phrase.length; i += 1) if (stemsOfText[at + i] !== phrase[i]) continue outer;
    return true;
  }
  return false;
}

// Reads the texts of the best hits, some at a time, until there are phrases enough to show.
async function keepPhrases(index, table, found, phrases, enough, notes) {
  const kept = [];
  let at = 0;
  while (at < Math.min(found.length, MOST_READ) && kept.length < enough) {
    const read = await Promise.all(found.slice(at, at += READ_AT_ONCE).map(async (d) => {
      const row = await index.row(table, d);
      const texts = [row.title, ...row.parts.map((part) => part[1])];
      for (let u = table.firstUnit[d] + 1; u < table.firstUnit[d + 1]; u += 1) {
        texts.push(...(await index.more(table, d, u)).map((part) => part[1]));
      }
      const words = texts.map((text) => foldedWords(text).map(index.stemmer));
      return phrases.every((phrase) => words.some((text) => contains(text, phrase))) ? [d] : [];
    }));
    kept.push(...read.flat());
  }
  if (at < found.length) notes.push({ type: "phrase", count: at });
  if (!kept.length) notes.push({ type: "unquoted", count: found.length });
  return kept;
}

// Facet filters; counts of each facet are under every other filter.
export function narrow(table, found, state) {
  const dated = state.from || state.to;
  const from = state.from ? days(state.from) : -Infinity;
  const to = state.to ? days(state.to) : Infinity;
  const wanted = table.facets.map((facet) => {
    const chosen = state.filters.get(facet.parameter);
    if (!chosen?.size) return null;
    const codes = new Set(facet.values.map((v, at) => [v, at]).filter(([v]) => chosen.has(v)).map(([, at]) => at));
    return facet.sets.map((set) => set.some((value) => codes.has(value)));
  });
  const counts = table.facets.map((facet) => new Int32Array(facet.values.length));
  const kept = [];
  for (const d of found) {
    let failed = dated && (!table.precision[d] || table.to[d] < from || table.from[d] > to) ? 2 : 0;
    let which = -1;
    for (let f = 0; f < wanted.length && failed < 2; f += 1) {
      if (wanted[f] && !wanted[f][table.facets[f].column[d]]) {
        failed += 1;
        which = f;
      }
    }
    if (failed > 1) continue;
    for (let f = 0; f < counts.length; f += 1) {
      if (!failed || f === which) {
        for (const value of table.facets[f].sets[table.facets[f].column[d]]) counts[f][value] += 1;
      }
    }
    if (!failed) kept.push(d);
  }
  return { kept, counts };
}

function sorted(table, kept, state, scores) {
  const newest = (a, b) => b - a;
  if (state.sort === "gammel") {
    return kept.sort((a, b) => !table.precision[a] - !table.precision[b] || a - b);
  }
  if (state.sort === "ny" || !scores) return kept.sort(newest);
  const best = kept.reduce((most, d) => Math.max(most, scores[d]), 0);
  const below = (d) => Math.floor(Math.log(best / scores[d]) / ALIKE);
  return kept.sort((a, b) => below(a) - below(b) || newest(a, b));
}

Object.assign(SearchIndex.prototype, {
  // The result of a search and its first hits.
  find(state) {
    return this.steady(async () => {
      const result = await this.search(state);
      return { result, hits: await this.hits(result, 0, state.shown) };
    });
  },

  // {total, order, counts, notes, groups, table}: everything but the texts of the hits.
  async search(state) {
    await this.open();
    const query = parseQuery(state.query, this.stemmer, this.stop);
    const firm = query.words.some((word) => !this.soft.has(word.folded));
    for (const word of query.words) word.soft = firm && this.soft.has(word.folded);
    const waiting = this.table();
    const words = query.words.flatMap((word, at) =>
      [word.terms[0][0], ...(at ? wholes(this, query.words[at - 1], word) : [])]);
    await Promise.all([waiting, ...words.map((word) => this.terms[0] && this.shard(place(this.terms, word)))]);
    const table = await waiting;
    const notes = [];
    if (!query.words.length) {
      const none = state.query.trim() !== "";
      if (none) notes.push({ type: query.common ? "common" : "empty" });
      const all = none ? [] : Array.from({ length: table.count }, (_, d) => d);
      const { kept, counts } = narrow(table, all, state);
      return { total: kept.length, order: sorted(table, kept, state), counts, notes, groups: [], table };
    }
    const all = (await Promise.all(query.words.map((word) => resolve(this, word, notes)))).flat();
    const resolved = all.filter(({ word }) => !word.soft);
    const groups = all.filter((group) => group.lists.length).map((group) => ({ ...group, soft: group.word.soft }));
    for (const { word, lists } of resolved) if (!lists.length) notes.push({ type: "missing", from: word.shown });
    const bonus = await pairs(this, query.words);
    const { found, scores, relaxed } = select(table, [...groups, ...bonus]);
    let text = found;
    if (query.phrases.length) {
      const inside = new Set(narrow(table, found, state).kept); // what a filter leaves out is read last
      const order = sorted(table, found, { sort: "" }, scores).sort((a, b) => inside.has(b) - inside.has(a));
      text = await keepPhrases(this, table, order, query.phrases, state.shown, notes);
    }
    const { kept, counts } = narrow(table, text, state);
    if (relaxed && kept.length) notes.push({ type: "relaxed" });
    const order = sorted(table, kept, state, scores);
    return { total: kept.length, unfiltered: text.length, order, counts, notes, groups, table };
  },

  async row(table, d) {
    const at = place(table.rows, d);
    const path = `sak/${table.manifest.rows[at >> 6]}/${at & 63}.gz`;
    const rows = await this.file(path, (bytes) => JSON.parse(asText(bytes)));
    return rows[d - table.rows[at]];
  },

  async more(table, d, unit) {
    const number_ = unit - d - 1; // every document before has one unit of its own
    const at = place(table.more, number_);
    const path = `mer/${table.manifest.more[at >> 6]}/${at & 63}.gz`;
    const rows = await this.file(path, (bytes) => JSON.parse(asText(bytes)));
    return rows[number_ - table.more[at]];
  },

  // The rows of some hits, with the best place in each and its marked excerpt.
  async hits(result, from, to) {
    return Promise.all(result.order.slice(from, to).map(async (d) => {
      const { table, groups } = result;
      const unit = bestUnit(table, d, groups);
      const further = unit > table.firstUnit[d] ? this.more(table, d, unit) : null;
      const [row, own] = await Promise.all([this.row(table, d), further]);
      const parts = own ?? row.parts;
      const markers = groups.map((group) => group.lists.map((list) => list.term));
      return { ...row, title: marked(row.title, markers, this.stemmer), best: bestPart(parts, row, markers, this.stemmer) };
    }));
  },
});

const has = (list, unit) => {
  const at = place(list.units, unit);
  return list.units[at] === unit;
};

// The first unit unless another one has words that it lacks.
function bestUnit(table, d, groups) {
  const first = table.firstUnit[d];
  const lacking = groups.filter((group) => !group.lists.some((list) => has(list, first)));
  let best = first;
  let most = 0;
  for (let unit = first + 1; lacking.length && unit < table.firstUnit[d + 1]; unit += 1) {
    const found = lacking.filter((group) => group.lists.some((list) => has(list, unit))).length;
    if (found > most) [best, most] = [unit, found];
  }
  return best;
}

// ---- Excerpts ----

const EXCERPT = 230;
const LEAD = 70;
const FIELDS = ["body", "heading", "decision", "attachment"];

// Places of the query's words in a text: [{start, end, group}]. Groups in ``near`` may be spelt a
// little otherwise: the other written standard's word is marked too.
function places(text, markers, stemmer, near = new Set()) {
  const found = [];
  const flat = text.toLowerCase().replace(/[\u00a0]/g, " ").replace(/[–‐‑]/g, "-");
  if (flat.length === text.length && markers.some((terms) => terms.some((t) => /[0-9]/.test(t)))) {
    for (const token of findTokens(flat)) {
      const group = markers.findIndex((terms) => terms.some((t) =>
        token.readings.some((r) => t.startsWith(r) || (t[0] === "m" && r[0] === "d" && r.slice(1, 7) === t.slice(1, 7)))));
      const start = token.start + Math.max(0, flat.slice(token.start, token.end).search(/[a-z]*[0-9]/));
      if (group >= 0) found.push({ start, end: token.end, group });
    }
  }
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0]);
    const stemmed = stemmer(folded);
    const group = markers.findIndex((terms, at) => terms.some((term) => stemmed === term ||
      (term.length > 3 && (stemmed.endsWith(term) || folded.startsWith(term))) ||
      (term.length > 4 && folded.includes(term)) ||
      (near.has(at) && term.length > 4 && distance(stemmed, term, 2) <= 2)));
    const [start, end] = [match.index, match.index + match[0].length];
    if (group >= 0 && !found.some((f) => f.start < end && start < f.end)) found.push({ start, end, group });
  }
  return found.sort((a, b) => a.start - b.start);
}

// A text as runs: [[text, is marked]].
function runs(text, found, from, to) {
  const out = [];
  let at = from;
  for (const { start, end } of found) {
    if (start < from || end > to) continue;
    if (start > at) out.push([text.slice(at, start), false]);
    out.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < to) out.push([text.slice(at, to), false]);
  return out;
}

export const marked = (text, markers, stemmer) => runs(text, places(text, markers, stemmer), 0, text.length);

export function excerpt(text, found) {
  let best = { count: 0, start: 0 };
  for (const [i, first] of found.entries()) {
    const groups = new Set();
    for (let j = i; j < found.length && found[j].end - first.start < EXCERPT - LEAD; j += 1) groups.add(found[j].group);
    if (groups.size > best.count) best = { count: groups.size, start: first.start };
  }
  let from = Math.max(0, best.start - LEAD);
  if (from) from = text.indexOf(" ", from) + 1 || from;
  if (from > best.start) from = best.start;
  let to = Math.min(text.length, from + EXCERPT);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), Math.min(text.length, best.start + 30));
  const out = runs(text, found, from, to);
  if (from) out.unshift(["… ", false]);
  if (to < text.length) out.push([" …", false]);
  return out;
}

function bestPart(parts, row, markers, stemmer, near = new Set()) {
  let best = null;
  const met = new Set();
  for (const part of parts) {
    const found = places(part[1], markers, stemmer, near);
    for (const { group } of found) met.add(group);
    const groups = new Set(found.map((f) => f.group)).size;
    const rank = groups * 10 + (part[0] === 2 ? 3 : 0) + Math.min(found.length, 5) / 2;
    if (groups && (!best || rank > best.rank)) best = { part, found, rank };
  }
  if (met.size < markers.length && !near.size) {
    const unmet = new Set([...markers.keys()].filter((at) => !met.has(at)));
    return bestPart(parts, row, markers, stemmer, unmet);
  }
  if (!best) {
    const text = row.show.lead || (parts.find((part) => part[0] !== 1)?.[1] ?? "");
    return { field: "body", runs: excerpt(text, []) };
  }
  const [field, text, anchor, label, url, page] = best.part;
  let shown = text;
  if (text === label) { // a heading or a title alone, which the link to the place says already
    const below = parts[parts.indexOf(best.part) + 1];
    shown = (below && below[2] === anchor ? below[1] : row.show.lead) || text;
  }
  const found = shown === text ? best.found : places(shown, markers, stemmer, near);
  return { field: FIELDS[field], anchor, label, url, page, runs: excerpt(shown, found) };
}

// ---- The page ----

const PAGE = 10;
const SLIDES = /\.(?:pptx|odp)$/i;
const SUGGEST_AFTER = 60;

function readState(search) {
  const parameters = new URLSearchParams(search);
  const filters = new Map();
  for (const [key, value] of parameters) {
    if (["q", "fra", "til", "sorter", "antall"].includes(key) || !value) continue;
    if (!filters.has(key)) filters.set(key, new Set());
    filters.get(key).add(value);
  }
  const iso = (key) => (/^\d{4}(-\d{2}){0,2}$/.test(parameters.get(key) ?? "") ? parameters.get(key) : "");
  return {
    query: parameters.get("q") ?? "", filters, from: iso("fra"), to: iso("til"),
    sort: parameters.get("sorter") ?? "",
    shown: Math.min(500, Math.max(PAGE, Number.parseInt(parameters.get("antall") ?? "", 10) || PAGE)),
  };
}

function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set("q", state.query);
  for (const [key, values] of state.filters) for (const value of values) parameters.append(key, value);
  if (state.from) parameters.set("fra", state.from);
  if (state.to) parameters.set("til", state.to);
  if (state.sort) parameters.set("sorter", state.sort);
  if (state.shown > PAGE) parameters.set("antall", String(state.shown));
  const text = parameters.toString();
  return text ? `?${text}` : location.pathname;
}

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name in element && name !== "form" && name !== "role" && typeof value !== "object") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const marks = (parts) => parts.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

class SearchPage {
  constructor(root, config) {
    const find = (name) => root.querySelector(`[data-search-${name}]`);
    this.root = root;
    this.config = config;
    this.form = root.querySelector("form");
    this.input = root.querySelector("input[name=q]");
    this.parts = Object.fromEntries(["filters", "summary", "facets", "order", "chosen", "status", "error",
      "notes", "found", "results", "more", "help", "feed", "suggested"].map((name) => [name, find(name)]));
    this.sort = root.querySelector("select[name=sorter]");
    this.from = root.querySelector("input[name=fra]");
    this.to = root.querySelector("input[name=til]");
    this.index = new SearchIndex(new URL(config.index, location.href).href);
    this.title = document.title;
    this.boxes = new Map();
    this.run = 0;
    new Suggestions(this);
    this.listen();
    this.read();
  }

  text(key, values = {}) {
    const text = this.config.texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  }

  count(key, count) {
    return this.text(`${key}.${count === 1 ? "one" : "other"}`, { count });
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ query: this.input.value });
    });
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    for (const [input, key] of [[this.from, "from"], [this.to, "to"]]) {
      input.addEventListener("change", () => this.change({ [key]: input.value }));
    }
    this.parts.more.addEventListener("click", () => this.more());
    addEventListener("popstate", () => this.read());
  }

  read() {
    this.state = readState(location.search);
    this.input.value = this.state.query;
    this.from.value = this.state.from;
    this.to.value = this.state.to;
    this.sort.value = this.state.sort;
    const { query, filters, from, to } = this.state;
    if (query || filters.size || from || to) this.show();
    else {
      this.clear();
      this.sync(null);
    }
  }

  change(changes) {
    Object.assign(this.state, { shown: PAGE, query: this.input.value }, changes);
    history.pushState(null, "", writeState(this.state));
    this.show();
  }

  clear() {
    this.run += 1;
    for (const name of ["status", "error", "results", "notes", "chosen"]) this.parts[name].replaceChildren();
    for (const name of ["found", "help", "feed", "notes", "chosen", "filters", "order"]) this.parts[name].hidden = true;
    document.title = this.title;
  }

  async show() {
    const run = ++this.run;
    this.root.dataset.state = "busy";
    this.parts.error.replaceChildren();
    const slow = setTimeout(() => run === this.run && (this.parts.status.textContent = this.text("loading")), 400);
    try {
      if (typeof DecompressionStream === "undefined") throw Object.assign(new SearchUnavailable(""), { unsupported: true });
      const { result, hits } = await this.index.find(this.state);
      if (run !== this.run) return;
      this.result = result;
      this.draw(result, hits);
      this.root.dataset.state = "shown";
    } catch (error) {
      if (run === this.run) this.fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  draw(result, hits) {
    const { total } = result;
    const { query } = this.state;
    document.title = query.trim() ? `${query.trim()} – ${this.title}` : this.title;
    this.parts.results.replaceChildren(...hits.map((hit) => this.hit(hit)));
    this.parts.found.hidden = !total;
    this.parts.more.hidden = hits.length >= total;
    this.drawNotes(result);
    this.drawFacets(result);
    this.drawChosen(result);
    this.drawFeed(result);
    this.parts.help.hidden = total > 0;
    this.parts.order.hidden = total < 2;
    this.parts.status.textContent = this.summary(total, hits.length);
  }

  summary(total, shown) {
    const query = this.state.query.trim();
    const counted = query ? (total ? this.count("count", total) : this.text("count.none")) : this.count("count.all", total);
    const about = query ? ` ${this.text("count.for", { query })}` : "";
    const range = total > shown ? ` ${this.text("shown", { from: 1, to: shown, count: total })}.` : "";
    return `${counted}${about}.${range}`;
  }

  hit(hit) {
    const { show, best } = hit;
    const kind = this.config.texts[`kind.${hit.kind}`] ?? hit.kind;
    const link = make("a", { href: this.config.root + hit.url }, ...marks(hit.title));
    const heading = make("h3", { class: "search-title", lang: hit.lang }, link);
    const date = show.date && hit.uncertain ? `${show.date} (${this.text("uncertain")})` : show.date;
    // A status alone does not say what it is the status of.
    const done = show.followup && `${this.text("facet.followup")}: ${show.followup.toLowerCase()}`;
    const facts = [show.outcome, show.number || kind, show.body, date, show.municipalities, done];
    const list = make("ul", { class: "search-facts" }, ...facts.filter(Boolean).map((fact, at) =>
      make("li", at === 0 && show.outcome ? { class: "search-outcome" } : {}, fact)));
    const item = make("li", { class: "search-hit" }, heading, list);
    if (best.runs.length) item.append(make("p", { class: "search-excerpt", lang: hit.lang }, ...marks(best.runs)));
    const place_ = this.place(hit, best);
    if (place_) item.append(place_);
    return item;
  }

  place(hit, best) {
    if (best.url) {
      const kind = this.config.texts.slide && SLIDES.test(best.url) ? "slide" : "page"; // an older page lacks the word
      const page = best.page ? `, ${this.text(kind, { page: best.page })}` : "";
      const href = this.config.root + best.url + (best.page && /\.pdf$/i.test(best.url) ? `#page=${best.page}` : "");
      const name = (best.label ?? best.url.split("/").at(-1)) + page;
      return make("p", { class: "search-place" }, `${this.text("attachment")} `, make("a", { href }, name));
    }
    if (!best.anchor || !best.label) return null;
    const href = `${this.config.root}${hit.url}#${best.anchor}`;
    return make("p", { class: "search-place" }, `${this.text("place")} `, make("a", { href }, best.label));
  }

  drawNotes({ notes, total, unfiltered }) {
    const query = this.state.query.trim(); // that it has no hits is said above
    const said = notes.filter((note) => total || note.type !== "missing" || note.from !== query).map((note) => {
      const to = Array.isArray(note.to) ? note.to.map((word) => `«${word}»`).join(" + ") : note.to;
      return this.text(`note.${note.type}`, { from: note.from, to, count: note.count });
    });
    if (!total && unfiltered) said.push(this.text("note.filtered", { count: unfiltered }));
    this.parts.notes.replaceChildren(...[...new Set(said)].map((text) => make("li", {}, text)));
    this.parts.notes.hidden = !said.length;
  }

  drawFacets({ table, counts }) {
    this.table = table;
    if (!this.boxes.size) this.makeFacets(table);
    for (const [f, facet] of table.facets.entries()) {
      const { group, rows } = this.boxes.get(facet.parameter);
      const chosen = this.state.filters.get(facet.parameter);
      let visible = 0;
      for (const { box, row, number: shown, at } of rows) {
        box.checked = chosen?.has(facet.values[at]) ?? false;
        shown.textContent = String(counts[f][at]);
        row.hidden = !counts[f][at] && !box.checked;
        visible += row.hidden ? 0 : 1;
      }
      group.hidden = !visible;
    }
    this.parts.filters.hidden = false;
  }

  makeFacets(table) {
    const collator = new Intl.Collator("nb", { numeric: true });
    for (const facet of table.facets) {
      const order = facet.values.map((_, at) => at).sort((a, b) =>
        (facet.newestFirst ? -1 : 1) * collator.compare(facet.labels[a], facet.labels[b]));
      const rows = order.map((at) => {
        const id = `f-${facet.parameter}-${at}`;
        const box = make("input", { type: "checkbox", id, form: this.form.id, name: facet.parameter, value: facet.values[at] });
        const number_ = make("span", { class: "search-number" });
        box.addEventListener("change", () => this.toggle(facet.parameter, facet.values[at], box.checked));
        const label = make("label", { htmlFor: id }, make("span", {}, facet.labels[at]), " ", number_);
        return { box, number: number_, at, row: make("div", { class: "search-choice" }, box, label) };
      });
      const legend = make("legend", {}, this.text(`facet.${facet.name}`));
      const group = make("fieldset", { class: "search-facet" }, legend,
        make("div", { class: "search-choices" }, ...rows.map(({ row }) => row)));
      this.boxes.set(facet.parameter, { group, rows });
      this.parts.facets.append(group);
    }
    if (matchMedia("(min-width: 60rem)").matches) this.parts.filters.open = true;
  }

  toggle(parameter, value, on) {
    const filters = new Map([...this.state.filters].map(([key, values]) => [key, new Set(values)]));
    const chosen = filters.get(parameter) ?? new Set();
    if (on) chosen.add(value);
    else chosen.delete(value);
    if (chosen.size) filters.set(parameter, chosen);
    else filters.delete(parameter);
    this.change({ filters });
  }

  label(parameter, value) {
    const facet = this.table?.facets.find((one) => one.parameter === parameter);
    const at = facet ? facet.values.indexOf(value) : -1;
    return at < 0 ? value : facet.labels[at];
  }

  chosen() {
    const { filters, from, to } = this.state;
    const known = new Set(this.table?.facets.map((facet) => facet.parameter));
    const all = [...filters].filter(([parameter]) => known.has(parameter)).flatMap(([parameter, values]) =>
      [...values].map((value) => ({ parameter, value, label: this.label(parameter, value) })));
    if (from) all.push({ from: "", label: `${this.text("from")} ${from}` });
    if (to) all.push({ to: "", label: `${this.text("to")} ${to}` });
    return all;
  }

  drawChosen() {
    const all = this.chosen();
    const items = all.map(({ parameter, value, label, ...dates }, at) => {
      const button = make("button", { type: "button", "aria-label": this.text("remove", { label }) }, label);
      button.addEventListener("click", () => {
        if (parameter) this.toggle(parameter, value, false);
        else {
          for (const key of Object.keys(dates)) this[key].value = "";
          this.change(dates);
        }
        this.refocus(at);
      });
      return make("li", {}, button);
    });
    if (all.length > 1) {
      const button = make("button", { type: "button", class: "search-clear" }, this.text("clear"));
      button.addEventListener("click", () => {
        this.from.value = "";
        this.to.value = "";
        this.change({ filters: new Map(), from: "", to: "" });
        this.input.focus();
      });
      items.push(make("li", {}, button));
    }
    const held = this.parts.chosen.contains(document.activeElement);
    this.parts.chosen.replaceChildren(...items);
    this.parts.chosen.hidden = !items.length;
    if (held) this.refocus(this.focusAt ?? 0);
    this.sync(all.length);
  }

  // Keeps the keyboard where it was when the button that was pressed goes away.
  refocus(at) {
    this.focusAt = at;
    const buttons = this.parts.chosen.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? this.input).focus();
  }

  sync(count) {
    this.root.dataset.state ??= "idle";
    this.parts.summary.textContent = count ? this.text("filters.active", { count }) : this.text("filters");
    this.from.value = this.state.from;
    this.to.value = this.state.to;
  }

  drawFeed() {
    const { feeds } = this.config;
    const only = this.chosen().filter(({ parameter, value }) => parameter && Object.hasOwn(feeds, `${parameter}=${value}`));
    const nearest = only.length ? only[0] : null;
    const href = nearest ? feeds[`${nearest.parameter}=${nearest.value}`] : feeds[""];
    this.parts.feed.hidden = !href;
    if (!href) return;
    const text = nearest ? this.text("feed", { label: nearest.label }) : this.text("feed.all");
    this.parts.feed.replaceChildren(make("a", { href, type: "application/atom+xml" }, text));
  }

  async more() {
    const from = this.state.shown;
    const { result } = this;
    this.state.shown = from + PAGE;
    history.replaceState(null, "", writeState(this.state));
    try {
      const hits = await this.index.hits(result, from, from + PAGE);
      this.parts.results.append(...hits.map((hit) => this.hit(hit)));
      const shown = this.parts.results.children.length;
      this.parts.more.hidden = shown >= result.total;
      this.parts.status.textContent = this.summary(result.total, shown);
    } catch {
      await this.show(); // a newer publication took the files away: search it instead
    }
    this.parts.results.children[from]?.querySelector("a").focus();
  }

  fail(error) {
    if (!(error instanceof SearchUnavailable)) console.error(error);
    const key = error.outdated ? "error.outdated" : error.unsupported ? "error.unsupported" : "error";
    this.root.dataset.state = "failed";
    const button = make("button", { type: "button" }, this.text(error.outdated ? "reload" : "retry"));
    button.addEventListener("click", () => {
      if (error.outdated) location.reload();
      else {
        this.input.focus();
        this.show();
      }
    });
    this.parts.status.textContent = "";
    this.parts.found.hidden = true;
    this.parts.help.hidden = false;
    this.parts.error.replaceChildren(make("p", {}, this.text(key)), ...(error.unsupported ? [] : [button]));
  }
}

// Suggestions: a combobox with a list, after the ARIA Authoring Practices.
class Suggestions {
  constructor(page) {
    this.page = page;
    this.input = page.input;
    this.list = page.root.querySelector("#search-suggestions");
    this.at = -1;
    this.run = 0;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", page.text("suggestions"));
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(option);
    });
    page.form.addEventListener("submit", () => this.close());
  }

  ask() {
    const run = ++this.run;
    setTimeout(async () => {
      if (run !== this.run) return;
      const typed = this.input.value;
      try {
        const found = await this.page.index.suggest(typed);
        if (run === this.run && document.activeElement === this.input) this.show(found);
      } catch {
        this.close(); // suggestions are a help, not a need: the search itself tells what is wrong
      }
    }, SUGGEST_AFTER);
  }

  show(found) {
    this.at = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...found.map((text, at) =>
      make("div", { role: "option", id: `search-option-${at}`, "aria-selected": "false" }, text)));
    this.toggle(found.length > 0);
    this.page.parts.suggested.textContent = found.length ? this.page.count("suggestions.count", found.length) : "";
  }

  toggle(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    this.run += 1;
    this.at = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.page.parts.suggested.textContent = "";
    this.toggle(false);
  }

  move(step) {
    this.run += 1; // a list that comes now would change under the hands of the reader
    const options = [...this.list.children];
    const places = options.length + 1; // the last one is the field itself
    this.at = ((this.at < 0 ? options.length : this.at) + step + places) % places;
    if (this.at === options.length) this.at = -1;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === this.at));
    const option = options[this.at];
    if (!option) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.move(event.key === "ArrowDown" ? 1 : -1);
      else this.ask();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (open) this.close();
      else this.input.value = "";
    } else if (event.key === "Enter" && open && this.at >= 0) {
      event.preventDefault();
      this.take(this.list.children[this.at]);
    }
  }

  take(option) {
    this.input.value = option.textContent;
    this.close();
    this.page.change({ query: this.input.value });
  }
}

if (typeof document !== "undefined") {
  const root = document.querySelector("[data-search]");
  const config = document.getElementById("search-config");
  if (root && config) new SearchPage(root, JSON.parse(config.textContent));
}
