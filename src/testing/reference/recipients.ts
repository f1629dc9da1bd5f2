/** Whom a notice reaches in the end: people, each once (ASK-03). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Recipient } from "../../core/notice.ts";
import type { ToldBy } from "../../queries/model.ts";
import { type Answers, inOrder } from "./answering.ts";
import { isAuthorized, type Matter } from "./authority.ts";
import { distributionOf } from "./distributing.ts";
import { concernsOrganization } from "./distribution-lists.ts";
import { foundBy } from "./former-ids.ts";
import { inOrderOfComing } from "./lineages.ts";
import { isLive } from "./lists.ts";
import { inService, isSuspended, serving } from "./people.ts";
import type { Employment, State } from "./state.ts";

/** Those of one organization, or of a group, who have a role; in the order in which they are meant. */
interface Circle {
  readonly organization?: OrganizationId;
  readonly people: readonly Employment[];
}

/** Those in service in an organization who are something, in the order of hires; nobody if it has ended. */
function those(
  state: State,
  organization: OrganizationId,
  isMeant: (one: Employment) => boolean,
): Circle {
  const people = isLive(state, organization) ? serving(state, organization) : [];
  return { organization, people: people.filter(isMeant) };
}

const adminsFor = (state: State, organization: OrganizationId, matter: Matter): Circle =>
  those(state, organization, ({ person }) => isAuthorized(state, organization, person, matter));

/** The organizations that a distribution in force covers. */
function coveredBy(
  state: State,
  named: Pick<Extract<Recipient, { readonly kind: "covered-hierarchy-admins" }>, "trunk" | "app">,
): readonly OrganizationId[] {
  const distribution = distributionOf(state, named);
  if (!distribution.distributed) return [];
  return inOrderOfComing(state, named.trunk).filter((each) =>
    concernsOrganization(state, distribution, each),
  );
}

type InGroup = Extract<Recipient, { readonly kind: "group-participants" }>;

function participantsOf(state: State, recipient: InGroup): readonly Employment[] {
  const group = state.groups
    .filter(({ id }) => id === recipient.group)
    .find(({ space, trunk }) =>
      "trunk" in recipient ? trunk === recipient.trunk : space === recipient.space,
    );
  return (group?.participants ?? []).flatMap(({ organization, person, number }) => {
    const employment = inService(state, organization, person);
    return employment?.number === number ? [employment] : [];
  });
}

/** Who is meant by a recipient as of now, whether or not they can be told; a Space that was dissolved still has its Host. */
function circlesOf(
  state: State,
  recipient: Exclude<Recipient, { readonly kind: "platform" }>,
): readonly Circle[] {
  switch (recipient.kind) {
    case "person":
      return [those(state, recipient.organization, ({ person }) => person === recipient.person)];
    case "main-admins":
      return [those(state, recipient.organization, ({ admin }) => admin?.role === "main")];
    case "authorized-admins":
      return [adminsFor(state, recipient.organization, "space")];
    case "hierarchy-admins":
      return [adminsFor(state, recipient.organization, "hierarchy")];
    case "space-admins": {
      const space = state.spaces.find(({ id }) => id === recipient.space);
      return [space === undefined ? { people: [] } : adminsFor(state, space.host, "space")];
    }
    case "group-participants":
      return [{ people: participantsOf(state, recipient) }];
    case "covered-hierarchy-admins":
      // Each organization covered has a role of its own; where none is covered there is none.
      return coveredBy(state, recipient).map((each) => adminsFor(state, each, "hierarchy"));
  }
}

/** Whether a role leaves somebody out: by an id that they have, or had if nobody else has it now (DIR-15). */
function isLeftOut(state: State, one: Employment, except: readonly PersonId[]): boolean {
  const { organization, person } = one;
  const former = foundBy(state)
    .filter((each) => each.kind === "person" && each.organization === organization)
    .filter(({ to }) => to === person)
    .map(({ from }) => from);
  return except.some((each) => each === person || former.includes(each));
}

/** Who is told, recipient by recipient: whoever was told before is not told again. */
function toldOf(state: State, recipients: readonly Recipient[]): readonly ToldBy[] {
  const told: ToldBy[] = [];
  const known = new Set<number>();
  for (const [to, recipient] of recipients.entries()) {
    if (recipient.kind === "platform") {
      if (!told.some(({ kind }) => kind === "platform")) told.push({ to, kind: "platform" });
      continue;
    }
    const except = "except" in recipient ? (recipient.except ?? []) : [];
    for (const { organization, people } of circlesOf(state, recipient)) {
      const able = people.filter((each) => !isSuspended(state, each));
      // Whoever is left out has the role all the same: there is somebody who can act (ADMIN-06).
      if (able.length === 0) {
        told.push({ to, kind: "nobody", ...(organization === undefined ? {} : { organization }) });
      }
      for (const each of able.filter((one) => !isLeftOut(state, one, except))) {
        if (known.has(each.natural)) continue;
        known.add(each.natural);
        told.push({ to, kind: "person", organization: each.organization, person: each.person });
      }
    }
  }
  return told;
}

/** What whoever delivers asks. */
export const recipientAnswers: Answers<"notice.recipients"> = {
  "notice.recipients": {
    codes: () => [],
    value: ({ state }, { notice }) => inOrder(toldOf(state, notice.to)),
  },
};
