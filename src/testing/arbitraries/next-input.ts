/** The next input of a script, aimed at the world as it is. */
import { endsLater } from "../../core/plausible.ts";
import type { Input, InputType } from "../../engine/types.ts";
import type { InputDraft } from "../inputs.ts";
import { appCommands } from "./app-commands.ts";
import { using } from "./app-use.ts";
import { appointing } from "./appointing.ts";
import { urgent } from "./bootstrap.ts";
import type { Builders } from "./builder.ts";
import { changing } from "./changing.ts";
import { crowding } from "./crowding.ts";
import { departmentFacts } from "./department-facts.ts";
import { expecting } from "./expected.ts";
import { flowRules } from "./flow-rules.ts";
import { groupCommands } from "./group-commands.ts";
import { hierarchyBuilders, hierarchyTable } from "./hierarchies.ts";
import { spoiled } from "./hostile.ts";
import { industryInputs, ownOffer } from "./industry-inputs.ts";
import { joinCommands } from "./join-commands.ts";
import { licenseInputs } from "./license-inputs.ts";
import { memberCommands } from "./member-commands.ts";
import { organizationFacts } from "./organization-facts.ts";
import { peopleFacts } from "./people-facts.ts";
import { weighted } from "./random.ts";
import { reconciling } from "./reconciling.ts";
import type { Scene } from "./scene.ts";
import { scopeCommands } from "./scope-commands.ts";
import { settling } from "./settling.ts";
import { sightCommands } from "./sight-commands.ts";
import { withSources } from "./sources.ts";
import { spaceCommands } from "./space-commands.ts";
import { standInCommands } from "./stand-in-commands.ts";
import { taskCommands } from "./task-commands.ts";

/** What scripts about anything else do not speak of: what is above and below organizations. */
type OfHierarchies = "hierarchy.capacity-changed" | `link.${string}`;
/** Of that too: what becomes of distributed apps. */
type OfDistribution = "app.install";
/** And who is responsible for what. */
type OfLiaisons = `liaison.${string}`;
type Usual = Exclude<InputType, OfHierarchies | OfDistribution | OfLiaisons>;

const builders: Builders<Usual> = {
  ...organizationFacts,
  ...withSources({
    "admin.changed": organizationFacts["admin.changed"],
    ...departmentFacts,
    ...peopleFacts,
    "person.heads-changed": appointing["person.heads-changed"],
    "person.roles-changed": appointing["person.roles-changed"],
    "person.manager-changed": appointing["person.manager-changed"],
    ...changing,
  }),
  ...reconciling,
  ...settling,
  ...spaceCommands,
  ...joinCommands,
  ...memberCommands,
  ...sightCommands,
  ...scopeCommands,
  "successor.set": appointing["successor.set"],
  ...licenseInputs,
  ...groupCommands,
  ...appCommands,
  "app.offer": ownOffer,
  ...industryInputs,
  ...using,
  ...flowRules,
  ...taskCommands,
  ...standInCommands,
};

