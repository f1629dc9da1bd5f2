/**
 * What the rules of sight let somebody know of the books of Trunks, worked out from facts: an answer that says more
 * than that is none of what they may see.
 */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { SightExceptions } from "../../spaces/model.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { LinkFacts } from "../reference/hierarchy-facts-model.ts";
import type { AnsweredQuestion } from "./areas.ts";

/** Somebody who looks, and whether they administer the Trunk whose book it is. */
interface Looking {
  readonly viewer: Identity;
  readonly administers: (trunk: OrganizationId) => boolean;
}

const linksIn = ({ hierarchies }: ReferenceFacts): readonly LinkFacts[] => hierarchies?.links ?? [];

const linkOf = (facts: ReferenceFacts, trunk: string, organization: string) =>
  linksIn(facts).find((each) => each.trunk === trunk && each.organization === organization);

const reachedIn = (facts: ReferenceFacts, trunk: string, organization: string) =>
  facts.hierarchies?.reached.find(({ above, below }) => above === trunk && below === organization);

const homeOf = ({ organizations }: ReferenceFacts, id: string) =>
  organizations.find(({ organization }) => organization === id);

/** Whether a department of the Trunk is one of some, or below one. */
function isUnder(
  facts: ReferenceFacts,
  trunk: OrganizationId,
  department: DepartmentId,
  some: readonly DepartmentId[],
): boolean {
  const tree = homeOf(facts, trunk)?.departments ?? [];
  for (let each: DepartmentId | null = department; each !== null; ) {
    if (some.includes(each)) return true;
    const above: DepartmentId = each;
    each = tree.find((one) => one.department === above)?.parent ?? null;
  }
  return false;
}

/** Whether exceptions of a Trunk's mean somebody: by organization, by department, or by mount. */
function excepts(
  facts: ReferenceFacts,
  trunk: OrganizationId,
  { organizations, departments }: SightExceptions,
  { organization, person }: Identity,
): boolean {
  if (organizations.includes(organization)) return true;
  const mount = linkOf(facts, trunk, organization)?.mount ?? null;
  const placed =
    organization === trunk
      ? (homeOf(facts, trunk)?.people.find((each) => each.person === person)?.departments ?? [])
      : mount === null
        ? []
        : [mount];
  return placed.some((each) => isUnder(facts, trunk, each, departments));
}

/** Whether somebody is in the book of a Trunk: of its own people, or on a Link that leads to it. */
function isInBook(
  facts: ReferenceFacts,
  trunk: OrganizationId,
  { organization, person }: Identity,
): boolean {
  if (organization === trunk) {
    return homeOf(facts, trunk)?.people.some((each) => each.person === person) === true;
  }
  return linksIn(facts).some(
    (link) =>
      link.organization === organization &&
      link.people.includes(person) &&
      (link.trunk === trunk ||
        (link.reach === "all-above" && reachedIn(facts, trunk, link.trunk) !== undefined)),
  );
}

/** SIGHT-03, SIGHT-04: whether somebody in the book of a Trunk sees somebody else, if they are in it. */
function seesIn(
  facts: ReferenceFacts,
  trunk: OrganizationId,
  viewer: Identity,
  target: Identity,
): boolean {
  const [from, to] = [viewer.organization, target.organization];
  if (from === to) return true;
  const line = reachedIn(facts, trunk, to)?.line ?? [];
  const isHidden = line.slice(1).some((lower, place) => {
    const upper = line[place] as OrganizationId;
    const link = linkOf(facts, upper, lower);
    return link?.hidden === true && !excepts(facts, upper, link.hiddenExcept, viewer);
  });
  if (isHidden) return false;
  if (from === trunk) return reachedIn(facts, trunk, to) !== undefined;
  const own = linkOf(facts, trunk, from);
  if (own === undefined) return false;
  if (own.ownOnly && !excepts(facts, trunk, own.ownOnlyExcept, target)) return false;
  return to === trunk || linkOf(facts, trunk, to) !== undefined;
}

type Named = {
  readonly trunk: OrganizationId;
  readonly looking: Identity;
  readonly target: Identity;
};

