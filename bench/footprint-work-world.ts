/** The World at full caps, at work: licenses, an app, groups, instances; and one person bound to much. */
import {
  apply,
  ask,
  type Identity,
  type Input,
  type InstanceId,
  type OrganizationId,
  type PersonId,
  type World,
} from "../src/index.ts";
import { person } from "./footprint-case.ts";
import { commandOf, type Full, factOf, newId } from "./footprint-world.ts";
import type { PlainOrganization } from "./population.ts";

/** How much somebody busy is bound to: groups, and open tasks. */
export const BUSY = 20;

/** The World at work, and who is who in it. */
export interface Work extends Full {
  /** On the Roster of the first Space: of the Host, and of Members. */
  readonly contacts: readonly Identity[];
  readonly guests: readonly Identity[];
  /** Of the Host: in many groups, with many tasks. */
  readonly busy: Identity;
}

/** The identities on the Roster of the first Space. */
function rosterOf({ world, policy, host, scale, spaces }: Full): Identity[] {
  const viewer = { organization: host.id, person: person(host, scale.departments - 2).person };
  const found: Identity[] = [];
  let after: string | null = "";
  while (after !== null) {
    const from: { after?: string } = after === "" ? {} : { after };
    const reply = ask(
      world,
      {
        type: "space.contacts",
        data: { viewer, space: spaces[0] as never, limit: 500, ...from },
      },
      policy,
    );
    if (reply.kind !== "answer") throw new Error("no contacts");
    found.push(
      ...reply.value.items.map(({ organization, person: each }) => ({
        organization,
        person: each,
      })),
    );
    after = reply.value.next;
  }
  return found;
}

/** A command of somebody in particular. */
export const byOf = ({ organization, person: each }: Identity, type: string, data: object): Input =>
  commandOf(
    { id: organization, people: [{ person: each }] } as unknown as PlainOrganization,
    type,
    data,
  );

const app = newId<never>("b", 0);
const flow = newId<never>("l", 0);

/** Makes it. */
export function workingWorld(full: Full): Work {
  const { host, spaces, scale } = full;
  const [space] = spaces;
  const present = rosterOf(full);
  const contacts = present.filter(({ organization }) => organization === host.id);
  const guests = present.filter(({ organization }) => organization !== host.id);
  const busy = contacts[1] as Identity;
  const work: Work = { ...full, contacts, guests, busy };
  const organization: OrganizationId = host.id;
  const unit = { kind: "space", space };
  const own = { kind: "host", organization };
  const admin = { organization, person: person(host, 0).person };
  const role = newId<never>("r", 0);
  const granted = Math.min(guests.length, Math.floor(scale.cap / 3));
  const command = (type: string, data: object): Input => commandOf(host, type, data);
  const inputs: Input[] = [
    factOf(null, "license.purchased", { organization, purchased: granted + 400 }),
    command("license.link", { unit }),
    command("license.grant", { unit, people: guests.slice(0, granted) }),
    // So that tasks may go to them (FLOW-12).
    command("license.grant", {
      unit,
      people: guests
        .slice(granted)
        .filter(({ organization }) => organization === guests[0]?.organization),
    }),
    command("license.grant", { unit: own, people: [admin, ...contacts.slice(0, 200)] }),
    command("license.automate", {
      unit,
      organization: guests[0]?.organization,
      departments: full.member.departments.slice(-2).map(({ id }) => id),
    }),
    command("app.create", { app, name: "App", cool: true }),
    command("app.publish", {
      app,
      space,
      authorized: { organizations: [...new Set(guests.map((each) => each.organization))] },
    }),
    command("app.permit", {
      app,
      space,
      permissions: [{ rows: "organization", reports: true, for: { people: [guests[0]] } }],
    }),
    factOf(organization, "person.roles-changed", {
      ...busy,
      number: 1,
      roles: [role],
    }),
    command("flow.define", {
      app,
      flow,
      steps: [
        {
          mode: "all",
          approvers: [
            { kind: "person", ...busy },
            { kind: "person", ...contacts[2] },
          ],
        },
        { mode: "any", approvers: [{ kind: "role", role, of: "host" }] },
      ],
    }),
  ];
  for (let i = 0; i < BUSY; i += 1) {
    const starter = guests[i % granted] as Identity;
    inputs.push(
      byOf(starter, "flow.start", {
        app,
        flow,
        space,
        instance: newId("n", i),
        row: newId("w", i),
      }),
      byOf(contacts[0] as Identity, "group.start", {
        space,
        group: newId("g", i),
        name: "Group",
        participants: [busy, ...contacts.slice(2, 60)],
      }),
    );
  }
  // One whose first step is signed, and one that waits for its initiator.
  const signs = (each: Identity | undefined) => [
    { kind: "person" as const, ...(each as Identity) },
  ];
  inputs.push(
    command("flow.define", {
      app,
      flow: newId("l", 2),
      takeBack: true,
      steps: [
        { mode: "all", approvers: signs(busy) },
        { mode: "all", approvers: signs(contacts[2]) },
      ],
    }),
    ...[SIGNED, RETURNED].map((instance, i) =>
      byOf(guests[0] as Identity, "flow.start", {
        ...{ app, flow: newId("l", 2), space, instance },
        row: newId("w", 902 + i),
      }),
    ),
    byOf(busy, "task.approve", { instance: SIGNED, task: 0 }),
    byOf(busy, "task.return", { instance: RETURNED, task: 0, to: "initiator" }),
  );
  return { ...work, world: told(full, inputs) };
}

function told({ world, policy }: Full, inputs: readonly Input[]): World {
  let now = world;
  for (const input of inputs) {
    const { world: next, outcome } = apply(now, input, policy);
    if (outcome.kind === "refused") {
      throw new Error(`${input.type}: ${JSON.stringify(outcome.refusal)}`);
    }
    now = next;
  }
  return now;
}

/** An instance whose first step is signed, and its initiator has one that waits for them. */
export const SIGNED = newId<InstanceId>("n", 902);
export const RETURNED = newId<InstanceId>("n", 903);

/** An id of a person nobody has hired. */
export const nobody = newId<PersonId>("q", 9);
