/** Lines between organizations and Spaces: they run between the rows of cards, never across one. */
import { type Changes, mark } from "../world/changes.ts";
import type { Space } from "../world/reading.ts";
import type { Band, Placed } from "./layout.ts";

export interface Link {
  readonly mark: string;
  readonly space: string;
  readonly organization: string;
  readonly kind: "host" | "member" | "pending" | "gone";
  readonly path: string;
  readonly ends: readonly (readonly [x: number, y: number])[];
}

interface Bands {
  readonly upper: Band;
  readonly middle: Band;
  readonly lower: Band;
}

type Point = readonly [x: number, y: number];

const RADIUS = 9;

/** A polyline with round corners. */
export function rounded(points: readonly Point[]): string {
  const kept = points.filter(
    ([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1],
  );
  const [start] = kept;
  if (start === undefined) return "";
  let path = `M${start[0]} ${start[1]}`;
  kept.slice(1).forEach(([x, y], i) => {
    const [px, py] = kept[i] as Point;
    const next = kept[i + 2];
    if (next === undefined) {
      path += ` L${x} ${y}`;
      return;
    }
    const before = Math.hypot(x - px, y - py);
    const after = Math.hypot(next[0] - x, next[1] - y);
    const r = Math.min(RADIUS, before / 2, after / 2);
    const back = (to: Point, length: number): string =>
      `${x + ((to[0] - x) * r) / length} ${y + ((to[1] - y) * r) / length}`;
    path += ` L${back([px, py], before)} Q${x} ${y} ${back(next, after)}`;
  });
  return path;
}

/** How far a line keeps from the middle: at the card's edge, and in the gutter beside it. */
interface Lanes {
  readonly foot: number;
  readonly side: number;
}

/** From a card to the channel between two bands, as points that end at the channel's height. */
function leaving(
  card: Placed,
  band: Band,
  upwards: boolean,
  channel: number,
  { foot, side }: Lanes,
): Point[] {
  const facing = upwards ? card.row === 0 : card.row === band.rows - 1;
  if (facing) {
    const x = card.x + card.w / 2 + foot;
    return [
      [x, upwards ? card.y : card.y + card.h],
      [x, channel],
    ];
  }
  const gutter = card.x - band.gap / 2 + side;
  const y = card.y + 24 + foot / 2;
  return [
    [card.x, y],
    [gutter, y],
    [gutter, channel],
  ];
}

function route(
  from: readonly [Placed, Band],
  to: readonly [Placed, Band],
  channel: number,
  downwards: boolean,
  lanes: readonly [Lanes, Lanes],
): Pick<Link, "path" | "ends"> {
  const start = leaving(from[0], from[1], !downwards, channel, lanes[0]);
  const end = leaving(to[0], to[1], downwards, channel, lanes[1]);
  const points = [...start, ...end.reverse()];
  return { path: rounded(points), ends: [points[0] as Point, points.at(-1) as Point] };
}

/** Lanes symmetric about the middle. */
const laneOf = (index: number, count: number, apart: number): number =>
  count <= 1 ? 0 : (index - (count - 1) / 2) * apart;

interface Wanted {
  readonly organization: string;
  readonly kind: Link["kind"];
}

function wantedOf({ space, members, applications }: Space, { goneLinks }: Changes): Wanted[] {
  return [
    ...members.map(
      ({ organization, host }): Wanted => ({ organization, kind: host ? "host" : "member" }),
    ),
    ...applications.map(({ organization }): Wanted => ({ organization, kind: "pending" })),
    ...goneLinks
      .filter((each) => each.space === space)
      .map(({ organization }): Wanted => ({ organization, kind: "gone" })),
  ];
}

/** All lines of a picture. */
export function routesOf(
  spaces: readonly Space[],
  changes: Changes,
  { upper, middle, lower }: Bands,
): Link[] {
  const find = (band: Band, id: string): Placed | undefined =>
    band.cards.find((card) => card.id === id);
  const all = spaces.flatMap((space) =>
    wantedOf(space, changes).map((wanted) => ({ space: space.space, ...wanted })),
  );
  const places = (organization: string): string[] =>
    all.filter((each) => each.organization === organization).map(({ space }) => space);
  return all.flatMap(({ space, organization, kind }): Link[] => {
    const card = find(middle, space);
    const above = find(upper, organization);
    const other = above ?? find(lower, organization);
    if (card === undefined || other === undefined) return [];
    const band = above === undefined ? lower : upper;
    const index = spaces.findIndex((each) => each.space === space);
    const lane = laneOf(index, spaces.length, Math.min(7, 40 / spaces.length));
    const side = laneOf(index, spaces.length, Math.min(6, 20 / spaces.length));
    // In rows of several cards, lines of different Spaces keep apart where they meet a card.
    const straight =
      upper.rows > 1 || middle.rows > 1
        ? laneOf(index, spaces.length, Math.min(12, 90 / spaces.length))
        : 0;
    const own = places(organization);
    const foot = laneOf(own.indexOf(space), own.length, Math.min(14, 120 / own.length));
    const channel =
      (above === undefined ? (middle.bottom + lower.top) / 2 : (upper.bottom + middle.top) / 2) +
      lane;
    const routed = route([card, middle], [other, band], channel, above === undefined, [
      { foot: straight, side },
      { foot: above === undefined ? foot : straight, side },
    ]);
    return [{ mark: mark.link(space, organization), space, organization, kind, ...routed }];
  });
}
