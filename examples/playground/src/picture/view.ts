/** The picture in the page: it follows the width, the keyboard and the changes of the World. */
import { type Drawing, draw } from "./draw.ts";

type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

const nodesIn = (root: Element): SVGElement[] => [...root.querySelectorAll<SVGElement>(".node")];

/** The mark of what an element belongs to. */
const markOf = (element: Element | null): string | undefined =>
  element?.closest<SVGElement>("[data-mark]")?.dataset["mark"];

function placesIn(root: Element): Places {
  return new Map(
    [...root.querySelectorAll<SVGGElement>("[data-mark]")].map((node) => [
      node.dataset["mark"] ?? "",
      [Number(node.dataset["x"]), Number(node.dataset["y"])],
    ]),
  );
}

const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** What was there before glides to its place; what is new appears. */
function animate(root: Element, before: Places): void {
  if (isCalm() || before.size === 0) return;
  for (const node of root.querySelectorAll<SVGGElement>("[data-mark]")) {
    const was = before.get(node.dataset["mark"] ?? "");
    const x = Number(node.dataset["x"]);
    const y = Number(node.dataset["y"]);
    const timing = { duration: 420, easing: "cubic-bezier(.2,.7,.2,1)" };
    if (was === undefined) {
      node.animate([{ opacity: 0 }, { opacity: 1 }], { ...timing, fill: "backwards" });
    } else if (was[0] !== x || was[1] !== y) {
      const to = `translate(${x}px, ${y}px)`;
      node.animate(
        [{ transform: `translate(${was[0]}px, ${was[1]}px)` }, { transform: to }],
        timing,
      );
    }
  }
  for (const node of root.querySelectorAll<SVGGElement>(".link.fresh, .link.gone")) {
    node.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 500 });
  }
}

/** One stop for the Tab key; arrows go from node to node. */
function makeRoving(svg: SVGSVGElement, current: string | null): void {
  const nodes = nodesIn(svg);
  const first = nodes.find((node) => markOf(node) === current) ?? nodes[0];
  first?.setAttribute("tabindex", "0");
}

const STEPS: { readonly [key: string]: number } = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function onKey(event: KeyboardEvent, root: Element, select: (mark: string) => void): void {
  const node = (event.target as Element).closest<SVGElement>(".node");
  if (node === null) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    select(markOf(node) ?? "");
    return;
  }
  const step = STEPS[event.key];
  const nodes = nodesIn(root);
  const index = nodes.indexOf(node);
  const ends: { readonly [key: string]: number } = { Home: 0, End: nodes.length - 1 };
  const to = step === undefined ? ends[event.key] : index + step;
  if (to === undefined || nodes[to] === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  node.setAttribute("tabindex", "-1");
  nodes[to].setAttribute("tabindex", "0");
  nodes[to].focus();
}

export interface PictureView {
  /** `moving`: another step is shown, so that what is different may move. */
  readonly show: (drawing: Drawing, label: string, moving: boolean) => void;
}

/** Makes a region show pictures; `select` gets the mark of what is chosen in it. */
export function pictureView(region: HTMLElement, select: (mark: string) => void): PictureView {
  region.addEventListener("click", (event) => {
    const target = event.target as Element;
    const face = target.closest<SVGGElement>(".face");
    const chosen = face?.dataset["person"] ?? markOf(target.closest(".node"));
    if (chosen !== undefined) select(chosen);
  });
  region.addEventListener("keydown", (event) => onKey(event, region, select));
  return {
    show: (drawing, label, moving) => {
      const before = moving ? placesIn(region) : new Map();
      const focused = region.contains(document.activeElement)
        ? markOf(document.activeElement)
        : undefined;
      const svg = draw(drawing, label);
      makeRoving(svg, focused ?? drawing.selected);
      region.replaceChildren(svg);
      if (focused !== undefined) {
        const again = nodesIn(svg).find((node) => markOf(node) === focused);
        again?.focus({ preventScroll: true });
      }
      animate(svg, before);
    },
  };
}
