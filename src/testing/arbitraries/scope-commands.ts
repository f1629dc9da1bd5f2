/** Scopes, and the commands that change them. */
import type { FieldReach, OptionalField, Scope, SharedFields } from "../../spaces/model.ts";
import { type Acting, command, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts, SpaceFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import {
  adminOf,
  liveSpaces,
  organizationNamed,
  type Scene,
  someDepartments,
  somePeople,
} from "./scene.ts";

type Types = "scope.set" | "scope.take-out" | "scope.put-in" | "fields.share" | "counterparts.set";

const OPTIONAL_FIELDS: readonly OptionalField[] = ["title", "email", "phone"];
const FIELD_REACHES: readonly FieldReach[] = ["visible", "host", "nobody", "nobody"];

/** A scope in an organization's directory, mostly one that so many places may be enough for. */
export function aScope(scene: Scene, home: OrganizationFacts, room: number): Scope {
  const { random, names } = scene;
  const wide = home.people.length <= room || random.chance(15);
  const exclude = random.chance(35)
    ? {
        exclude: {
          ...(random.chance(70) ? { departments: someDepartments(scene, home, 2) } : {}),
          ...(random.chance(70) ? { people: somePeople(scene, home, 2) } : {}),
        },
      }
    : {};
  const foreign = random.pick(names.organizations);
  return {
    ...(wide && random.chance(60) ? { whole: true } : {}),
    ...(wide || random.chance(35) ? { departments: someDepartments(scene, home, 2) } : {}),
    ...(random.chance(75) ? { people: somePeople(scene, home, Math.max(1, room)) } : {}),
    ...exclude,
    ...(random.chance(2) && foreign !== undefined ? { organization: foreign } : {}),
  };
}

interface Part {
  readonly space: SpaceFacts;
  readonly home: OrganizationFacts;
  readonly by: Acting;
}

/** An organization in a Space, now and then one that only applied, and one of its admins. */
function aPart(scene: Scene): Part | null {
  const space = scene.random.pick(liveSpaces(scene));
  const applicants = scene.facts.applications.filter(
    (each) => each.space === space?.space && each.status === "pending",
  );
  const parts = scene.random.chance(5) ? applicants : (space?.associations ?? []);
  const ids = parts.map(({ organization: id }) => id);
  const organization = scene.random.pick(ids);
  const home = organization === undefined ? undefined : organizationNamed(scene, organization);
  const by = adminOf(scene, home);
  return space === undefined || home === undefined || by === undefined ? null : { space, home, by };
}

/** Places left for an organization that would give up those it has. */
function roomFor({ space, home }: Part): number {
  const others = space.roster.filter(([organization]) => organization !== home.organization);
  return space.cap - others.length;
}

function aChange(scene: Scene, type: "scope.take-out" | "scope.put-in"): InputDraft | null {
  const { random } = scene;
  const part = aPart(scene);
  if (part === null) return null;
  const { space, home, by } = part;
  const out = type === "scope.take-out";
  const present = space.roster
    .filter(([organization]) => organization === home.organization)
    .map(([, person]) => ({ person }));
  const around = out && present.length > 0 && random.chance(70) ? { people: present } : home;
  const departments = random.chance(out ? 45 : 30) ? someDepartments(scene, home, 2) : [];
  const people = somePeople(scene, { ...home, ...around } as OrganizationFacts, 2);
  const names = {
    ...(departments.length > 0 || random.chance(10) ? { departments } : {}),
    ...(people.length > 0 || random.chance(10) ? { people } : {}),
  };
  const said = out ? aRemoving(scene) : {};
  return command(type, by, {
    space: space.space,
    organization: home.organization,
    ...names,
    ...said,
  });
}

/** How many a command says that it takes out, where that may be asked for; often enough for all. */
export function aRemoving({ random, policy }: Scene): { readonly removing?: number } {
  const isAsked = policy.removalConfirmation === "required" ? 75 : 2;
  return random.chance(isAsked) ? { removing: random.chance(80) ? 100 : random.below(3) } : {};
}

/** Whom some fields of people are to reach. */
export function someFieldsShared({ random }: Scene): SharedFields {
  const fields = random.some(OPTIONAL_FIELDS, 60);
  return Object.fromEntries(fields.map((field) => [field, random.pick(FIELD_REACHES)]));
}

/** Counterparts of a Member, or of the Host for one: mostly people on the Roster, a few, now and then anybody. */
function counterpartsNamed(scene: Scene): InputDraft | null {
  const { random } = scene;
  const part = aPart(scene);
  if (part === null) return null;
  const { space, home, by } = part;
  const others = space.associations.map(({ organization }) => organization);
  const isOther = home.organization === space.host ? random.chance(92) : random.chance(6);
  const member = random.pick(others.filter((each) => each !== home.organization));
  const present = space.roster
    .filter(([organization]) => organization === home.organization)
    .map(([, person]) => ({ person }));
  const around = random.chance(92) ? { ...home, people: present } : home;
  const people = somePeople(scene, around as OrganizationFacts, random.chance(80) ? 3 : 6);
  return command("counterparts.set", by, {
    space: space.space,
    ...(isOther && member !== undefined ? { organization: member } : {}),
    ...(!isOther && random.chance(15) ? { organization: home.organization } : {}),
    people: [...new Set(people)],
  });
}

/** Makes the commands about one's own part: its scope, what of its people others see, and its counterparts. */
export const scopeCommands: Builders<Types> = {
  "scope.set": (scene) => {
    const part = aPart(scene);
    if (part === null) return null;
    const { space, home, by } = part;
    const scope = aScope(scene, home, roomFor(part));
    const { organization } = home;
    const named = { space: space.space, organization, scope, ...aRemoving(scene) };
    return command("scope.set", by, named);
  },
  "scope.take-out": (scene) => aChange(scene, "scope.take-out"),
  "scope.put-in": (scene) => aChange(scene, "scope.put-in"),
  "fields.share": (scene) => {
    const part = aPart(scene);
    if (part === null) return null;
    const { space, home, by } = part;
    const named = { space: space.space, organization: home.organization };
    return command("fields.share", by, { ...named, fields: someFieldsShared(scene) });
  },
  "counterparts.set": counterpartsNamed,
};
