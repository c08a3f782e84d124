/* What a page can do when scripts run; everything it says is there without them. Nothing is stored. */
"use strict";

(() => {
  const message = document.getElementById("melding");

  /** Say something to those who cannot see it happen. */
  const announce = (text) => {
    if (!message) return;
    message.textContent = "";
    window.setTimeout(() => {
      message.textContent = text;
    }, 50);
  };

  /** Put a copy button beside every text that is meant to be taken along. */
  const addCopyButtons = () => {
    if (!message || !navigator.clipboard) return;
    for (const text of document.querySelectorAll(".copy-text")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button copy-button";
      button.textContent = message.dataset.copy;
      button.setAttribute("aria-describedby", `${text.id}-navn`);
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(text.textContent);
          button.textContent = message.dataset.copied;
          announce(message.dataset.copied);
        } catch {
          window.getSelection().selectAllChildren(text);
          announce(message.dataset.copyFailed);
        }
        window.setTimeout(() => {
          button.textContent = message.dataset.copy;
        }, 3000);
      });
      text.after(button);
    }
  };

  /** A window made wide turns the menu into a row, so an open menu closes. */
  const watchMenu = () => {
    const menu = document.getElementById("meny");
    if (!menu || !menu.hidePopover) return;
    window.matchMedia("(min-width: 60rem)").addEventListener("change", () => {
      if (menu.matches(":popover-open")) menu.hidePopover();
    });
  };

  /** Older browsers print only what is open. */
  const openForPrint = () => {
    const opened = [];
    window.addEventListener("beforeprint", () => {
      for (const details of document.querySelectorAll("details:not([open])")) {
        details.open = true;
        opened.push(details);
      }
    });
    window.addEventListener("afterprint", () => {
      for (const details of opened.splice(0)) details.open = false;
    });
  };

  /** A link to something inside a closed box opens it. */
  const openTarget = () => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView();
  };

  /** A short link with the number in another form (/s/regionradet-06-21/) leads to the usual form. */
  const readNumber = () => {
    if (!document.body.classList.contains("k-missing")) return;
    const path = decodeURIComponent(window.location.pathname).toLowerCase();
    const found = path.match(/^(.*\/s\/)([^/]+?)[-/ ]+0*(\d{1,5})[-/](\d{4}|\d{2})\/?$/);
    if (!found) return;
    const [, start, written, number, digits] = found;
    const letters = { æ: "ae", ø: "o", å: "a", " ": "-" };
    const body = written.replace(/[æøå ]/g, (letter) => letters[letter]);
    const year = digits.length === 4 ? digits : `${digits < "70" ? 20 : 19}${digits}`;
    const usual = `${start}${body}-${number}-${year}/`;
    if (usual !== window.location.pathname) window.location.replace(usual);
  };

  window.casebook = { announce };
  readNumber();
  addCopyButtons();
  watchMenu();
  openForPrint();
  openTarget();
  window.addEventListener("hashchange", openTarget);
})();
