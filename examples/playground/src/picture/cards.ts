/** What stands in an organization's card, and where, for a given width. */
import type { Identity } from "interorg";
import { localName, t, valueName } from "../locale.ts";
import type { Names } from "../names.ts";
import { type Changes, mark } from "../world/changes.ts";
import type { Organization, Person } from "../world/reading.ts";
import { fitted, widthOf } from "./measure.ts";

export interface Pill {
  readonly kind: "pill";
  readonly mark: string;
  readonly person: Person;
  readonly gone: boolean;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

export interface Face {
  readonly kind: "face";
  readonly mark: string;
  readonly identity: Identity;
  readonly state: "present" | "waiting" | "gone";
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Label {
  readonly kind: "label";
  readonly text: string;
  readonly tone: "department" | "line" | "waiting";
  readonly x: number;
  readonly y: number;
}

export interface Meter {
  readonly kind: "meter";
  readonly share: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

export type Part = Pill | Face | Label | Meter;

export interface Card {
  readonly kind: "organization" | "space";
  readonly id: string;
  readonly mark: string;
  readonly title: string;
  /** The title before it was cut to fit. */
  readonly name: string;
  readonly parts: readonly Part[];
  readonly w: number;
  readonly h: number;
}

export const PILL_H = 28;
export const FACE = 28;
export const PAD = 14;
export const GAP = 6;
export const HEAD = 46;
export const LABEL_H = 20;
/** Pills of one card at most; a big organization is summed up. */
const PILLS_MAX = 36;

/** Places things in lines, left to right, top to bottom. */
export class Flow {
  y: number;
  #x: number;
  #left: number;
  readonly #right: number;
  readonly #lineHeight: number;

  constructor(left: number, right: number, y: number, lineHeight: number) {
    this.#left = left;
    this.#x = left;
    this.#right = right;
    this.y = y;
    this.#lineHeight = lineHeight;
  }

  place(w: number): { readonly x: number; readonly y: number } {
    if (this.#x > this.#left && this.#x + w > this.#right) {
      this.#x = this.#left;
      this.y += this.#lineHeight + GAP;
    }
    const at = { x: this.#x, y: this.y };
    this.#x += w + GAP;
    return at;
  }

  /** Where the next thing below may stand. */
  end(): number {
    return this.#x === this.#left ? this.y : this.y + this.#lineHeight + GAP;
  }
}

/** What stands behind a name, from the left: a star, a key, a count of tasks; with their widths. */
export const MARKERS = { admin: 12, license: 14, tasks: 16 } as const;
export const MARKER_GAP = 5;

export type Marker = keyof typeof MARKERS;

export function markersOf({ admin, licenses, tasks }: Person): Marker[] {
  const found: Marker[] = [];
  if (admin !== null) found.push("admin");
  if (licenses.some(({ state }) => state === "held")) found.push("license");
  if (tasks.length > 0) found.push("tasks");
  return found;
}

function pillOf(person: Person, gone: boolean, room: number): Omit<Pill, "x" | "y"> {
  const behind = markersOf(person).reduce((sum, each) => sum + MARKERS[each] + MARKER_GAP, 0);
  const extra = 24 + behind + 10;
  const text = fitted(localName(person.employment.fields.name), "pill", room - extra);
  const w = Math.ceil(extra + widthOf(text, "pill"));
  return {
    kind: "pill",
    mark: mark.person(person.organization, person.person),
    person,
    gone,
    text,
    w,
  };
}

/** Whom to show of many: those who changed, then admins and those in Spaces, in the order of hires. */
function chosen(people: readonly Person[], { fresh }: Changes): readonly Person[] {
  if (people.length <= PILLS_MAX) return people;
  const weight = (each: Person): number =>
    (fresh.has(mark.person(each.organization, each.person)) ? 4 : 0) +
    (each.admin === null ? 0 : 2) +
    (each.rosters.length + each.waiting.length > 0 ? 1 : 0);
  const best = [...people].sort((left, right) => weight(right) - weight(left)).slice(0, PILLS_MAX);
  return people.filter((each) => best.includes(each));
}

function lineOf({ record }: Organization): string {
  const parts = [valueName(record.edition), t(record.certified ? "certified" : "uncertified")];
  if (record.sso) parts.push(t("sso"));
  return parts.join(" · ");
}

/** An organization with its Trunks, departments and people. */
export function organizationCard(
  each: Organization,
  changes: Changes,
  names: Names,
  w: number,
): Card {
  const { organization, record, departments } = each;
  const trunks = (record.trunks ?? []).map(names.organization);
  const parts: Part[] = [
    { kind: "label", tone: "line", text: fitted(lineOf(each), "line", w - 2 * PAD), x: PAD, y: 39 },
  ];
  const left = changes.gonePeople.filter((person) => person.organization === organization);
  const people = chosen(each.people, changes);
  const homeOf = (person: Person): string | null =>
    departments.find(({ department }) =>
      person.employment.departments.includes(department as never),
    )?.department ?? null;
  let y = HEAD + 6;
  if (trunks.length > 0) {
    const text = fitted(t("belowTrunks", { trunks: trunks.join(", ") }), "line", w - 2 * PAD);
    parts.push({ kind: "label", tone: "line", text, x: PAD, y: y + 5 });
    y += LABEL_H - 6;
  }
  const put = (home: string | null, indent: number): void => {
    const flow = new Flow(PAD + indent, w - PAD, y, PILL_H);
    const room = w - 2 * PAD - indent;
    for (const [list, gone] of [
      [people, false],
      [left, true],
    ] as const) {
      for (const person of list.filter((one) => homeOf(one) === home)) {
        const pill = pillOf(person, gone, room);
        parts.push({ ...pill, ...flow.place(pill.w) });
      }
    }
    y = flow.end();
  };
  put(null, 0);
  for (const { department, name, depth } of departments) {
    const indent = Math.min(depth, 4) * 10;
    const text = fitted(localName(name), "line", w - 2 * PAD - indent);
    parts.push({ kind: "label", tone: "department", text, x: PAD + indent, y: y + 13 });
    y += LABEL_H;
    put(department, indent);
  }
  const hidden = each.people.length - people.length;
  if (hidden > 0) {
    parts.push({ kind: "label", tone: "line", text: t("moreN", { n: hidden }), x: PAD, y: y + 13 });
    y += LABEL_H;
  }
  const name = localName(record.name);
  return {
    kind: "organization",
    id: organization,
    mark: mark.organization(organization),
    name,
    title: fitted(name, "name", w - 2 * PAD),
    parts,
    w,
    h: Math.max(y + PAD - GAP, HEAD + PAD),
  };
}