/** How often each type is tried, in no unit; what has nothing to aim at gives way to others. */
const weights: { readonly [Type in Usual]: number } = {
  "organization.registered": 6,
  "organization.renamed": 11,
  "organization.certification-changed": 10,
  "organization.edition-changed": 11,
  "organization.sso-changed": 10,
  "organization.suspended": 11,
  "organization.resumed": 55,
  "organization.ended": 15,
  "organization.reinstated": 14,
  "admin.changed": 14,
  "department.created": 16,
  "department.renamed": 14,
  "department.renamed-id": 18,
  "department.moved": 22,
  "department.removed": 14,
  "person.hired": 34,
  "person.confirmed": 11,
  "person.relocated": 28,
  "person.department-entered": 26,
  "person.department-left": 29,
  "person.fields-changed": 11,
  "person.renamed": 60,
  "person.resigned": 18,
  "person.reinstated": 42,
  "person.suspended": 22,
  "person.resumed": 40,
  "directory.changed": 26,
  "directory.reconciled": 26,
  "directory.continued": 150,
  "department.confirm-removal": 40,
  "reconciliation.confirm": 271,
  "reconciliation.discard": 258,
  "space.create": 18,
  "space.dissolve": 14,
  "space-quota.expand": 11,
  "person-cap.expand": 12,
  "batch-invitation.enable": 11,
  "invitation.issue": 26,
  "invitation.revoke": 18,
  "invitation.batch": 81,
  "application.submit": 210,
  "application.withdraw": 74,
  "application.approve": 230,
  "application.reject": 80,
  "association.cancel": 22,
  "association.leave": 60,
  "association.stay": 20,
  "association.suspend": 24,
  "association.resume": 40,
  "visibility.set": 50,
  "visibility.hide": 45,
  "fields.share": 30,
  "counterparts.set": 60,
  "partner.set": 30,
  "folder.create": 16,
  "folder.rename": 145,
  "folder.move": 143,
  "folder.remove": 170,
  "member.place": 40,
  "scope.set": 44,
  "scope.take-out": 30,
  "scope.put-in": 44,
  "person.heads-changed": 18,
  "person.roles-changed": 18,
  "person.manager-changed": 22,
  "successor.set": 22,
  "license.purchased": 20,
  "license.link": 27,
  "license.unlink": 25,
  "license.grant": 55,
  "license.revoke": 22,
  "license.automate": 70,
  "license.limit": 22,
  "license.reserve": 10,
  "group.start": 22,
  "group.add": 90,
  "group.leave": 39,
  "app.create": 14,
  "app.publish": 30,
  "app.withdraw": 25,
  "app.authorize": 24,
  "app.permit": 24,
  "app.distribute": 63,
  "app.offer": 22,
  "industry.changed": 40,
  "industry.left": 26,
  "form.submit": 44,
  "space-app.create": 13,
  "space-app.publish": 218,
  "space-app.exchange": 96,
  "flow.define": 24,
  "flow.start": 80,
  "flow.withdraw": 38,
  "flow.resubmit": 220,
  "task.approve": 110,
  "task.reject": 90,
  "task.return": 367,
  "task.take-back": 185,
  "task.transfer": 88,
  "task.countersign": 110,
  "task.remove-countersigner": 420,
  "task.delegate": 120,
  "task.copy": 100,
  "task.assign": 101,
  "task.reassign": 80,
  "flow.terminate": 40,
  "stand-in.set": 60,
  "stand-in.end": 20,
};

const table = Object.entries(weights) as [Usual, number][];

/** What directories say, what is said of it, and settings that name departments. */
const ofDirectories =
  /^(?:person|department|directory|reconciliation|admin|scope\.set|license\.automate|organization\.(?:sus|res|end|rei))/u;

/** More lists than elsewhere, and what they leave to be settled; fewer of what goes by itself. */
const listed: Partial<typeof weights> = {
  "directory.reconciled": 300,
  "directory.continued": 400,
  "directory.changed": 40,
  "department.removed": 45,
  "department.moved": 45,
  "department.created": 40,
  "reconciliation.confirm": 400,
  "reconciliation.discard": 300,
  "person.renamed": 20,
  "scope.set": 120,
  "organization.resumed": 20,
};

const directoryTable = table
  .filter(([type]) => ofDirectories.test(type))
  .map(([type, weight]) => [type, listed[type] ?? weight] as const);

const all: Partial<Builders<InputType>> = builders;
const ofHierarchies: Partial<Builders<InputType>> = hierarchyBuilders;

/** How often a type is tried before the next one gets its turn. */
const TRIES = 12;

