/** The end of an organization, and its being taken back as far as it goes (DIR-19). */
import type { OrganizationId } from "../../core/ids.ts";
import { forgetFormer } from "./coming-back.ts";
import { takeBack } from "./distributing.ts";
import { trunksOf } from "./hierarchy.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { forgetPool } from "./kept.ts";
import { endLinksOf, linksOf } from "./linking.ts";
import { hostedBy, joinedBy } from "./lists.ts";
import { endOffices } from "./offices.ts";
import { pass } from "./passing.ts";
import { endPool } from "./pools.ts";
import { endRunning, isClosed } from "./progress.ts";
import { retentionEnd } from "./retention.ts";
import { endAssociation, endSpace } from "./spaces.ts";
import type { Left, Organization, State, World } from "./state.ts";

/** What an organization is about to lose for good by its end; of what there is nothing, nothing is said. */
function losses(state: State, id: OrganizationId): Left[] {
  const running = state.instances.filter(({ status }) => status === "running");
  const others = running.filter(({ host }) => host !== id);
  // Tasks that its people hold, and those that wait for its admins.
  const tasks = others
    .flatMap((each) => each.tasks)
    .filter((task) => !isClosed(task) && (task.holder?.organization ?? task.home) === id);
  const all: Left[] = [
    ["space", hostedBy(state, id).length, "dissolved"],
    ["association", joinedBy(state, id).length, "cancelled"],
    ["link", linksOf(state, id).length, "cancelled"],
    ["instance", running.length - others.length, "ended"],
    ["task", tasks.length, "parked"],
    ["pool", state.pools.filter(({ host }) => host === id).length, "ended"],
  ];
  return all.filter(([, count]) => count > 0);
}

/** An organization ends, with everything that needed another's word. */
export function endOrganization(world: World, organization: Organization, at: number): void {
  const { state } = world;
  const { id } = organization;
  const { end, reinstatedAt } = organization;
  // A copy of an end that was taken back since ends nothing.
  if (reinstatedAt !== null && (at < reinstatedAt || at === end?.at)) {
    pass(world, { kind: "organization", id, reason: "older-time" });
    return;
  }
  const joined = joinedBy(state, id);
  organization.end = {
    at,
    joined: joined.map((space) => space.id),
    trunks: trunksOf(state, id).map(({ trunk }) => trunk),
    left: losses(state, id),
  };
  endRunning(state, id, at);
  for (const space of hostedBy(state, id)) endSpace(world, space);
  for (const space of joined) endAssociation(world, space, id, "ended");
  forgetFormer(state, { organization: id });
  endLinksOf(world, id);
  endOffices(state, id);
  for (const each of state.distributions) if (each.trunk === id) takeBack(each);
  endPool(state, id);
  forgetPool(state, id);
  organization.ended = true;
}

/** The end was a mistake: what was the organization's own is there again, as long as it is kept. */
export function reinstateOrganization(world: World, organization: Organization, at: number): void {
  const { id, end } = organization;
  if (end === null || !organization.ended) {
    pass(world, { kind: "organization", id, reason: "already-so" });
  } else if (at < end.at) {
    pass(world, { kind: "organization", id, reason: "older-time" });
  } else if (at >= retentionEnd(world, end.at)) {
    pass(world, { kind: "organization", id, reason: "retention-over" });
  } else {
    organization.ended = false;
    organization.reinstatedAt = at;
    world.left.push(...end.left);
    const admins = end.joined.map((space) => ({ kind: "space-admins", space }) as const);
    world.outbox.push({
      kind: "ORGANIZATION_REINSTATED",
      to: [
        { kind: "authorized-admins", organization: id },
        ...admins,
        ...end.trunks.map((trunk) => hierarchyAdmins(trunk)),
      ],
      data: { organization: id },
    });
  }
}
