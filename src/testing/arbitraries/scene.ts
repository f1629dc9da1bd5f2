/** What the generator sees when it thinks of the next input, and the choices all inputs share. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { Input, InputOf } from "../../engine/types.ts";
import type { Acting } from "../inputs.ts";
import type { OrganizationFacts, ReferenceFacts, SpaceFacts } from "../reference/facts-model.ts";
import { HOSTILE_IDS, type Names } from "./names.ts";
import type { Random } from "./random.ts";

/** A world as the generator sees it. */
export interface Scene {
  readonly facts: ReferenceFacts;
  readonly policy: Policy;
  readonly names: Names;
  readonly random: Random;
  /** The time by now. */
  readonly at: number;
  /** The inputs so far. */
  readonly past: readonly Input[];
  /** Whether the script is to fill Spaces. */
  readonly crowds?: boolean;
  /** What the script is mostly about; absent if it is about everything but hierarchies alike. */
  readonly subject?: ScriptSubject;
}

/** What scripts can be mostly about. */
export type ScriptSubject = "hierarchies" | "directories";

/** The organizations that have not ended. */
export function live({ facts }: Scene): OrganizationFacts[] {
  return facts.organizations.filter(({ ended }) => !ended);
}

/** One of the organizations that have not ended; now and then one that has. */
export function anOrganization(scene: Scene): OrganizationFacts | undefined {
  const { random, facts } = scene;
  return random.pick(random.chance(2) ? facts.organizations : live(scene));
}

/** One of the organizations with people in them. */
export function aStaffedOrganization(scene: Scene): OrganizationFacts | undefined {
  return scene.random.pick(live(scene).filter(({ people }) => people.length > 0));
}

/** The Spaces that have not been dissolved. */
export function liveSpaces({ facts }: Scene): SpaceFacts[] {
  return facts.spaces.filter(({ dissolved }) => !dissolved);
}

/** An organization's facts. */
export function organizationNamed(
  { facts }: Scene,
  id: OrganizationId,
): OrganizationFacts | undefined {
  return facts.organizations.find(({ organization }) => organization === id);
}

/** An authorized admin of an organization, a main admin where the policy may ask for one. */
export function adminOf(
  { random, policy }: Scene,
  organization: OrganizationFacts | undefined,
): Acting | undefined {
  const strict = policy.memberSideActor === "main-admin-only" && random.chance(80);
  const admins = (organization?.admins ?? []).filter(
    ({ role, spacePermission }) => role === "main" || (spacePermission && !strict),
  );
  const admin = random.pick(admins);
  return organization === undefined || admin === undefined
    ? undefined
    : [organization.organization, admin.person];
}

/** An admin of a Space's Host. */
export function hostAdmin(scene: Scene, space: SpaceFacts): Acting | undefined {
  return adminOf(scene, organizationNamed(scene, space.host));
}

/** A Space whose Host has an admin, and that admin. */
export function aManagedSpace(
  scene: Scene,
  wanted: (space: SpaceFacts) => boolean = () => true,
): { readonly space: SpaceFacts; readonly by: Acting } | null {
  const space = scene.random.pick(liveSpaces(scene).filter(wanted));
  const by = space === undefined ? undefined : hostAdmin(scene, space);
  return space === undefined || by === undefined ? null : { space, by };
}

/** A member of the support staff. */
export const support: Acting = { support: "staff" };

/** An id for something new: by its place in the script, now and then spelled with malice. */
export function fresh({ random, past }: Scene, prefix: string): string {
  const odd = random.chance(4) ? random.pick(HOSTILE_IDS) : undefined;
  return odd ?? `${prefix}${past.length}`;
}

/** Some of an organization's departments, at most so many. */
export function someDepartments(
  { random }: Scene,
  { departments }: OrganizationFacts,
  most: number,
): DepartmentId[] {
  const chosen = new Set<DepartmentId>();
  const count = random.below(most + 1);
  for (let i = 0; i < count; i += 1) {
    const department = random.pick(departments)?.department;
    if (department !== undefined) chosen.add(department);
  }
  return [...chosen];
}

