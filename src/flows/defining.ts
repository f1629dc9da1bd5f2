/** Approval rules: the Host defines how its app's flows are signed (APP-03). */
import { isOfferedTo } from "../apps/select/apps.ts";
import { firstThat } from "../core/guess.ts";
import type { AppId, DepartmentId, OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import { firstRefusal } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { actsFor, actsInHierarchy } from "../directory/select/authority.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { liaisonRoleKnown } from "../roster/select/offices.ts";
import { isPresent } from "../roster/select/presence.ts";
import { actorKnown, isMember } from "../spaces/select/spaces.ts";
import { reaches } from "../spaces/select/trunks.ts";
import type { Approver, FlowStep, FlowsCommands, Signing, TakingBack } from "./model.ts";
import { type CommandOf, type Deciding, identityOf, type Reading } from "./select/flows.ts";
import { definitionInForce } from "./select/naming.ts";
import { countsRejections } from "./select/votes.ts";
import { dropInert } from "./settings.ts";

/** Whether an organization built an app. */
function isBuiltBy(tx: Reading, app: AppId, organization: OrganizationId): boolean {
  const owner = read(tx, "app", app)?.owner;
  return owner?.kind === "organization" && owner.organization === organization;
}

/**
 * APP-03: approval rules are the affair of the admins of whoever built the app; nobody of an organization
 * to which it is published sets them. An app that one has no way to know of is answered like one that
 * does not exist, to admins once what they name is known.
 */
const rulesAreOwn = guard("APP-03", (tx: Reading, by: Actor, app: AppId) => {
  if (!("organization" in by)) return refuse("UNKNOWN_APP", { app });
  const { organization } = by;
  const admin = actsFor(tx, by, organization) || actsInHierarchy(tx, by, organization);
  if (isBuiltBy(tx, app, organization)) {
    return admin ? null : refuse("NOT_SPACE_ADMIN", { space: null });
  }
  if (isOfferedTo(tx, app, organization)) return refuse("APP_GOVERNANCE_HOST_ONLY", { app });
  return admin ? null : refuse("UNKNOWN_APP", { app });
});

/** PROTO-03: the app exists, as far as its admin may know. */
const appIsOwn = guard("PROTO-03", (tx: Reading, by: Actor, app: AppId) =>
  isBuiltBy(tx, app, identityOf(by).organization) ? null : refuse("UNKNOWN_APP", { app }),
);

type Kind<K extends Approver["kind"]> = Extract<Approver, { readonly kind: K }>;

function named<K extends Approver["kind"]>(steps: readonly FlowStep[], kind: K): Kind<K>[] {
  return steps.flatMap(({ approvers }) =>
    approvers.filter((approver): approver is Kind<K> => approver.kind === kind),
  );
}

/** PROTO-03, ROUTE-04: people named are the Host's, in service, on the Roster of a Space of its, or in its book. */
const peopleKnown = guard(
  ["PROTO-03", "ROUTE-04"],
  (tx: Reading, own: OrganizationId, people: readonly Identity[]) => {
    const { hosted } = organizationOf(tx, own);
    const known = ({ organization, person }: Identity): boolean =>
      organization === own
        ? read(tx, "employment", own, person)?.inService === true
        : hosted.some((space) => isPresent(tx, space, organization, person)) ||
          isPresentFor(tx, own, { organization, person });
    const unknown = firstThat(people, (identity) => !known(identity));
    if (unknown === undefined) return null;
    const { organization, person } = unknown;
    return refuse("UNKNOWN_PERSON", { organization, person });
  },
);

interface Department {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
}

/** PROTO-03, ROUTE-04: departments named exist, in the Host, in a Member of a Space of its, or below it. */
const departmentsKnown = guard(
  ["PROTO-03", "ROUTE-04"],
  (tx: Reading, own: OrganizationId, departments: readonly Department[]) => {
    const { hosted } = organizationOf(tx, own);
    const unknown = firstThat(departments, ({ organization, department }) => {
      const near =
        organization === own ||
        hosted.some((space) => isMember(tx, space, organization)) ||
        reaches(tx, own, organization);
      return !near || read(tx, "department", organization, department)?.removed !== false;
    });
    if (unknown === undefined) return null;
    const { organization, department } = unknown;
    return refuse("UNKNOWN_DEPARTMENT", { organization, department });
  },
);

/** An approver as a text that is equal for equal rules. */
function ruleText(approver: Approver): string {
  switch (approver.kind) {
    case "person":
      return JSON.stringify([approver.kind, approver.organization, approver.person]);
    case "initiator-heads":
      return JSON.stringify([approver.kind, approver.levelsUp ?? 0]);
    case "initiator-manager":
      return JSON.stringify([approver.kind]);
    case "department-heads":
      return JSON.stringify([approver.kind, approver.organization, approver.department]);
    case "role":
      return JSON.stringify([approver.kind, approver.role, approver.of]);
    case "liaison":
      return JSON.stringify([approver.kind, approver.role]);
  }
}

type Rules = Pick<FlowsCommands["flow.define"], "steps" | keyof Signing | keyof TakingBack>;

function sameRules(left: Rules, right: Rules): boolean {
  const text = ({ steps, selfApproval, repeatedApproval, ...rest }: Rules): string => {
    const each = steps.map(({ approvers, ...rest }) => [
      rest.mode,
      countsRejections(rest),
      approvers.map(ruleText),
    ]);
    const { withdrawUntil, withdrawDays = "policy", takeBack } = rest;
    return JSON.stringify([
      each,
      selfApproval,
      repeatedApproval,
      withdrawUntil,
      withdrawDays,
      takeBack,
    ]);
  };
  return text(left) === text(right);
}

/** APP-03: from now on instances start with these rules; those that run keep theirs. */
const define = effect("APP-03", (tx: Deciding, wish: FlowsCommands["flow.define"]): void => {
  const { app, flow, steps, ...signing } = wish;
  const version = (read(tx, "flow", app, flow)?.version ?? 0) + 1;
  emit(tx, "flow.defined", { app, flow, version, steps, ...signing });
});

/** Why the builder of an app cannot define these rules, if so. */
function defineRefusal(tx: Reading, { by, data }: CommandOf<"flow.define">) {
  const { app, steps } = data;
  const own = identityOf(by).organization;
  return (
    rulesAreOwn(tx, by, app) ??
    peopleKnown(tx, own, named(steps, "person")) ??
    departmentsKnown(tx, own, named(steps, "department-heads")) ??
    appIsOwn(tx, by, app) ??
    firstRefusal(named(steps, "liaison"), ({ role }) => liaisonRoleKnown(tx, own, role))
  );
}

/** The builder of an app defines a flow's approval rules. */
export function defineFlow(tx: Deciding, command: CommandOf<"flow.define">) {
  const { by, data } = command;
  const { app, flow } = data;
  const refusal = actorKnown(tx, by) ?? defineRefusal(tx, command);
  if (refusal !== null) return refusal;
  const known = definitionInForce(tx, app, flow);
  dropInert(tx, app, flow);
  const same = known !== null && known.dropped === undefined && sameRules(known, data);
  if (!same) define(tx, data);
  return null;
}
