// The map: places by how much happened there, arcs for arms and visits; borders from a file of the desk's own.
import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import borders from "world-atlas/countries-50m.json?url";
import { data, mount, narrowed, part, text, to } from "./mount";

interface Spot { name: string; country: string | null; lat: number; lon: number; events: number; foreign: number; whole: boolean }
interface Way { kind: string; source: string; target: string; names: [string, string]; from: [number, number]; to: [number, number]; events: number }
interface Answer { spots: Spot[]; ways: Way[] }

/** A bow between two points, bent to the left, so that there and back do not lie on one another. */
function bow(a: [number, number], b: [number, number]): [number, number][] {
  const [y1, x1] = a;
  let [y2, x2] = b;
  if (x2 - x1 > 180) x2 -= 360;
  if (x1 - x2 > 180) x2 += 360;
  const mx = (x1 + x2) / 2 - (y2 - y1) * 0.18;
  const my = Math.max(-80, Math.min(80, (y1 + y2) / 2 + (x2 - x1) * 0.18));
  return Array.from({ length: 25 }, (_, i): [number, number] => {
    const t = i / 24;
    return [(1 - t) ** 2 * y1 + 2 * t * (1 - t) * my + t ** 2 * y2, (1 - t) ** 2 * x1 + 2 * t * (1 - t) * mx + t ** 2 * x2];
  });
}

/** Lands that lie on both sides of the line where the days change, in one piece: else a band runs round the map. */
function whole(collection: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const ring = (points: GeoJSON.Position[]): GeoJSON.Position[] => {
    const torn = points.some((p, i) => i > 0 && Math.abs((p[0] ?? 0) - (points[i - 1]?.[0] ?? 0)) > 180);
    return torn ? points.map(([x, y]) => [(x ?? 0) < 0 ? (x ?? 0) + 360 : (x ?? 0), y ?? 0]) : points;
  };
  const features = collection.features.filter((f) => f.id !== "010").map((f) => {
    const g = f.geometry;
    if (g.type === "Polygon") return { ...f, geometry: { ...g, coordinates: g.coordinates.map(ring) } };
    if (g.type === "MultiPolygon") return { ...f, geometry: { ...g, coordinates: g.coordinates.map((p) => p.map(ring)) } };
    return f;
  });
  return { ...collection, features };
}

function link(words: string, address: string): HTMLElement {
  const a = document.createElement("a");
  a.href = address;
  a.textContent = words;
  return a;
}

