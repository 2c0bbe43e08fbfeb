// The net of those who meet, host or supply one another.
import cytoscape from "cytoscape";
import { colour, data, mount, narrowed, part, to } from "./mount";

interface Knot { id: string; name: string; country: string | null; partners: number; events: number; between: number }
interface Edge { source: string; target: string; events: number }
interface Answer { ties: string; of: string; knots: Knot[]; edges: Edge[] }

/** Where one of so many begins: on a ring, so that the same net is laid out the same each time. */
function onRing(i: number, count: number): { x: number; y: number } {
  const turn = (2 * Math.PI * i) / count;
  const radius = 60 * Math.sqrt(count);
  return { x: radius * Math.cos(turn), y: radius * Math.sin(turn) };
}

async function draw(figure: HTMLElement): Promise<void> {
  const answer = await data<Answer>(figure.dataset.source ?? "/api/network");
  const most = Math.max(1, ...answer.edges.map((e) => e.events));
  const between = Math.max(1, ...answer.knots.map((k) => k.between));
  const directed = answer.ties !== "meets";
  const net = cytoscape({
    container: part<HTMLElement>(figure, ".canvas"),
    elements: [
      ...answer.knots.map((k, i) => ({ position: onRing(i, answer.knots.length), data: { ...k, size: 14 + 30 * Math.sqrt(k.between / between) } })),
      ...answer.edges.map((e) => ({ data: { id: `${e.source} ${e.target}`, ...e, width: 1 + 6 * Math.sqrt(e.events / most) } })),
    ],
    style: [
      {
        selector: "node",
        style: {
          label: "data(name)", width: "data(size)", height: "data(size)", "background-color": colour("accent"), color: colour("ink"),
          "font-size": 12, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "wrap",
          "text-max-width": "110px", "text-background-color": colour("sheet"), "text-background-opacity": 0.75, "text-background-padding": "1px",
        },
      },
      {
        selector: "edge",
        style: {
          width: "data(width)", "line-color": colour("soft"), opacity: 0.55, "curve-style": directed ? "bezier" : "haystack",
          ...(directed ? { "target-arrow-shape": "triangle", "target-arrow-color": colour("soft") } : {}),
        },
      },
      { selector: ".dim", style: { opacity: 0.12 } },
      { selector: "node.near", style: { "border-width": 3, "border-color": colour("focus") } },
    ] as cytoscape.StylesheetStyle[],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 25_000, idealEdgeLength: () => 70, nodeOverlap: 20, gravity: 1.2, padding: 24, componentSpacing: 24, numIter: 1500 } as cytoscape.LayoutOptions,
    minZoom: 0.2, maxZoom: 3, userZoomingEnabled: false,
  });
  // Names keep their size on the screen, however far away the whole net is.
  const near = Math.max(0.35, Math.min(1, net.zoom()));
  net.style().selector("node").style({ "font-size": 11 / near, "text-max-width": `${110 / near}px` }).update();
  if (net.zoom() > 1.3) {
    net.zoom(1.3);
    net.center();
  }
  net.on("tap", "node", (event) => {
    const id = String(event.target.id());
    location.assign(to(`/${answer.of === "states" ? "place" : "actor"}/${encodeURIComponent(id)}`));
  });
  net.on("tap", "edge", (event) => {
    const two = { who: String(event.target.data("source")), with: String(event.target.data("target")) };
    location.assign(to("/timeline", narrowed(location.search, two)));
  });
  net.on("mouseover", "node", (event) => {
    const near = event.target.closedNeighborhood();
    net.elements().not(near).addClass("dim");
    event.target.addClass("near");
  });
  net.on("mouseout", "node", () => { net.elements().removeClass("dim near"); });
  part<HTMLElement>(figure, "figcaption").textContent =
    `${answer.knots.length} ${answer.of}, ${answer.edges.length} ties. Larger: between more pairs that have no tie of their own. A click opens the dossier, or the events of a tie.`;
  part<HTMLButtonElement>(figure, '[data-do="fit"]').addEventListener("click", () => { net.fit(undefined, 24); });
  part<HTMLButtonElement>(figure, '[data-do="picture"]').addEventListener("click", () => {
    const a = document.createElement("a");
    a.href = net.png({ full: true, scale: 2, bg: colour("sheet") });
    a.download = `network-${answer.ties}-${answer.of}.png`;
    a.click();
  });
}

mount("network", draw);