/** Some of an organization's people, at most so many. */
export function somePeople(
  { random }: Scene,
  { people }: OrganizationFacts,
  most: number,
): PersonId[] {
  const chosen = new Set<PersonId>();
  const count = random.below(most + 1);
  for (let i = 0; i < count; i += 1) {
    const person = random.pick(people)?.person;
    if (person !== undefined) chosen.add(person);
  }
  return [...chosen];
}

/** A revision: often none, mostly the newest, sometimes an old one. */
export function revision({ random, past }: Scene): { readonly revision?: number } {
  if (random.chance(50)) return {};
  return { revision: random.chance(70) ? past.length : random.below(past.length + 1) };
}

/** One of the latest facts that suspended somebody, or an organization, whatever has become of it. */
export function suspendedLately<Type extends "person.suspended" | "organization.suspended">(
  { random, past }: Scene,
  type: Type,
): InputOf<Type> | undefined {
  const facts = past.filter((each): each is InputOf<Type> => each.type === type);
  return random.pick(facts.slice(-6));
}

/** Now and then one of the latest renames in an organization: what is said may use the former id still. */
export function renamedLately<Type extends "person.renamed" | "department.renamed-id">(
  { random, past }: Scene,
  type: Type,
  organization: OrganizationId,
): InputOf<Type>["data"] | undefined {
  if (!random.chance(15)) return undefined;
  const facts = past.filter(
    (each) => each.type === type && each.data.organization === organization,
  );
  return random.pick(facts.slice(-4))?.data as InputOf<Type>["data"] | undefined;
}

/** For whom alone an invitation is issued, now and then: whoever may be invited again, organizations that there are, or not. */
export function addressees(
  { random, names, facts }: Scene,
  again: readonly OrganizationId[],
): { for?: readonly OrganizationId[] } {
  const one = again.length > 0 && random.chance(25) ? random.pick(again) : undefined;
  if (one !== undefined) return { for: [one] };
  if (!random.chance(20)) return {};
  const known = facts.organizations.map(({ organization }) => organization);
  const some = random.some(known, 40).slice(0, 3);
  const other = random.chance(10) ? random.pick(names.organizations) : undefined;
  const chosen = [...some, ...(other === undefined ? [] : [other as OrganizationId])];
  return chosen.length === 0 ? {} : { for: [...new Set(chosen)] };
}

/** Whether an invitation is good for an organization as far as it says for whom it is. */
export const isMeantFor = (
  { for: only }: { readonly for?: readonly OrganizationId[] },
  organization: OrganizationId,
): boolean => only === undefined || only.includes(organization);

/** Who may be invited again alone: it is invited so already, or waits after a rejection. */
export function invitedAgain(
  invitations: readonly {
    readonly invited?: OrganizationId | null;
    readonly for?: readonly OrganizationId[];
    readonly revoked: boolean;
  }[],
  applications: readonly {
    readonly organization: OrganizationId;
    readonly reapplyFrom?: number;
  }[],
): OrganizationId[] {
  const alone = invitations.flatMap(({ revoked, invited, for: only = [] }) =>
    revoked ? [] : only.length === 1 ? only : (invited ?? []),
  );
  const waiting = applications.filter(({ reapplyFrom }) => reapplyFrom !== undefined);
  return [...alone, ...waiting.map(({ organization }) => organization)];
}

/** What a rejection gives as its reason, mostly something where that is asked for (JOIN-16). */
export function aReason(scene: Scene): { readonly reason?: string } {
  const { random, policy } = scene;
  const isAsked = policy.rejectionReason === "required";
  if (!random.chance(isAsked ? 80 : 25)) return {};
  return { reason: isAsked && random.chance(10) ? " " : text(scene, "Reason") };
}

/** A free text that is no id. */
export function text(scene: Scene, kind: string): string {
  return `${kind} ${scene.random.below(6)}`;
}

/** In scripts about hierarchies at times the permission for them, or its absence (HIER-08). */
export function hierarchyPermission({ subject, random }: Scene): {
  readonly hierarchyPermission?: boolean;
} {
  if (subject !== "hierarchies" || random.chance(30)) return {};
  return { hierarchyPermission: random.chance(70) };
}
