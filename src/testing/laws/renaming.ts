/** Ids are names and nothing more: other names give the same answer in other names. */

import { hash } from "../../core/hash.ts";
import type { Input } from "../../engine/types.ts";
import { emptyWorld, type World } from "../../engine/world.ts";
import { asSet, expectSame } from "../compare.ts";
import type { Law, Step } from "./law.ts";

/** Fields that hold texts and choices, never ids. */
const texts: ReadonlySet<string> = new Set([
  "v",
  "type",
  "kind",
  "name",
  "fields",
  "reason",
  "level",
  "types",
  "form",
  "edition",
  "because",
  "how",
  "problem",
  "status",
  "required",
  "allowed",
  "responsible",
  "rule",
  "code",
  "origin",
  "mode",
  "place",
  "of",
  "rows",
  "labels",
  "feature",
  "reach",
  "alias",
  "bound",
  "as",
  "keptBy",
  "word",
  "selfApproval",
  "repeatedApproval",
  "withdrawUntil",
  "then",
  "rejection",
  "reached",
]);
/** Fields whose lists hold texts. */
const lists: ReadonlySet<string> = new Set(["types", "labels"]);
/** Words that stand where ids stand, too. */
const words: ReadonlySet<string> = new Set([
  // What fills of a Space.
  "persons",
  "members",
  "in",
  "out",
  "department",
  "person",
  "organization",
  "main",
  "sub",
  "place",
  "selection",
  "exclusion",
  "list",
  "group",
  "license",
  "office",
  "task",
  "space",
  "association",
  "link",
  "link-selection",
  "link-exclusion",
  "link-list",
  "counterpart",
  "stand-in",
  "dissolved",
  "cancelled",
  "instance",
  "initiator",
  "ended",
  "parked",
  "pool",
  "waiting",
  "changed",
]);

/** A value with every id in it renamed. */
function renamed(value: unknown, rename: (id: string) => string, name = ""): unknown {
  if (typeof value === "string") {
    if (texts.has(name)) return value;
    // What is named by several ids, as an office is, has a blank between them.
    const ids = value.split(" ").map((id) => (words.has(id) ? id : rename(id)));
    return ids.join(" ");
  }
  if (Array.isArray(value)) {
    return lists.has(name) ? value : value.map((each) => renamed(each, rename));
  }
  if (value === null || typeof value !== "object" || name === "fields") return value;
  // Where a problem is, is said by names of fields; where an organization stands, by organizations.
  const isField = (key: string): boolean => key === "path" && "problem" in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      isField(key) ? field : renamed(field, rename, key),
    ]),
  );
}

/** A bijection that keeps neither order nor spelling. */
function another(salt: number): (id: string) => string {
  const names = new Map<string, string>();
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const fresh = `${hash(`${salt}${id}`).toString(36)}-${names.size}`;
    names.set(id, fresh);
    return fresh;
  };
}

/** Lists cut into several pages are cut by the spelling of ids. */
function isCut(input: Input): boolean {
  return (
    input.type === "directory.reconciled" &&
    input.data.part.kind === "people" &&
    input.data.part.pages > 1
  );
}

/** Outcomes in which the order of what happened at once does not count. */
function comparable(outcome: Step["outcome"]): unknown {
  if (outcome.kind === "refused") return outcome;
  const { events, notices } = outcome;
  return {
    kind: outcome.kind,
    events: events.map(({ data, ...rest }) => ({ ...rest, data: unordered(data) })),
    notices,
  };
}

function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return asSet(value);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, unordered(field)] as const),
  );
}

/** Renaming all ids only renames the outcome, event by event. */
export const renamingOnlyRenames: Law = {
  name: "renaming",
  begin: (policy, system) => {
    const rename = another(policy.personCap);
    let plain: World = emptyWorld;
    let other: World = emptyWorld;
    return ({ input }) => {
      if (isCut(input)) return;
      const one = system.apply(plain, input, policy);
      const two = system.apply(other, renamed(input, rename) as Input, policy);
      plain = one.world;
      other = two.world;
      const expected = comparable(renamed(one.outcome, rename) as Step["outcome"]);
      expectSame(comparable(two.outcome), expected, "the outcome in other names");
    };
  },
};
