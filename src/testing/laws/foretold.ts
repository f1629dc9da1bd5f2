/** What is asked before joining is what comes of it: for whoever applies, and for whoever approves. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { Event, Input } from "../../engine/types.ts";
import type { World, WorldOutcome } from "../../engine/world.ts";
import type { Viewer } from "../../queries/model.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import { told } from "./asking.ts";
import { choicesAt, type Step, type System, stepLaw } from "./law.ts";
import { isSuspendedIn } from "./suspending.ts";

type Admin = OrganizationFacts["admins"][number];

/** An application that is pending, with the Space or Trunk that it is to, and whose admins decide about it. */
function pendingIn({ applications, hierarchies, spaces }: ReferenceFacts) {
  const toSpaces = applications.flatMap(({ status, space, organization, application }) => {
    const home = spaces.find((each) => each.space === space && !each.dissolved)?.host;
    const of = { space };
    return status === "pending" && home !== undefined
      ? [{ of, home, organization, application }]
      : [];
  });
  const toTrunks = (hierarchies?.applications ?? []).flatMap((each) => {
    const { status, trunk, organization, application } = each;
    return status === "pending" ? [{ of: { trunk }, home: trunk, organization, application }] : [];
  });
  return [...toSpaces, ...toTrunks];
}

/** An admin of an organization with some permission, in service and not suspended. */
function adminOf(
  world: World,
  { organizations }: ReferenceFacts,
  organization: OrganizationId,
  may: (admin: Admin) => boolean,
): Viewer | undefined {
  const home = organizations.find((each) => each.organization === organization && !each.ended);
  const able = ({ person }: { readonly person: PersonId }) =>
    !isSuspendedIn(world, { organization, person });
  const admin = home?.admins.find((each) => may(each) && able(each));
  return admin === undefined ? undefined : { organization, person: admin.person };
}

const mayInSpaces = ({ role, spacePermission }: Admin): boolean =>
  role === "main" || spacePermission;
const mayInHierarchy = ({ role, hierarchyPermission }: Admin): boolean =>
  role === "main" || hierarchyPermission === true;

/** An input at the time of a step. */
const commandOf = ({ input: { at, id } }: Step, by: Viewer, type: string, data: object): Input =>
  ({ id: `${id}-${type}`, at, by, type, data }) as unknown as Input;

const refusalOf = (outcome: WorldOutcome) => (outcome.kind === "refused" ? outcome.refusal : null);

/** How many of an organization's identities came in because of its scope. */
const entered = (events: readonly Event[], organization: OrganizationId): number =>
  events.filter(
    ({ type, data }) =>
      type === "roster.entered" && data.organization === organization && data.because === "scope",
  ).length;

/** JOIN-18: ask, then approve: the refusal is that one, and as many come in as were foretold. */
function checkApproval(step: Step, policy: Policy, system: System): void {
  const { after, input } = step;
  const facts = factsOf(after, policy);
  const chosen = choicesAt(step, 17).pick(pendingIn(facts));
  if (chosen === undefined) return;
  const { of, home, organization, application } = chosen;
  const by = adminOf(after, facts, home, "trunk" in of ? mayInHierarchy : mayInSpaces);
  if (by === undefined) return;
  const asked = told(
    after,
    "admin.application",
    { ...of, viewer: by, application, at: input.at },
    policy,
  );
  const data = "trunk" in of ? { ...of, items: [{ application }] } : { ...of, application };
  const { outcome } = system.apply(after, commandOf(step, by, "application.approve", data), policy);
  const refusal = refusalOf(outcome);
  if (asked.code !== null) {
    expectSame(asked.code, refusal?.code, `what is told of ${application}, and its approval`);
    return;
  }
  const { value } = asked;
  expectSame(value.refusal, refusal, `the refusal foretold of ${application}, and its approval`);
  expectTrue(value.fit <= value.identities, `more would fit of ${application} than would come`);
  expectTrue(value.persons <= value.identities, `more people of ${application} than identities`);
  if (outcome.kind === "refused") {
    const isFull = refusal?.code === "PERSON_CAP_EXCEEDED";
    expectTrue(!isFull || value.fit < value.identities, `${application} fits and is refused`);
    return;
  }
  expectSame(value.fit, value.identities, `how many of ${application} fit`);
  const came = entered(outcome.events, organization);
  expectSame(came, value.identities, `how many come in by ${application}`);
}

/** ASK-02: look, then apply with an empty scope: the refusal is that one. */
function checkApplying(step: Step, policy: Policy, system: System): void {
  const { after, input } = step;
  const facts = factsOf(after, policy);
  const random = choicesAt(step, 18);
  const ways = [...facts.invitations, ...(facts.hierarchies?.invitations ?? [])];
  const way = random.pick(ways);
  const home = random.pick(facts.organizations.filter(({ ended }) => !ended));
  if (way === undefined || home === undefined) return;
  const may = "trunk" in way ? mayInHierarchy : mayInSpaces;
  const by = adminOf(after, facts, home.organization, may);
  if (by === undefined) return;
  const { invitation } = way;
  const asked = told(after, "invitation.look", { viewer: by, invitation, at: input.at }, policy);
  const data = { invitation, application: `${input.id}-looked` };
  const { outcome } = system.apply(after, commandOf(step, by, "application.submit", data), policy);
  const refusal = refusalOf(outcome);
  if (asked.code !== null) {
    // Under the strict policy a main admin's business comes before what is wrong with the invitation.
    const isStrict = refusal?.code === "MAIN_ADMIN_REQUIRED";
    if (!isStrict) expectSame(asked.code, refusal?.code, `looking at ${invitation}, and applying`);
    return;
  }
  expectSame(asked.value.refusal, refusal, `the refusal foretold of ${invitation}, and applying`);
}

function checkForetold(step: Step, policy: Policy, system: System): void {
  if (step.before === step.after) return;
  checkApproval(step, policy, system);
  checkApplying(step, policy, system);
}

/** JOIN-18, ASK-02: what the two questions before joining say is what comes of it. */
export const joiningIsForetold = stepLaw("ask + approve", checkForetold);
