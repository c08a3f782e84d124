// Asks for what every search needs, while the script that searches is still on its way.

const base = new URL("../sok/indeks/", import.meta.url).href;

// Answers that are under way, by address; each is used once.
export const started = new Map();

function ask(path, answer) {
  answer.catch(() => {}); // the search itself tells what is wrong
  started.set(base + path, answer);
}

// The manifest, which is not given out before what it names has been asked for.
async function manifest() {
  const response = await fetch(`${base}manifest.json`, { cache: "no-cache" });
  const { table } = await response.clone().json().catch(() => ({}));
  if (table) ask(table, fetch(base + table));
  return response;
}

if (typeof document !== "undefined" && document.querySelector("[data-search]") && location.search.length > 1) {
  ask("manifest.json", manifest());
}