/** An answer as far as the rules let it be known; who sees somebody knows what is said of them. */
function within(
  facts: ReferenceFacts,
  { viewer, administers }: Looking,
  question: AnsweredQuestion,
  policy: Policy,
): AnsweredQuestion {
  const { type, about, answer } = question;
  const { trunk, looking, target } = about as Named;
  const only = (isKnown: (each: never) => boolean): AnsweredQuestion => {
    if ("refused" in answer) return question;
    const value = answer.value as { readonly items: readonly never[] };
    return { ...question, answer: { value: { ...value, items: value.items.filter(isKnown) } } };
  };
  switch (type) {
    case "hierarchy.contacts":
      return only(
        (each: Identity) => isInBook(facts, trunk, each) && seesIn(facts, trunk, viewer, each),
      );
    case "hierarchy.contact":
      return seesIn(facts, trunk, viewer, about as Identity)
        ? question
        : { ...question, answer: { refused: "NOT_VISIBLE" } };
    case "hierarchy.why":
      return administers(trunk) ||
        (isInBook(facts, trunk, target) && seesIn(facts, trunk, looking, target))
        ? question
        : { ...question, answer: { value: { sees: false } as never } };
    case "hierarchy.below":
      return only(
        (each: Identity) => reachedIn(facts, viewer.organization, each.organization) !== undefined,
      );
    case "share.readable": {
      const { organization } = about as Identity;
      const isRead =
        policy.sharedDataReach === "reached" ||
        linkOf(facts, viewer.organization, organization) !== undefined;
      return isRead || "refused" in answer
        ? question
        : { ...question, answer: { value: { codes: [] } as never } };
    }
    default:
      return question;
  }
}

/** Answers as far as the rules of sight let somebody know what is in them. */
export const withoutUnseen = (
  facts: ReferenceFacts,
  looking: Looking,
  answers: readonly AnsweredQuestion[],
  policy: Policy,
): AnsweredQuestion[] => answers.map((each) => within(facts, looking, each, policy));

/**
 * The organizations that somebody sees in the books that they are in, whether anybody of them is there or not; and
 * everybody in them where groups do not ask for visibility (TALK-01, GROUP-02).
 */
export function organizationsSeen(
  facts: ReferenceFacts,
  { viewer }: Looking,
  { groupInviteRequiresVisibility }: Policy,
): AnsweredQuestion[] {
  const reached = facts.hierarchies?.reached ?? [];
  const trunks = new Set(reached.map(({ above }) => above));
  const nobody = "" as Identity["person"];
  return [...trunks]
    .filter((trunk) => isInBook(facts, trunk, viewer))
    .map((trunk) => {
      const below = reached.filter(({ above }) => above === trunk).map((each) => each.below);
      const all = [trunk, ...below];
      const seen = all.filter((organization) =>
        seesIn(facts, trunk, viewer, { organization, person: nobody }),
      );
      const present = all
        .flatMap((organization) =>
          (homeOf(facts, organization)?.people ?? []).map(({ person }) => ({
            organization,
            person,
          })),
        )
        .filter((each) => isInBook(facts, trunk, each));
      const value = groupInviteRequiresVisibility ? { seen } : { seen, present };
      return {
        type: "hierarchy.contacts",
        about: { trunk, seen: true },
        answer: { value: value as never },
      };
    });
}

/** What a Trunk's admins have set of what it distributes: whoever sets it again learns what it was. */
export function distributedBy(
  { hierarchies }: ReferenceFacts,
  { viewer, administers }: Looking,
): AnsweredQuestion[] {
  const { organization: trunk } = viewer;
  if (hierarchies === undefined || !administers(trunk)) return [];
  const isOwn = (each: { readonly trunk: OrganizationId }) => each.trunk === trunk;
  const { distributed, permitted } = hierarchies;
  const value = { distributed: distributed.filter(isOwn), permitted: permitted.filter(isOwn) };
  return [{ type: "app.covered", about: { trunk }, answer: { value: value as never } }];
}
