// The line of time: lanes by kind, pair, actor or place; what was planned, done and denied drawn apart.
import { DataSet } from "vis-data/esnext";
import { Timeline, type DataGroup, type DataItem } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.css";
import { data, mount, part, text, to } from "./mount";

interface Side { id: string; name: string; kind: string; country: string | null }
interface Event_ {
  id: string; type: string; status: string; start: string; end: string | null; place: string | null;
  pages: number; disputed: boolean; sides: Side[];
}
interface Answer { total: number; events: Event_[] }

const LANES = 12;
const DAY = 86_400_000;

function first(date: string): Date {
  const [y, m, d] = date.split("-").map(Number);
  const out = new Date(2000, (m ?? 1) - 1, d ?? 1);
  out.setFullYear(y ?? 2000);
  return out;
}

function after(date: string): Date {
  const [y, m, d] = date.split("-").map(Number);
  const out = first(date);
  if (d !== undefined) out.setDate(out.getDate() + 1);
  else if (m !== undefined) out.setMonth(out.getMonth() + 1);
  else out.setFullYear((y ?? 2000) + 1);
  return out;
}

function lanes(event: Event_, by: string): string[] {
  if (by === "place") return [event.place ?? "no place"];
  if (by === "actor") return event.sides.length ? event.sides.map((s) => s.name) : ["nobody named"];
  if (by === "pair") {
    const states = [...new Set(event.sides.map((s) => s.country).filter((c) => c !== null))].sort();
    const pairs = states.flatMap((a, i) => states.slice(i + 1).map((b) => `${a} – ${b}`));
    return pairs.length ? pairs : [states[0] ?? "no state"];
  }
  return [event.type.replaceAll("_", " ")];
}

function label(event: Event_): string {
  const who = event.sides.slice(0, 2).map((s) => (s.kind === "person" ? s.name.split(" ").at(-1) : s.country ?? s.name) ?? s.name).join(", ");
  return who || event.type.replaceAll("_", " ");
}

async function draw(figure: HTMLElement): Promise<void> {
  const source = figure.dataset.source ?? "";
  const caption = part<HTMLElement>(figure, "figcaption");
  const by = part<HTMLSelectElement>(figure, "#lane");
  by.value = sessionStorage.getItem("lanes") ?? "type";
  let answer = await data<Answer>(source);
  if (answer.events.length === 0) { figure.hidden = true; return; }
  const whole = answer.total;
  const items = new DataSet<DataItem>();
  const groups = new DataSet<DataGroup>();

  const place = (): void => {
    const count = new Map<string, number>();
    for (const event of answer.events) for (const lane of lanes(event, by.value)) count.set(lane, (count.get(lane) ?? 0) + 1);
    const kept = [...count].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, LANES).map(([lane]) => lane);
    const order = new Map(kept.map((lane, i) => [lane, i]));
    const made: DataItem[] = [];
    for (const event of answer.events) {
      for (const lane of new Set(lanes(event, by.value).map((l) => (order.has(l) ? l : "others")))) {
        const start = first(event.start);
        const end = after(event.end ?? event.start);
        const long = end.getTime() - start.getTime() > 2 * DAY;
        made.push({
          id: `${event.id} ${lane}`, group: lane, content: label(event), start, ...(long ? { end } : {}),
          type: long ? "range" : "point", className: `${event.status}${event.disputed ? " disputed-item" : ""}`,
        });
      }
    }
    items.clear(); groups.clear();
    if (made.some((item) => item.group === "others")) order.set("others", LANES);
    groups.add([...order].map(([lane, at]) => ({ id: lane, content: lane, order: at })));
    items.add(made);
  };

  const said = (): void => {
    const undrawn = answer.total - answer.events.length;
    caption.textContent = undrawn > 0
      ? `${answer.events.length.toLocaleString("en")} of ${answer.total.toLocaleString("en")} events of this stretch, the most reported ones; come closer to see more.`
      : `Drag to move, Ctrl and wheel to come closer; a click opens the event.`;
  };

  place();
  const starts = answer.events.map((e) => first(e.start).getTime());
  const ends = answer.events.map((e) => after(e.end ?? e.start).getTime());
  const room = Math.max(40 * DAY, (Math.max(...ends) - Math.min(...starts)) * 0.06);
  // The first view is where nearly all events lie; what is far off is reached by dragging.
  const inOrder = [...starts].sort((a, b) => a - b);
  const opening = inOrder[Math.floor(inOrder.length * 0.05)] ?? Math.min(...starts);
  const closing = Math.max(...ends);
  const margin = Math.max(40 * DAY, (closing - opening) * 0.06);
  const escaped = (words: string): HTMLElement => text("span", words);
  const line = new Timeline(part<HTMLElement>(figure, ".canvas"), items, groups, {
    start: new Date(opening - margin), end: new Date(closing + 2.2 * margin), // what is written beside the last one needs room
    min: new Date(Math.min(...starts) - 40 * room), max: new Date(Math.max(...ends) + 40 * room),
    minHeight: "9rem", maxHeight: "26rem", verticalScroll: true, zoomKey: "ctrlKey", zoomMin: 3 * DAY,
    orientation: "top", groupOrder: "order", margin: { item: { horizontal: 2, vertical: 3 } }, showCurrentTime: false,
    selectable: true, multiselect: false, stack: true, tooltip: { followMouse: false },
    // A string would be taken for markup.
    template: ((item: DataItem) => escaped(String(item.content))) as never,
    groupTemplate: ((group: DataGroup | null) => escaped(String(group?.content ?? ""))) as never,
  } as never);
  said();
  line.on("select", ({ items: chosen }: { items: string[] }) => {
    const id = chosen[0]?.split(" ")[0];
    if (id) location.assign(to(`/event/${encodeURIComponent(id)}`));
  });
  by.addEventListener("change", () => { sessionStorage.setItem("lanes", by.value); place(); });

  if (whole <= answer.events.length) return;
  // More than can be drawn: ask again for the stretch in view.
  let asked = 0;
  let timer: number | undefined;
  line.on("rangechanged", ({ byUser }: { byUser: boolean }) => {
    if (!byUser) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const turn = ++asked;
      const { start, end } = line.getWindow();
      const address = new URL(source, location.href);
      const clip = (name: string, date: Date, pick: (a: string, b: string) => boolean): void => {
        const edge = `${String(Math.max(1000, date.getFullYear())).padStart(4, "0")}-${String(date.getMonth() + 1).padStart(2, "0")}`;
        const given = address.searchParams.get(name);
        address.searchParams.set(name, given !== null && pick(given, edge) ? given : edge);
      };
      clip("since", new Date(start), (a, b) => a > b);
      clip("until", new Date(end), (a, b) => a < b);
      try {
        const found = await data<Answer>(address.toString());
        if (turn !== asked) return;
        answer = found;
        place();
        said();
      } catch (error) {
        console.warn("this stretch could not be loaded:", error);
      }
    }, 250);
  });
}

mount("timeline", draw);
