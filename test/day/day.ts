/**
 * A day of a large directory: its first list, hires, moves and departures, a list that lacks two of its
 * branches, held and confirmed by mistake, and the next correct list, which undoes that.
 */
import type { Store } from "../../src/host/index.ts";
import {
  defaultPolicy,
  type Event,
  type Input,
  type PersonId,
  reconciliationPage,
} from "../../src/index.ts";
import { command, fact } from "../../src/testing/index.ts";
import { type Meter, meterOver } from "./meter.ts";

/** How large the directory is, and how many of each word there are. */
export interface Size {
  readonly people: number;
  readonly departments: number;
  /** Hires, moves and departures, each. */
  readonly words: number;
}

/** What a day came to. */
export interface Day extends Pick<Meter, "rows" | "faults" | "largest"> {
  readonly held: boolean;
  readonly steps: number;
  readonly left: number;
  readonly back: number;
}

const HOUR = 3_600_000;
const FAN = 10;
/** Lines of one part. */
const LINES = 2_000;
/** People of one page: some room below what a part takes. */
const PAGE = 1_600;
/** Branches that the wrong list lacks: a sixth of a tree of 20 000. */
const LACKED: ReadonlySet<number> = new Set([2, 3, 4]);
/** A department of the second level in one of them: about a hundredth of them, selected in a Space. */
const SELECTED = 2 * FAN + 1;

const named = (prefix: string, place: number): string =>
  `${prefix}-${String(place).padStart(22, "0")}`;
const parentOf = (place: number): number => Math.floor((place - 1) / FAN);

/** Which branch below the root a department is in; 0 for the root itself. */
function branchOf(department: number): number {
  let place = department;
  while (place > FAN) place = parentOf(place);
  return place;
}

interface Line {
  readonly person: string;
  departments: number[];
}

/** What the source has. */
class Source {
  readonly people = new Map<string, Line>();
  readonly departments: readonly number[];

  constructor({ people, departments }: Size) {
    this.departments = Array.from({ length: departments }, (_, place) => place);
    for (let place = 0; place < people; place += 1) {
      this.hire(named("p", place), place % departments);
    }
  }

  hire(person: string, department: number): void {
    this.people.set(person, { person, departments: [department] });
  }
}

const fieldsOf = (person: string) => ({ name: `Somebody ${person.slice(-6)}`, title: "Engineer" });

/** The people's lines that belong on one page. */
function linesOf(lines: readonly Line[], page: number, pages: number) {
  return lines
    .filter(({ person }) => reconciliationPage(person as PersonId, pages) === page)
    .map(({ person, departments }) => ({
      person,
      departments: departments.map((each) => named("d", each)),
      fields: fieldsOf(person),
    }));
}

const remainingOf = (events: readonly Event[]): number =>
  events.flatMap(({ type, data }) => (type === "list.step" ? [data.remaining] : [])).at(-1) ?? 0;

const count = (events: readonly Event[], type: Event["type"]): number =>
  events.filter((event) => event.type === type).length;

