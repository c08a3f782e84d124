/* The follow-up board: any combination of filters at once, with the choice kept in the address. */
"use strict";

(() => {
  const form = document.querySelector("[data-board]");
  const status = document.querySelector("[data-board-status]");
  if (!form || !status) return;
  const selects = [...form.querySelectorAll("select")];
  const fold = document.querySelector("[data-board-fold]");
  const groups = [...document.querySelectorAll("[data-board-group]")].map((group) => {
    const count = group.querySelector("[data-board-count]");
    const address = `#${group.getAttribute("aria-labelledby")}`;
    return {
      address,
      counts: [count, document.querySelector(`[href="${address}"] [data-board-count]`)],
      empty: group.querySelector("[data-board-empty]"),
      table: group.querySelector("table"),
      box: group.querySelector("details"),
      total: Number(count.textContent),
      rows: [...group.querySelectorAll("tbody tr")],
    };
  });
  const plain = document.querySelector("[data-board-plain]");

  /** Whether a row has every value that is chosen. */
  const fits = (row, chosen) =>
    chosen.every(([name, value]) => (row.getAttribute(`data-${name}`) || "").split(" ").includes(value));

  const chosenNow = () =>
    selects.filter((select) => select.value).map((select) => [select.name, select.value]);

  /** Show the rows that fit, count them, and say how many they are. */
  const show = (chosen) => {
    let shown = 0;
    let total = 0;
    for (const group of groups) {
      let here = 0;
      for (const row of group.rows) {
        row.hidden = !fits(row, chosen);
        if (!row.hidden) here += 1;
      }
      for (const count of group.counts) count.textContent = chosen.length ? here : group.total;
      group.empty.hidden = here > 0;
      if (group.table) group.table.hidden = here === 0;
      if (group.box) {
        group.box.hidden = here === 0;
        group.box.open ||= chosen.length > 0;
      }
      shown += here;
      total += group.rows.length;
    }
    const { one, many, none } = status.dataset;
    const text = shown === 0 ? none : shown === 1 ? one : many;
    status.textContent = chosen.length ? text.replace("%", shown).replace("#", total) : "";
  };

  /** Take the choice from the address; a value that no list has is left out. */
  const read = () => {
    const query = new URLSearchParams(window.location.search);
    for (const select of selects) {
      const value = query.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show(chosenNow());
  };

  /** Keep the choice in the address, so that it can be shared and gone back to. */
  const write = () => {
    const chosen = chosenNow();
    const query = new URLSearchParams(chosen).toString();
    const address = `${window.location.pathname}${query ? `?${query}` : ""}${window.location.hash}`;
    window.history.pushState(null, "", address);
    show(chosen);
  };

  /** Who jumps to a group wants to see it. */
  const unfold = () => {
    const box = groups.find(({ address }) => address === window.location.hash)?.box;
    if (box) box.open = true;
  };

  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    write();
  });
  window.addEventListener("popstate", read);
  window.addEventListener("hashchange", unfold);
  fold.hidden = false;
  if (plain) plain.hidden = true;
  read();
  unfold();
  // Open where there is room, and where a choice is made: what is left out should be seen.
  fold.open = chosenNow().length > 0 || window.matchMedia("(min-width: 48rem)").matches;
})();
