/** What always holds of scopes, and who belongs by them: worked out the simplest way there is. */
import type { Buckets } from "../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { checkedEntries, type Everything, type Invariant, named } from "../core/invariants.ts";
import type { TreeEntry } from "../directory/model.ts";
import type { Container, ScopeRule } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { ruledDepartments, ruledPeople } from "./select/keys.ts";
import type { Part, RosterReads } from "./select/scope.ts";

type All = Everything<RosterReads>;
type Say = (what: string) => void;
const quietly: Say = () => undefined;

/** The rules of an organization's scope in a Space or on a Link, as plain lists. */
function rulesOf(all: All, of: Container, own: string, part: Part, say: Say = quietly) {
  const owner = isTrunk(of) ? of.trunk : of.space;
  const rulesIn = (where: Buckets, which: "departments" | "people") =>
    checkedEntries<readonly [string, ScopeRule]>(
      (bucket) => all.get(isTrunk(of) ? "link-ruled" : "ruled", owner, bucket),
      where,
      part[which],
      (what) => say(`rules of ${named(owner, own)}: ${what}`),
    );
  return {
    departments: rulesIn(ruledDepartments(of, own as OrganizationId), "departments"),
    people: rulesIn(ruledPeople(of, own as OrganizationId), "people"),
  };
}

/** RESIGN-01: scopes name no people who left, nor departments that never were (DIR-11). */
export const rules: Invariant<RosterReads>["check"] = (all, say) => {
  const scopes = [
    ...all.of("association").map(({ owner, own, record }) => {
      return { of: { space: owner as SpaceId }, owner, own, record };
    }),
    ...all.of("link").map(({ owner, own, record }) => {
      return { of: { trunk: owner as OrganizationId }, owner, own, record };
    }),
  ];
  for (const { of, owner, own, record } of scopes) {
    const { departments, people } = rulesOf(all, of, own, record, say);
    for (const [id, rule] of departments) {
      const department = all.get("department", own, id);
      if (department === null) say(`${named(owner, own)} has a rule on ${named(id)}, not known`);
      else if (rule === "out" && department.excluded !== true) {
        say(`${named(owner, own)} excludes ${named(id)}, which does not know it`);
      }
    }
    for (const [id] of people) {
      if (all.get("employment", own, id)?.inService !== true) {
        say(`${named(owner, own)} has a rule on ${named(id)}, who left`);
      }
    }
  }
};

/** Who belongs to an organization's part by ROSTER-04, read off the directory step by step. */
export function belongingTo(
  all: All,
  of: Container,
  own: string,
  part: Part,
): (person: string, departments: readonly string[]) => boolean {
  const rules = rulesOf(all, of, own, part);
  const ofPeople = new Map(rules.people);
  const ofDepartments = new Map(rules.departments);
  const parents = parentsIn(all, own);
  const barred = (under: readonly string[]): boolean =>
    under.some((each) => ofDepartments.get(each) === "out");
  return (person, departments) => {
    const rule = ofPeople.get(person);
    if (rule !== undefined) return rule === "in";
    const left = all.get("employment", own, person)?.under ?? [];
    if (departments.length === 0) return part.whole && !barred(left);
    return departments.some((start) => {
      for (let at: string | null = start; at !== null; at = parents.get(at) ?? null) {
        const nearest = ofDepartments.get(at);
        if (nearest !== undefined) return nearest === "in";
        const above = all.get("department", own, at)?.under ?? [];
        if (barred(above.filter(([, nearer]) => nearer === 0).map(([id]) => id))) return false;
      }
      return part.whole;
    });
  };
}

function parentsIn(all: All, organization: string): Map<string, string | null> {
  const pages = all.get("directory", organization)?.tree.pages ?? [];
  const entries = pages.flatMap(
    (page): readonly TreeEntry[] => all.get("tree", organization, String(page))?.entries ?? [],
  );
  return new Map(entries.map(({ department, parent }) => [department, parent]));
}
