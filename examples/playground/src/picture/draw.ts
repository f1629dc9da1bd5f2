/** The picture as SVG. Whatever can be selected is a button, and says in words what it shows. */
import { type Props, svg } from "../dom.ts";
import { localName, t, valueName } from "../locale.ts";
import type { Names } from "../names.ts";
import { type Changes, mark } from "../world/changes.ts";
import type { Person } from "../world/reading.ts";
import {
  FACE,
  type Face,
  type Label,
  MARKER_GAP,
  MARKERS,
  type Marker,
  type Meter,
  markersOf,
  PILL_H,
  type Pill,
} from "./cards.ts";
import type { Layout, Placed } from "./layout.ts";
import type { Link } from "./routes.ts";

export interface Drawing {
  readonly layout: Layout;
  readonly changes: Changes;
  readonly names: Names;
  readonly selected: string | null;
}

const classes = (...names: readonly (string | false)[]): string =>
  names.filter((name) => name !== false).join(" ");

/** A five-pointed star about a point. */
function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    const length = i % 2 === 0 ? r : r * 0.45;
    return `${(x + Math.cos(angle) * length).toFixed(2)},${(y + Math.sin(angle) * length).toFixed(2)}`;
  });
  return points.join(" ");
}

function pillLabel({ person, gone }: Pill, { names, changes }: Drawing, markOf: string): string {
  const { employment, admin, licenses, tasks, rosters, waiting } = person;
  const parts = [localName(employment.fields.name)];
  if (admin !== null) parts.push(valueName(admin.role));
  if (gone) parts.push(t("goneHere"));
  else {
    if (rosters.length > 0) parts.push(`${t("onRosters")} ${rosters.map(names.space).join(", ")}`);
    if (waiting.length > 0) parts.push(`${t("waitsFor")} ${waiting.map(names.space).join(", ")}`);
    if (rosters.length + waiting.length === 0) parts.push(t("legendOutside"));
    if (licenses.some(({ state }) => state === "held")) parts.push(t("legendLicense"));
    if (tasks.length > 0) parts.push(`${t("openTasks")}: ${tasks.length}`);
    if (changes.fresh.has(markOf)) parts.push(t("changedHere"));
  }
  return parts.join(", ");
}

/** A mark in its place: `x` is its left edge. */
const MARKER_NODES: { readonly [Name in Marker]: (x: number, person: Person) => SVGElement[] } = {
  admin: (x, { admin }) => [
    svg("polygon", {
      class: admin?.role === "main" ? "star" : "star sub",
      points: star(x + 6, PILL_H / 2, 6),
    }),
  ],
  license: (x) => {
    const y = PILL_H / 2;
    const d = `M${x} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M${x + 6} ${y}h7M${x + 10} ${y}v3M${x + 13} ${y}v3`;
    return [svg("path", { class: "key", d })];
  },
  tasks: (x, { tasks }) => [
    svg("circle", { class: "badge", cx: x + 8, cy: PILL_H / 2, r: 8 }),
    svg(
      "text",
      {
        "aria-hidden": "true",
        class: "badge-text",
        x: x + 8,
        y: PILL_H / 2 + 3.5,
        "text-anchor": "middle",
      },
      tasks.length,
    ),
  ],
};

/** What stands behind the name. */
function markers({ person, w }: Pill): SVGElement[] {
  const names = markersOf(person);
  let x = w - 10 + MARKER_GAP - names.reduce((sum, each) => sum + MARKERS[each] + MARKER_GAP, 0);
  return names.flatMap((name) => {
    const nodes = MARKER_NODES[name](x, person);
    x += MARKERS[name] + MARKER_GAP;
    return nodes;
  });
}

/**
 * A shape that is chosen. The texts on it stand beside it, hidden from screen readers: its name says
 * more than they do.
 */
const button = (isPressed: boolean, label: string, shape: Props): SVGElement =>
  svg("rect", {
    ...shape,
    role: "button",
    tabindex: -1,
    "aria-pressed": String(isPressed),
    "aria-label": label,
  });

function pillNode(pill: Pill, drawing: Drawing, x: number, y: number): SVGElement {
  const { person, gone, w } = pill;
  const state =
    person.rosters.length > 0 ? "present" : person.waiting.length > 0 ? "waiting" : "outside";
  return svg(
    "g",
    {
      class: classes(
        "pill",
        gone ? "gone" : state,
        drawing.changes.fresh.has(pill.mark) && "fresh",
        drawing.selected === pill.mark && "selected",
      ),
      "data-mark": pill.mark,
      "data-x": x,
      "data-y": y,
      transform: `translate(${x} ${y})`,
    },
    button(drawing.selected === pill.mark, pillLabel(pill, drawing, pill.mark), {
      class: "node body",
      width: w,
      height: PILL_H,
      rx: PILL_H / 2,
    }),
    svg("circle", { class: "dot", cx: 13, cy: PILL_H / 2, r: 4.5 }),
    person.rosters.length > 1 && svg("circle", { class: "ring", cx: 13, cy: PILL_H / 2, r: 7 }),
    svg(
      "text",
      { "aria-hidden": "true", class: "pill-text", x: 24, y: PILL_H / 2 + 4.5 },
      pill.text,
    ),
    gone && svg("line", { class: "strike", x1: 22, x2: w - 10, y1: PILL_H / 2, y2: PILL_H / 2 }),
    markers(pill),
  );
}

