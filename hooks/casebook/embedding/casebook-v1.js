/* Casebook, version 1: shows what a link leads to, on any page.

   <script src="https://…/embed/v1/casebook.js" defer></script>
   <casebook-utdrag><a href="https://…/kommune/nordvik/">Nordvik</a></casebook-utdrag>

   The link is what readers get when scripts or the network fail. It stores nothing and asks only the
   site that it came from. It also gives frames of that site their height. */
"use strict";

(() => {
  const script = document.currentScript;
  if (!script || customElements.get("casebook-utdrag")) return;
  const root = new URL("../../", script.src).href;

  const make = (name, text, parent) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    parent.append(element);
    return element;
  };

  const link = (item, parent) => {
    const url = new URL(item.url, root);
    const safe = url.protocol === "https:" || url.protocol === "http:";
    const element = make(safe ? "a" : "span", item.title, parent);
    if (safe) element.href = url.href;
    if (item.language) element.lang = item.language;
  };

  const STYLE = `
    :host { display: block; border: 1px solid currentColor; border-radius: 4px; padding: 1rem; }
    a { color: inherit; } p, ul { margin: 0 0 .75rem; } ul { padding: 0; list-style: none; } li { padding: .25rem 0; }
    .title { font-weight: 600; font-size: 1.125em; } .section { font-weight: 600; } small { display: block; }`;

  class Excerpt extends HTMLElement {
    connectedCallback() {
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.load(), { once: true });
      } else {
        this.load();
      }
    }

    async load() {
      const target = this.querySelector("a[href]");
      if (this.shadowRoot || !target || !target.href.startsWith(root)) return;
      const path = target.href.slice(root.length).split(/[?#]/)[0];
      const source = path.startsWith("sak/") ? `${path}oembed.json` : `embed/${path}innhold.json`;
      try {
        const answer = await fetch(root + source, { credentials: "omit" });
        if (!answer.ok) return;
        const data = await answer.json();
        this.show(data.excerpt || data);
      } catch {
        /* The link stays. */
      }
    }

    show(data) {
      const shadow = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      const box = make("div", "", shadow);
      box.lang = data.language;
      link(data, Object.assign(make("p", "", box), { className: "title" }));
      if (data.detail) make("p", data.detail, box);
      if (data.lead) make("p", data.lead, box);
      for (const section of data.sections) {
        Object.assign(make("p", section.title, box), { className: "section" });
        const list = make("ul", "", box);
        for (const item of section.items) {
          const row = make("li", "", list);
          link(item, row);
          if (item.detail) make("small", item.detail, row);
        }
      }
    }
  }

  customElements.define("casebook-utdrag", Excerpt);

  window.addEventListener("message", (event) => {
    const told = event.data;
    // A frame that the host has put in a sandbox has the origin "null".
    if (![new URL(root).origin, "null"].includes(event.origin) || told?.type !== "casebook:height") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source && frame.src.startsWith(root)) frame.height = String(Math.min(Number(told.height) || 0, 5000));
    }
  });
})();
