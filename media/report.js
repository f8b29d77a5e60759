// Runs inside the report of a domain. It makes nothing itself: the extension sends HTML, and is told what was pressed.
(() => {
  const vscode = acquireVsCodeApi();
  const page = document.querySelector("#page");
  const status = document.querySelector("#status");

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a, button") : null;
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    if (target.dataset.action) vscode.postMessage({ ...target.dataset });
    // A link inside the page: the keyboard goes where it leads.
    else document.getElementById(target.getAttribute("href")?.slice(1) ?? "")?.focus();
  });

  window.addEventListener("message", ({ data }) => {
    if (data?.kind !== "report" || !page || !status) return;
    const focused = document.activeElement?.id;
    const closed = new Set([...document.querySelectorAll("details:not([open])")].map((it) => it.id));
    page.innerHTML = data.html;
    for (const it of document.querySelectorAll("details")) it.open = !closed.has(it.id);
    // What had the focus may be gone with the fault that it mended: then its row is nearest.
    const row = focused?.split("|")[0];
    const next = (focused && document.getElementById(focused)) || (row && document.getElementById(row));
    if (next instanceof HTMLElement) next.focus();
    status.textContent = data.status;
  });

  vscode.postMessage({ action: "ready" });
})();