/** Runs the day over a store. */
export async function runDay(store: Store, size: Size): Promise<Day> {
  const meter = meterOver(store, defaultPolicy);
  await meter.host.adoptPolicy();
  const organization = "acme";
  const source = new Source(size);
  const step = defaultPolicy.reconciliationStep;
  /** Buckets of people at most. */
  const buckets = 16 + (size.people + size.words) / 10;
  let inputs = 0;
  let at = 20_000 * 24 * HOUR;
  const stamp = (draft: object): Input => {
    inputs += 1;
    at += 1;
    return { ...draft, id: named("i", inputs), at } as unknown as Input;
  };
  const word = (moved: number): number => 12 + 6 + 5 * moved;
  const told = (kind: string, draft: object, most = word) => meter.send(kind, stamp(draft), most);

  /** D17: a step looks at so many people at most, and costs what its departures or returns cost. */
  const stepped = (moved: number): number => 24 + 6 + 4 * (LINES + step) + 6 * moved + buckets / 32;

  /** Sends a list, all its parts in their order; says what came of the last one. */
  let back = 0;
  async function list(kind: string, id: string, departments: readonly number[], people: Line[]) {
    let pages = 1;
    while (people.length / pages > PAGE) pages *= 2;
    const parts = Math.ceil(departments.length / LINES);
    const of = { departments: parts, people: pages };
    const send = (name: string, part: object, most: (moved: number) => number) =>
      told(
        `${kind}: ${name}`,
        fact("directory.reconciled", { organization, list: id, of, part } as never),
        most,
      );
    for (let page = 0; page < parts; page += 1) {
      const lines = departments.slice(page * LINES, (page + 1) * LINES).map((place) => ({
        department: named("d", place),
        parent: place === 0 ? null : named("d", parentOf(place)),
        name: `Unit ${place}`,
      }));
      const part = { kind: "departments", page, pages: parts, departments: lines };
      const tree = Math.ceil(size.departments / 64) + 1;
      await send(
        "departments",
        part,
        () => 24 + 6 + 2 * lines.length + 2 * tree + size.departments,
      );
    }
    let last: readonly Event[] = [];
    for (let page = 0; page < pages; page += 1) {
      const lines = linesOf(people, page, pages);
      const part = { kind: "people", page, pages, people: lines };
      const onPage = (source.people.size / pages) * 1.3 + 24;
      const most = (moved: number): number =>
        stepped(moved) + 4 * lines.length + onPage + buckets / pages;
      last = await send(page === pages - 1 ? "last page" : "people", part, most);
      back += count(last, "person.reinstated");
    }
    return last;
  }

  /** Continues a list until nothing remains; counts the steps. */
  async function finish(kind: string, id: string, first: readonly Event[]) {
    const events = [...first];
    let steps = 0;
    for (let left = remainingOf(first); left > 0; steps += 1) {
      const draft = fact("directory.continued", { organization, list: id });
      const said = await told(`${kind}: step`, draft, stepped);
      events.push(...said);
      back += count(said, "person.reinstated");
      left = remainingOf(said);
    }
    return { steps, events };
  }

  const registered = { organization, name: "A", certified: true, edition: "exclusive", sso: false };
  await told("set up", fact("organization.registered", registered as never));
  const all = (): Line[] => [...source.people.values()];
  await finish("first list", "first", await list("first list", "first", source.departments, all()));
  const admin = named("p", 0);
  await told("set up", fact("admin.changed", { organization, person: admin, role: "main" }));
  const by = [organization, admin] as const;
  const scope = { departments: [named("d", SELECTED)] };
  const branch = size.people / FAN + size.departments / FAN + buckets;
  await told("set up", command("space.create", by, { space: "s", name: "S", scope }), (moved) =>
    Math.max(word(moved), 24 + 4 * branch + 5 * moved),
  );

  for (let i = 0; i < size.words; i += 1) {
    const person = named("n", i);
    const department = (i * 37) % size.departments;
    source.hire(person, department);
    const departments = [named("d", department)];
    const hired = { organization, person, departments, fields: fieldsOf(person) };
    await told("hire", fact("person.hired", hired));
    const moved = all()[(i * 53 + 7) % size.people] as Line;
    moved.departments = [(i * 71) % size.departments];
    const to = { departments: moved.departments.map((each) => named("d", each)) };
    await told("move", fact("person.relocated", { organization, person: moved.person, ...to }));
    const leaver = named("p", 1 + ((i * 97) % (size.people - 1)));
    if (!source.people.delete(leaver)) continue;
    await told("departure", fact("person.resigned", { organization, person: leaver }));
  }

  const lacks = ({ departments }: Line): boolean =>
    departments.some((each) => LACKED.has(branchOf(each)));
  const wrong = await list(
    "wrong list",
    "wrong",
    source.departments.filter((place) => !LACKED.has(branchOf(place))),
    all().filter((line) => line.person === admin || !lacks(line)),
  );
  const held = wrong.some(({ type }) => type === "reconciliation.held");
  const confirm = command("reconciliation.confirm", by, { organization, list: "wrong" });
  const confirmed = held ? await told("wrong list: confirmed", confirm, stepped) : wrong;
  const gone = await finish("wrong list", "wrong", confirmed);

  const right = await list("next list", "next", source.departments, all());
  const undone = await finish("next list", "next", right);
  const lost = await compare(store, source);
  const { rows, faults, largest } = meter;
  return {
    ...{ rows, largest, held, steps: gone.steps + undone.steps },
    faults: [...faults, ...lost],
    left: count(gone.events, "person.resigned"),
    back,
  };
}

/** Whether the store holds the people and departments that the source has, and nobody else. */
async function compare(store: Store, source: Source): Promise<string[]> {
  const people = new Set<string>();
  const departments = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.records(
      after === undefined ? { limit: 5_000 } : { after, limit: 5_000 },
    );
    for (const { key, record } of page.items) {
      const [kind] = key;
      const { ids = [], entries = [] } = (record ?? {}) as {
        readonly ids?: readonly string[];
        readonly entries?: readonly { readonly department: string; readonly dormant?: number }[];
      };
      if (kind === "people") for (const id of ids) people.add(id);
      if (kind !== "tree") continue;
      for (const each of entries) if (each.dormant === undefined) departments.add(each.department);
    }
    if (page.items.length === 0) break;
    after = page.next;
  }
  const faults: string[] = [];
  const wanted = new Set(source.departments.map((place) => named("d", place)));
  const differ = (
    left: ReadonlySet<string>,
    right: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  ) => [...left].filter((each) => !right.has(each)).length;
  const figures = [
    ["people lost", [...source.people.keys()].filter((each) => !people.has(each)).length],
    ["people too many", differ(people, source.people)],
    ["departments lost", differ(wanted, departments)],
    ["departments too many", differ(departments, wanted)],
  ] as const;
  for (const [what, figure] of figures) if (figure > 0) faults.push(`${figure} ${what}`);
  return faults;
}
