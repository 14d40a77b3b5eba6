// In the frame of a preview, a link leads to the preview of its page, as the same reader; what has none leads nowhere.

const frame = document.querySelector("iframe[data-preview]");
const folders = /^\/($|\d+\/[^/]*\/?$|(rubriques|themes|dossiers|auteurs)\/[^/]+\/?$)/;

const follow = (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) {
    return;
  }
  event.preventDefault();
  const to = new URL(link.href);
  if (to.origin === location.origin && folders.test(to.pathname)) {
    frame.src = frame.dataset.preview + to.pathname + to.search;
  }
};

frame?.addEventListener("load", () => frame.contentDocument?.addEventListener("click", follow));
frame?.contentDocument?.addEventListener("click", follow);
