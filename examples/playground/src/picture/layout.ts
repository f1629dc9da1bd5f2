/** Where the cards stand: Hosts above, Spaces in the middle, Members and everybody else below. */
import type { Names } from "../names.ts";
import type { Changes } from "../world/changes.ts";
import type { Organization, Picture, Space } from "../world/reading.ts";
import { type Card, organizationCard } from "./cards.ts";
import { type Link, routesOf } from "./routes.ts";
import { spaceCard } from "./space-card.ts";

export interface Placed extends Card {
  readonly x: number;
  readonly y: number;
  readonly row: number;
}

export interface Band {
  readonly cards: readonly Placed[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  /** Where lines may run down beside the cards, by left edge of the card. */
  readonly gap: number;
}

export interface Layout {
  readonly w: number;
  readonly h: number;
  readonly cards: readonly Placed[];
  readonly links: readonly Link[];
}

export type RoomOf = (space: string) => { readonly used: number; readonly limit: number } | null;

const GAP = 28;
const CHANNEL = 60;
const EDGE = 4;
/** Room on the left for lines that go past cards. */
const RAIL = 24;

interface Sizes {
  readonly min: number;
  readonly max: number;
}

function columnsFor(width: number, count: number, { min }: Sizes): number {
  return Math.max(1, Math.min(count, Math.floor((width + GAP) / (min + GAP))));
}

/** Cards in rows of equal tops; a single row is centered. */
function bandOf(
  make: readonly ((w: number) => Card)[],
  top: number,
  width: number,
  sizes: Sizes,
): Band {
  let columns = columnsFor(width - 2 * EDGE, make.length, sizes);
  const rows = Math.ceil(make.length / columns);
  if (rows > 1) columns = columnsFor(width - EDGE - RAIL, make.length, sizes);
  const left = rows > 1 || columns === 1 ? RAIL : EDGE;
  const room = width - left - EDGE;
  const w = Math.min(sizes.max, Math.floor((room - (columns - 1) * GAP) / columns));
  const used = columns * w + (columns - 1) * GAP;
  const start = left + Math.max(0, Math.floor((room - used) / 2));
  const cards: Placed[] = [];
  let y = top;
  for (let row = 0; row * columns < make.length; row += 1) {
    const made = make.slice(row * columns, (row + 1) * columns).map((each) => each(w));
    made.forEach((card, column) => {
      cards.push({ ...card, x: start + column * (w + GAP), y, row });
    });
    y += Math.max(...made.map(({ h }) => h)) + GAP;
  }
  return { cards, top, bottom: make.length === 0 ? top : y - GAP, rows, gap: GAP };
}

function isHost({ organization, record }: Organization, spaces: readonly Space[]): boolean {
  return record.hosted.length > 0 || spaces.some(({ record: { host } }) => host === organization);
}

const ORGANIZATION: Sizes = { min: 190, max: 330 };
const SPACE: Sizes = { min: 200, max: 460 };

/** The whole picture for a width in pixels. */
export function layoutOf(
  picture: Picture,
  changes: Changes,
  names: Names,
  roomOf: RoomOf,
  width: number,
): Layout {
  const { organizations, spaces } = picture;
  const live = organizations.filter(({ record }) => !record.ended);
  const card = (each: Organization) => (w: number) => organizationCard(each, changes, names, w);
  const hosts = live.filter((each) => isHost(each, spaces));
  const others = live.filter((each) => !hosts.includes(each));
  const upper = bandOf(hosts.map(card), EDGE, width, ORGANIZATION);
  const middle = bandOf(
    spaces.map((space) => (w: number) => spaceCard(space, changes, names, roomOf(space.space), w)),
    hosts.length === 0 ? EDGE : upper.bottom + CHANNEL,
    width,
    SPACE,
  );
  const below = spaces.length === 0 ? middle.top : middle.bottom + CHANNEL;
  const lower = bandOf(
    others.map(card),
    others.length === 0 ? middle.bottom : below,
    width,
    ORGANIZATION,
  );
  const h = Math.max(upper.bottom, middle.bottom, lower.bottom) + EDGE;
  return {
    w: width,
    h,
    cards: [...upper.cards, ...middle.cards, ...lower.cards],
    links: routesOf(spaces, changes, { upper, middle, lower }),
  };
}
