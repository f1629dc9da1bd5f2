/** What always holds of settings of sight, and of whom a Space suspends. */
import { type Invariant, named, STRUCTURE, sameMembers, strays } from "../core/invariants.ts";
import { type SightKind, sightPages } from "./select/sight-lists.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Check = Invariant<SpacesReads>["check"];
type Entry = readonly [organization: string, order: number, ...rest: string[]];

const KINDS: readonly SightKind[] = ["shown", "excepted"];

/** The number of a page, and whose it is. */
function placeOf(own: string): readonly [page: number, organization: string] {
  const slash = own.indexOf("/");
  return [Number(own.slice(0, slash)), own.slice(slash + 1)];
}

/** VIS-06, VIS-08: no setting names an Association that was never formed, or anything twice. */
const settings: Check = (all, say) => {
  const check = (
    space: string,
    own: string,
    entries: readonly Entry[],
    kinds: readonly object[],
  ) => {
    const next = all.get("space", space)?.members.next ?? 0;
    for (const [organization, order] of entries) {
      if (order > next)
        say(`${named(space, own)} names ${named(organization)}, which never joined`);
    }
    const texts = [
      ...entries.map(([organization, , ...rest]) => [organization, ...rest].join(" ")),
      ...kinds.map((kind) => JSON.stringify(kind)),
    ];
    if (!sameMembers(texts, texts)) say(`${named(space, own)} names something twice`);
  };
  for (const { owner, own, record } of [...all.of("association"), ...all.of("retained")]) {
    const { visibility } = record;
    if (visibility.kind === "listed") check(owner, own, visibility.organizations, []);
    for (const kind of KINDS) {
      const pages = Array.from({ length: sightPages(kind, record) }, (_, page) =>
        all.get(kind, owner, `${page}/${own}`),
      );
      if (pages.includes(null)) say(`${named(owner, own)} has lost a page of what it names`);
      const entries = pages.flatMap((page) => [
        ...(page?.organizations ?? []),
        ...(page?.departments ?? []),
      ]);
      check(
        owner,
        own,
        entries,
        pages.flatMap((page) => page?.kinds ?? []),
      );
    }
  }
};

/** EXIT-09: nothing is kept of an organization that takes part, nor in a Folder that there never was. */
const retained: Check = (all, say) => {
  for (const { owner, own, record } of all.of("retained")) {
    const { folder } = record;
    if (all.get("association", owner, own) !== null) {
      say(`something is kept of ${named(owner, own)}, which takes part`);
    }
    if (folder !== null && all.get("folder", owner, folder) === null) {
      say(`what is kept of ${named(owner, own)} is in no known Folder`);
    }
  }
};

/** VIS-08, EXIT-08: the Host is not hidden, or suspended; a Space knows how many Members are. */
const marked =
  (mark: "hidden" | "suspended"): Check =>
  (all, say) => {
    const counts = new Map<string, number>();
    for (const { owner, own, record } of all.of("association")) {
      if (record[mark] !== true) continue;
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
      if (record.order === 0) say(`the Host of ${named(owner)} is ${mark}: ${named(own)}`);
    }
    for (const { owner, record } of all.of("space")) {
      if ((record[mark] ?? 0) !== (counts.get(owner) ?? 0)) {
        say(`${named(owner)} does not know how many Members are ${mark}`);
      }
    }
  };

/** No page is left behind. */
const reachable: Check = (all, say) => {
  for (const kind of KINDS) {
    const isInUse = ({ owner, own }: { readonly owner: string; readonly own: string }): boolean => {
      const [page, organization] = placeOf(own);
      const part =
        all.get("association", owner, organization) ?? all.get("retained", owner, organization);
      return part !== null && page < sightPages(kind, part);
    };
    strays<unknown>(all.of(kind), kind, isInUse, say);
  }
};

/** The invariants of sight. */
export const sightInvariants: readonly Invariant<SpacesReads>[] = [
  { rules: ["VIS-06", "VIS-03", "VIS-08"], check: settings },
  { rules: ["VIS-08"], check: marked("hidden") },
  { rules: ["EXIT-08"], check: marked("suspended") },
  { rules: ["EXIT-09"], check: retained },
  { rules: [STRUCTURE], check: reachable },
];
