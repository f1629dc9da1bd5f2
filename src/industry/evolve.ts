/** What the events of industry books change in their records. */
import { clearEntries, putEntry, removeEntry } from "../core/hashed.ts";
import type { PersonId } from "../core/ids.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryRecords } from "../directory/model.ts";
import type { Guardian, IndustryEvents, IndustryMemberRecord, IndustryRecords } from "./model.ts";
import { wardsOfGuardian } from "./select/keys.ts";

type Evolving = faces.Evolving<IndustryRecords & Pick<DirectoryRecords, "directory">>;
type Of<Kind> = Extract<IndustryEvents["industry.changed"], { readonly kind: Kind }>;
type Changed = Of<"member">;

/** One case for each event of industry books; a missing one does not compile. */
type IndustryEvolvers = {
  readonly [Type in keyof IndustryEvents]: (
    tx: Evolving,
    data: IndustryEvents[Type],
    at: number,
  ) => void;
};

/** Somebody is a guardian's ward from now on, as of a time in the book of the guardian's, or no longer. */
function ward(
  tx: Evolving,
  { organization, person }: Pick<Changed, "organization" | "person">,
  [guardian, number]: readonly [PersonId, number | null],
): void {
  const where = wardsOfGuardian(organization, guardian);
  const before = read(tx, "guardian", organization, guardian)?.wards ?? EMPTY_HASH;
  const wards =
    number === null
      ? removeEntry(tx, where, before, person)
      : putEntry(tx, where, before, [person, number]);
  if (wards.count > 0) {
    put(tx, "guardian", organization, guardian, { wards });
    return;
  }
  clearEntries(tx, where, wards);
  drop(tx, "guardian", organization, guardian);
}

/** Puts a ward under others than before. */
function guardBy(
  tx: Evolving,
  who: Pick<Changed, "organization" | "person">,
  before: readonly Guardian[],
  now: readonly Guardian[],
): void {
  const isIn = (all: readonly Guardian[], [id]: Guardian) => all.some(([each]) => each === id);
  for (const each of before) if (!isIn(now, each)) ward(tx, who, [each[0], null]);
  for (const [id, number] of now) {
    const is = before.some(([each, known]) => each === id && known === number);
    if (!is) ward(tx, who, [id, number]);
  }
}

const laterOf = (known: number | undefined, at: number): number => Math.max(known ?? at, at);

function changeMember(tx: Evolving, data: Changed, at: number): void {
  const { organization, person, number, given = null, nodes, guardians, revision } = data;
  const known = read(tx, "industry-member", organization, person);
  const comes = known?.number !== number;
  guardBy(tx, data, known?.guardians ?? [], guardians);
  const { ownLeft, ...words } = known?.times ?? {};
  const times: IndustryMemberRecord["times"] = {
    ...words,
    ...(comes || ownLeft === undefined ? {} : { ownLeft }),
    began: comes ? at : (known?.times.began ?? at),
    changed: laterOf(known?.times.changed, at),
  };
  const latest = revision ?? (comes ? undefined : known?.revision);
  put(tx, "industry-member", organization, person, {
    ...{ number, given, inBook: true, nodes, guardians, times },
    ...(latest === undefined ? {} : { revision: latest }),
  });
}

/** An employee leads nodes; of each it is noted which departures were before they were set to (RESIGN-07). */
function changeStaff(tx: Evolving, data: Of<"staff">): void {
  const { organization, person, number, nodes, revision } = data;
  const known = read(tx, "industry-staff", organization, person);
  const own = known?.number === number ? known : null;
  const latest = revision ?? own?.revision;
  put(tx, "industry-staff", organization, person, {
    ...{ number, nodes },
    ...(latest === undefined ? {} : { revision: latest }),
  });
  const { departures } = must(tx, "directory", organization);
  for (const node of nodes) {
    if (own?.nodes.includes(node) === true) continue;
    put(tx, "industry-node", organization, node, { departures: departures?.next ?? 0 });
  }
}

/** One case for each event of industry books. */
export const industryEvolvers: IndustryEvolvers = {
  "industry.changed": (tx, data, at) => {
    if (data.kind === "member") {
      changeMember(tx, data, at);
      return;
    }
    changeStaff(tx, data);
  },
  "industry.left": (tx, { organization, person, kind, because }, at) => {
    if (kind === "staff") {
      edit(tx, "industry-staff", organization, person).nodes = [];
      return;
    }
    const known = must(tx, "industry-member", organization, person);
    guardBy(tx, { organization, person }, known.guardians, []);
    const word = { left: laterOf(known.times.left, at), ownLeft: at };
    const times = because === undefined ? { ...known.times, ...word } : known.times;
    const gone = { inBook: false, nodes: [], guardians: [], times };
    put(tx, "industry-member", organization, person, { ...known, ...gone });
  },
  "industry.noted": (tx, { organization, person, word, at }) => {
    const known = must(tx, "industry-member", organization, person);
    const words = word === "left" ? (["left", "ownLeft"] as const) : (["changed"] as const);
    const later = words.map((each) => [each, laterOf(known.times[each], at)] as const);
    const times = { ...known.times, ...Object.fromEntries(later) };
    put(tx, "industry-member", organization, person, { ...known, times });
  },
};
