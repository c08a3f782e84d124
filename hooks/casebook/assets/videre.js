/* Leads on from an old address, and keeps the place on the page that the link named. */
"use strict";

(() => {
  const target = document.getElementById("videre");
  if (target) window.location.replace(target.href + (target.hash ? "" : window.location.hash));
})();
