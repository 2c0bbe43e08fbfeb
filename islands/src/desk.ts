// What every page has: results that follow the filter without a new page, and a key that leads to the search.
import "htmx.org";

document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement | null;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (at?.closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>("#q, #find")?.focus();
});