/** An input of one of some types, if a few tries find something to aim at. */
function drawn(
  scene: Scene,
  makers: Partial<Builders<InputType>>,
  among: readonly (readonly [InputType, number])[],
  types: ReadonlySet<InputType> | null,
): InputDraft | null {
  const allowed = types === null ? among : among.filter(([type]) => types.has(type));
  if (allowed.length === 0) return null;
  for (let i = 0; i < TRIES; i += 1) {
    const input = makers[weighted(scene.random, allowed)]?.(scene) ?? null;
    if (input !== null) return input;
  }
  return null;
}

function draft(scene: Scene, types: ReadonlySet<InputType> | null): InputDraft | null {
  const first = urgent(scene);
  const aimed = first !== null && (types === null || types.has(first));
  const made = aimed ? (all[first]?.(scene) ?? null) : null;
  return made ?? drawn(scene, builders, table, types);
}

/** An input about what a script is mostly about, or its types ask for, more often than not. */
function subjectDraft(scene: Scene, types: ReadonlySet<InputType> | null): InputDraft | null {
  const { subject, random } = scene;
  if (subject === "directories") {
    return random.chance(70) ? drawn(scene, builders, directoryTable, types) : null;
  }
  const asked = types === null ? subject !== undefined : types.has("hierarchy.capacity-changed");
  if (!asked || !random.chance(70)) return null;
  return drawn(scene, hierarchyBuilders, hierarchyTable, types);
}

/** An earlier input, sent again: a fact under its own id or another, a command under another. */
function repeated({ random, past, at }: Scene, id: Input["id"]): Input | undefined {
  const recent = random.chance(60) ? past.slice(-12) : past;
  const before = random.pick(recent.filter((each) => "from" in each || random.chance(30)));
  if (before === undefined || ("from" in before && random.chance(50))) return before;
  // What ended meanwhile would be no input.
  if (before.type === "invitation.issue" && !endsLater(at, before.data.expiresAt)) return undefined;
  return { ...before, id, at: "from" in before ? before.at : at };
}

/** The time of an input: facts come late now and then, or from a clock that is ahead. */
function timeOf({ random, at }: Scene, isFact: boolean): number {
  if (!isFact || random.chance(82)) return at;
  return random.chance(85) ? Math.max(0, at - random.below(60)) : at + random.below(20);
}

/** An input of one type that is as it should be, in time and by whoever may give it. */
export function anInputOf(scene: Scene, type: InputType): Input | null {
  const own = scene.subject === "hierarchies" ? ofHierarchies[type] : undefined;
  const made = (own ?? all[type])?.(scene) ?? null;
  return made === null ? null : inputOf(scene, made);
}

/** An input that comes in time. */
export const inputOf = ({ past, at }: Scene, made: InputDraft): Input =>
  ({ id: `input-${past.length + 1}`, at, ...made }) as Input;

/** The next input of a script: mostly legal, sometimes repeated, late or wrong. */
export function nextInput(scene: Scene): Input {
  const { random, past } = scene;
  const id = `input-${past.length + 1}` as Input["id"];
  if (random.chance(4)) {
    const again = repeated(scene, id);
    if (again !== undefined) return again;
  }
  const crowd = scene.crowds === true && random.chance(40) ? crowding(scene) : null;
  const made =
    crowd ??
    subjectDraft(scene, null) ??
    draft(scene, null) ??
    organizationFacts["organization.registered"](scene);
  const stamped = { id, at: timeOf(scene, made !== null && "from" in made) };
  const input = expecting(scene, { ...stamped, ...made } as Input);
  return random.chance("by" in input ? 20 : 8) ? spoiled(scene, input) : input;
}

/** The next input of some types, as {@link anInputOf} makes it; `null` if there is nothing to aim at. */
export function nextOf(scene: Scene, types: ReadonlySet<InputType>): Input | null {
  const made = subjectDraft(scene, types) ?? draft(scene, types);
  if (made === null) return null;
  return { id: `input-${scene.past.length + 1}`, at: scene.at, ...made } as Input;
}