async function draw(figure: HTMLElement): Promise<void> {
  const source = figure.dataset.source ?? "/api/map";
  const query = new URLSearchParams(figure.dataset.query ?? "");
  const caption = part<HTMLElement>(figure, "figcaption");
  const from = part<HTMLInputElement>(figure, 'input[name="from"]');
  const until = part<HTMLInputElement>(figure, 'input[name="to"]');
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(part<HTMLElement>(figure, ".canvas"), {
    center: [35, 40], zoom: 3, minZoom: 2, maxZoom: 8, zoomSnap: 0.5, worldCopyJump: true, attributionControl: false,
    zoomAnimation: !calm, fadeAnimation: !calm, maxBounds: [[-85, -220], [85, 220]], maxBoundsViscosity: 0.8,
    scrollWheelZoom: false, renderer: L.svg({ padding: 0.5 }),
  });
  // The wheel moves the page until the map is in use.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const topology = await data<Topology>(borders);
  const countries = topology.objects.countries;
  if (countries === undefined) throw new Error("no borders");
  L.geoJSON(whole(feature(topology, countries) as GeoJSON.FeatureCollection), { interactive: false, style: { className: "land" } }).addTo(map);
  const ways = L.layerGroup().addTo(map);
  const spots = L.layerGroup().addTo(map);
  let fitted = false;

  const show = (answer: Answer): void => {
    ways.clearLayers();
    spots.clearLayers();
    const most = Math.max(1, ...answer.spots.map((s) => s.events));
    const busiest = Math.max(1, ...answer.ways.map((w) => w.events));
    // What a figure opens is what it counts: in the years that are shown, and by the rest of the filter.
    const opens = (fields: Record<string, string>): string => to("/timeline", narrowed(location.search, fields));
    for (const way of answer.ways) {
      const told = document.createElement("div");
      const kind = way.kind === "arms" ? "arms_transfer" : "visit";
      told.append(text("strong", `${way.names[0]} to ${way.names[1]}`), document.createElement("br"),
        link(`${way.events} ${way.kind === "arms" ? "deals in arms" : "visits"}`, opens({ who: way.source, with: way.target, type: kind })));
      L.polyline(bow(way.from, way.to), { className: `way-line ${way.kind}`, weight: 1.2 + 4 * Math.sqrt(way.events / busiest), fill: false })
        .bindPopup(told).addTo(ways);
    }
    for (const spot of [...answer.spots].reverse()) {
      const told = document.createElement("div");
      told.append(text("strong", spot.name), document.createElement("br"), link(`${spot.events} event${spot.events === 1 ? "" : "s"}`, opens({ where: spot.name })));
      if (spot.whole) told.append(text("div", "no page names the city"));
      if (spot.foreign) told.append(text("div", `${spot.foreign} of them between others`));
      L.circleMarker([spot.lat, spot.lon], { className: spot.whole ? "spot-mark whole" : "spot-mark", radius: 4 + 14 * Math.sqrt(spot.events / most), weight: 1.5 })
        .bindPopup(told).bindTooltip(text("span", `${spot.name}: ${spot.events}`)).addTo(spots);
    }
    caption.textContent = `${answer.spots.length.toLocaleString("en")} places, ${answer.ways.length.toLocaleString("en")} ways between states. Borders: Natural Earth.`;
    if (!fitted && answer.spots.length + answer.ways.length > 0) {
      fitted = true;
      const points: [number, number][] = [...answer.spots.map((s): [number, number] => [s.lat, s.lon]), ...answer.ways.flatMap((w) => [w.from, w.to])];
      map.fitBounds(L.latLngBounds(points).pad(0.15), { maxZoom: 5, animate: false });
    }
  };

  const stretch = (): void => {
    for (const slide of [from, until]) {
      const out = slide.parentElement?.querySelector("output");
      if (out) out.textContent = slide.value;
    }
  };
  const ask = async (): Promise<void> => {
    const fields = new URLSearchParams(query);
    const whole = from.value === from.min && until.value === until.max;
    if (!whole) {
      fields.set("since", from.value);
      fields.set("until", until.value);
    }
    show(await data<Answer>(`${source}?${fields}`));
  };
  // The tables hold what the map shows.
  const beside = async (page: URL): Promise<void> => {
    const html = await (await fetch(page)).text();
    const found = new DOMParser().parseFromString(html, "text/html").querySelector("#beside");
    if (found) document.querySelector("#beside")?.replaceWith(found);
  };
  const given = (name: string): string | undefined => query.get(name)?.slice(0, 4);
  from.value = given("since") ?? from.min;
  until.value = given("until") ?? until.max;
  stretch();
  if (from.min === from.max) part<HTMLElement>(figure, ".tools").querySelectorAll("label").forEach((l) => { l.hidden = true; });
  let timer: number | undefined;
  for (const slide of [from, until]) {
    slide.addEventListener("input", () => {
      if (Number(from.value) > Number(until.value)) (slide === from ? until : from).value = slide.value;
      stretch();
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const page = new URL(location.href);
        const all = from.value === from.min && until.value === until.max;
        for (const [name, value] of [["since", from.value], ["until", until.value]] as const) {
          if (all) page.searchParams.delete(name);
          else page.searchParams.set(name, value);
          const field = document.querySelector<HTMLInputElement>(`#f-${name}`);
          if (field) field.value = all ? "" : value;
        }
        history.replaceState(null, "", page);
        Promise.all([ask(), beside(page)]).catch((error: unknown) => console.warn("the map could not be loaded:", error));
      }, 200);
    });
  }
  await ask();
}

mount("map", draw);
