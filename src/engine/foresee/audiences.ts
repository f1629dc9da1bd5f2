/** What setting an authorized list or data permissions will read: whom they name, now and before. */
import type { Audience, KeptAudience, ListedBucket } from "../../apps/model.ts";
import { type AudiencePlace, listedIn, offeredIn } from "../../apps/select/places.ts";
import { bucketKeys, entryKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { boundKey } from "../../directory/select/bound.ts";
import { rosterOf } from "../../roster/select/places.ts";
import type { MembersPage } from "../../spaces/model.ts";
import { membersOf } from "../../spaces/select/places.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";

type Settings = InputOf<"app.publish" | "app.authorize" | "app.permit">;

function givenIn(input: Settings): readonly Audience[] {
  if (input.type === "app.permit") {
    return input.data.permissions.flatMap((each) => each.for ?? []);
  }
  return input.data.authorized == null ? [] : [input.data.authorized];
}

/** Whom a command about an app in a Space names, and whom its list and permissions named before. */
export function foreseeSettings(tx: EngineTx, input: Settings): void {
  const { space, app } = input.data;
  if ("organization" in input.by) peek(tx, "organization", input.by.organization);
  peek(tx, "app", app);
  const record = peek(tx, "space", space);
  const list = peek(tx, "publication", space, app);
  const permissions = peek(tx, "permission", space, app)?.permissions ?? [];
  for (const audience of givenIn(input)) foreseeNamed(tx, space, audience);
  const kept: readonly (readonly [KeptAudience | null, AudiencePlace])[] = [
    [list, { space, app, permission: null }],
    ...permissions.map((each, permission) => [each.for, { space, app, permission }] as const),
  ];
  for (const [audience, place] of kept) foreseeKept(tx, audience, place);
  if (input.type !== "app.publish") return;
  const offered = peek(tx, "workbench", space)?.offered;
  ask(tx, pageKey(offeredIn(space), offered?.next ?? 0));
  if (record === null) return;
  type Entry = MembersPage["entries"][number];
  const restricted = list?.restricted === true || input.data.authorized !== undefined;
  for (const [, member] of entries<Entry>(tx, pageKeys(membersOf(space), record.members))) {
    if (restricted) peek(tx, "association", space, member);
  }
}

function foreseePerson(
  tx: EngineTx,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): void {
  peek(tx, "association", space, organization);
  peek(tx, "employment", organization, person);
  peek(tx, ...boundKey(organization, person));
  const roster = peek(tx, "space", space)?.roster;
  if (roster !== undefined) ask(tx, ...entryKeys(rosterOf(space), roster, [person]));
}

/** The Members, departments and people of an audience that is given. */
function foreseeNamed(tx: EngineTx, space: SpaceId, audience: Audience): void {
  const { organizations = [], departments = [], people = [] } = audience;
  for (const organization of organizations) peek(tx, "association", space, organization);
  for (const { organization, department } of departments) {
    peek(tx, "association", space, organization);
    peek(tx, "department", organization, department);
  }
  for (const { organization, person } of people) foreseePerson(tx, space, organization, person);
}

/** The same of an audience that is kept. */
function foreseeKept(tx: EngineTx, audience: KeptAudience | null, place: AudiencePlace): void {
  if (audience === null) return;
  const { space } = place;
  for (const [organization] of audience.organizations) peek(tx, "association", space, organization);
  type Entry = ListedBucket["entries"][number];
  const inBuckets = (sort: "departments" | "people"): Entry[] =>
    entries<Entry>(tx, bucketKeys(listedIn(place, sort), audience[sort]));
  for (const [department, of] of inBuckets("departments")) {
    for (const [organization] of of) {
      peek(tx, "association", space, organization);
      peek(tx, "department", organization, department as DepartmentId);
    }
  }
  for (const [person, of] of inBuckets("people")) {
    for (const [organization] of of) {
      peek(tx, "association", space, organization);
      peek(tx, ...boundKey(organization, person as PersonId));
    }
  }
}