function faceNode(face: Face, { names, changes }: Drawing, x: number, y: number): SVGElement {
  const { organization, person } = face.identity;
  const who = `${names.person(organization, person)}, ${names.organization(organization)}`;
  const r = FACE / 2;
  return svg(
    "g",
    {
      class: classes("face", face.state, changes.fresh.has(face.mark) && "fresh"),
      "data-mark": face.mark,
      "data-person": mark.person(organization, person),
      "data-x": x,
      "data-y": y,
      transform: `translate(${x} ${y})`,
    },
    svg("title", {}, face.state === "waiting" ? `${who} (${t("legendWaiting")})` : who),
    svg("circle", { class: "disc", cx: r, cy: r, r: r - 1.5 }),
    svg(
      "text",
      { "aria-hidden": "true", class: "face-text", x: r, y: r + 4, "text-anchor": "middle" },
      face.text,
    ),
  );
}

function labelNode({ text, tone, x, y }: Label): SVGElement {
  return svg("text", { "aria-hidden": "true", class: `label ${tone}`, x, y }, text);
}

function meterNode({ share, x, y, w }: Meter): SVGElement {
  const fill = Math.max(share > 0 ? 6 : 0, w * share);
  return svg(
    "g",
    { class: classes("meter", share >= 1 && "full") },
    svg("rect", { class: "track", x, y, width: w, height: 6, rx: 3 }),
    svg("rect", { class: "level", x, y, width: fill, height: 6, rx: 3 }),
  );
}

function cardLabel(card: Placed, { changes }: Drawing): string {
  const kind = t(card.kind === "space" ? "spaceKind" : "organizationKind");
  const lines = card.parts.filter((part) => part.kind === "label" && part.tone === "line");
  const [line] = lines as readonly Label[];
  const parts = [`${kind} ${card.name}`, line?.text ?? ""];
  if (changes.fresh.has(card.mark)) parts.push(t("changedHere"));
  return parts.filter((part) => part !== "").join(", ");
}

function cardNode(card: Placed, drawing: Drawing): SVGElement[] {
  const { x, y, w, h, kind } = card;
  const isSelected = drawing.selected === card.mark;
  const frame = svg(
    "g",
    {
      class: classes(
        `card ${kind}`,
        drawing.changes.fresh.has(card.mark) && "fresh",
        isSelected && "selected",
      ),
      "data-mark": card.mark,
      "data-x": x,
      "data-y": y,
      transform: `translate(${x} ${y})`,
    },
    button(isSelected, cardLabel(card, drawing), {
      class: "node shape",
      width: w,
      height: h,
      rx: kind === "space" ? 18 : 12,
    }),
    svg("text", { "aria-hidden": "true", class: "name", x: 14, y: 23 }, card.title),
    card.parts.map((part) => {
      if (part.kind === "label") return labelNode(part);
      return part.kind === "meter" && meterNode(part);
    }),
  );
  const inner = card.parts.map((part) => {
    if (part.kind === "pill") return pillNode(part, drawing, x + part.x, y + part.y);
    return part.kind === "face" ? faceNode(part, drawing, x + part.x, y + part.y) : null;
  });
  return [frame, ...inner.filter((node) => node !== null)];
}

function linkNode(link: Link, { changes, names }: Drawing): SVGElement {
  const what = { host: "host", member: "member", pending: "pendingTo", gone: "goneHere" } as const;
  const said = t(what[link.kind], { name: names.space(link.space) });
  return svg(
    "g",
    {
      class: classes(
        `link ${link.kind}`,
        link.kind !== "gone" && changes.fresh.has(link.mark) && "fresh",
      ),
      "data-link": link.mark,
    },
    svg("title", {}, `${names.organization(link.organization)}: ${said}`),
    svg("path", { d: link.path }),
    link.ends.map(([cx, cy]) => svg("circle", { cx, cy, r: link.kind === "host" ? 4.5 : 3.5 })),
  );
}

/** The whole picture, lines below cards. */
export function draw(drawing: Drawing, label: string): SVGSVGElement {
  const { layout } = drawing;
  return svg(
    "svg",
    {
      class: "picture",
      width: layout.w,
      height: layout.h,
      viewBox: `0 0 ${layout.w} ${layout.h}`,
      role: "group",
      "aria-label": label,
    },
    layout.links.map((link) => linkNode(link, drawing)),
    layout.cards.map((card) => cardNode(card, drawing)),
  );
}
