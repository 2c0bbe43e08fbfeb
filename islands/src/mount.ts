// How an island comes to its place: at once, and again whenever the filter has replaced the results.

type Island = (figure: HTMLElement) => Promise<void>;

/** Draws an island into every figure that asks for it; one that cannot be drawn stays hidden, the tables remain. */
export function mount(name: string, draw: Island): void {
  const all = (): void => {
    for (const figure of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
      if (figure.dataset.drawn !== undefined) continue;
      figure.dataset.drawn = "";
      figure.hidden = false;
      draw(figure).catch((error: unknown) => {
        figure.hidden = true;
        console.warn(`the ${name} could not be drawn:`, error);
      });
    }
  };
  // The page is shown before anything is drawn into it.
  requestAnimationFrame(() => setTimeout(all));
  document.body.addEventListener("htmx:afterSettle", all);
}

export function part<T extends Element>(figure: HTMLElement, selector: string): T {
  const found = figure.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

export async function data<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** A colour of the page's own, so that what is drawn is light or dark as the page is. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function text(tag: string, words: string, name = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  if (name) element.className = name;
  return element;
}

/** An address of the desk on the same day of the record as the page. */
export function to(path: string, fields: Record<string, string> | URLSearchParams = {}): string {
  const query = new URLSearchParams(fields);
  const day = new URLSearchParams(location.search).get("as-of");
  if (day) query.set("as-of", day);
  return query.size ? `${path}?${query}` : path;
}

/** The filter of the page with other fields in it. */
export function narrowed(query: string, fields: Record<string, string>): URLSearchParams {
  const out = new URLSearchParams(query);
  for (const name of ["order", "page", "ties", "of"]) out.delete(name);
  for (const [name, value] of Object.entries(fields)) out.set(name, value);
  return out;
}
