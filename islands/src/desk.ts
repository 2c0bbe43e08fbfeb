// What every page has: results that follow the filter without a new page, and a key that leads to the search.
import "htmx.org";

// A decision by its key; never while something is being typed.
document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement | null;
  if (event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, textarea, select")) return;
  const button = [...document.querySelectorAll<HTMLButtonElement>("button[data-key]")].find((b) => b.dataset.key === event.key);
  if (button === undefined) return;
  event.preventDefault();
  button.click();
});

// Files may be dropped anywhere on the place for them.
for (const place of document.querySelectorAll<HTMLElement>("[data-drop]")) {
  const input = place.querySelector<HTMLInputElement>('input[type="file"]');
  const over = (event: DragEvent): void => { event.preventDefault(); place.classList.add("over"); };
  place.addEventListener("dragenter", over);
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", () => { place.classList.remove("over"); });
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (input !== null && event.dataTransfer !== null && event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  });
}

document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement | null;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (at?.closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>("#q, #find")?.focus();
});
