/** The next input of a script, aimed at the world as it is. */
import type { Input, InputType } from "../../engine/types.ts";
import type { InputDraft } from "../inputs.ts";
import type { Builders } from "./builder.ts";
import { departmentFacts } from "./department-facts.ts";
import { joinCommands } from "./join-commands.ts";
import { memberCommands } from "./member-commands.ts";
import { organizationFacts } from "./organization-facts.ts";
import { peopleFacts } from "./people-facts.ts";
import { weighted } from "./random.ts";
import { reconciling } from "./reconciling.ts";
import { live, liveSpaces, type Scene } from "./scene.ts";
import { scopeCommands } from "./scope-commands.ts";
import { spaceCommands } from "./space-commands.ts";
import { spoiled } from "./spoil.ts";

const builders: Builders<InputType> = {
  ...organizationFacts,
  ...departmentFacts,
  ...peopleFacts,
  ...reconciling,
  ...spaceCommands,
  ...joinCommands,
  ...memberCommands,
  ...scopeCommands,
};

/** How often each type is tried, in no unit; what has nothing to aim at gives way to others. */
const weights: { readonly [Type in InputType]: number } = {
  "organization.registered": 6,
  "organization.renamed": 7,
  "organization.certification-changed": 8,
  "organization.edition-changed": 8,
  "organization.sso-changed": 8,
  "organization.ended": 9,
  "admin.changed": 14,
  "department.created": 16,
  "department.renamed": 11,
  "department.moved": 22,
  "department.removed": 11,
  "person.hired": 34,
  "person.confirmed": 8,
  "person.relocated": 28,
  "person.fields-changed": 8,
  "person.resigned": 18,
  "directory.reconciled": 22,
  "reconciliation.confirm": 160,
  "reconciliation.discard": 160,
  "space.create": 18,
  "space.dissolve": 9,
  "space-quota.expand": 9,
  "person-cap.expand": 9,
  "batch-invitation.enable": 9,
  "invitation.issue": 26,
  "invitation.revoke": 14,
  "invitation.batch": 34,
  "application.submit": 170,
  "application.withdraw": 50,
  "application.approve": 170,
  "application.reject": 55,
  "association.cancel": 16,
  "visibility.set": 40,
  "partner.set": 30,
  "folder.create": 16,
  "folder.rename": 21,
  "folder.move": 30,
  "folder.remove": 22,
  "member.place": 40,
  "scope.set": 44,
  "scope.take-out": 30,
  "scope.put-in": 44,
};

const table = Object.entries(weights) as [InputType, number][];

/** What an empty or bare world needs first. */
function urgent(scene: Scene): InputType | null {
  const { random } = scene;
  const homes = live(scene);
  const people = homes.reduce((sum, each) => sum + each.people.length, 0);
  if (homes.length < 2 || (homes.length < 3 && random.chance(40))) return "organization.registered";
  if (people < homes.length && random.chance(70)) return "person.hired";
  const bare = homes.some((each) => each.admins.length === 0 && each.people.length > 0);
  if (bare && random.chance(35)) return "admin.changed";
  const spaces = liveSpaces(scene);
  if (spaces.length === 0) return random.chance(35) ? "space.create" : null;
  return random.chance(25) ? towardsMembers(scene) : null;
}

/** What leads to a Member where there is none yet. */
function towardsMembers(scene: Scene): InputType | null {
  const { facts, random } = scene;
  if (liveSpaces(scene).some(({ members }) => members.length > 0)) return null;
  if (facts.applications.some(({ status }) => status === "pending")) return "application.approve";
  return random.chance(60) ? "application.submit" : "invitation.issue";
}

/** How often a type is tried before the next one gets its turn. */
const TRIES = 12;

function draft(scene: Scene): InputDraft | null {
  const first = urgent(scene);
  const made = first === null ? null : builders[first](scene);
  if (made !== null) return made;
  for (let i = 0; i < TRIES; i += 1) {
    const input = builders[weighted(scene.random, table)](scene);
    if (input !== null) return input;
  }
  return null;
}

/** An earlier input, sent again: a fact under its own id or another, a command under another. */
function repeated({ random, past, at }: Scene, id: Input["id"]): Input | undefined {
  const recent = random.chance(60) ? past.slice(-12) : past;
  const before = random.pick(recent.filter((each) => "from" in each || random.chance(30)));
  if (before === undefined || ("from" in before && random.chance(50))) return before;
  return { ...before, id, at: "from" in before ? before.at : at };
}

/** The time of an input: facts come late now and then, or from a clock that is ahead. */
function timeOf({ random, at }: Scene, isFact: boolean): number {
  if (!isFact || random.chance(82)) return at;
  return random.chance(85) ? Math.max(0, at - random.below(60)) : at + random.below(20);
}

/** The next input of a script: mostly legal, sometimes repeated, late or wrong. */
export function nextInput(scene: Scene): Input {
  const { random, past } = scene;
  const id = `input-${past.length + 1}` as Input["id"];
  if (random.chance(4)) {
    const again = repeated(scene, id);
    if (again !== undefined) return again;
  }
  const made = draft(scene) ?? organizationFacts["organization.registered"](scene);
  const stamped = { id, at: timeOf(scene, made !== null && "from" in made) };
  const input = { ...stamped, ...made } as Input;
  return random.chance("by" in input ? 20 : 8) ? spoiled(scene, input) : input;
}
