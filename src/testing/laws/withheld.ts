/** Two Worlds that differ in a field alone that an organization keeps to itself answer others alike. */
import type { InputId, OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { beginReading, read } from "../../core/transaction.ts";
import type { World } from "../../engine/world.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";
import type { OptionalField, SharedFields } from "../../spaces/model.ts";
import { factsOf } from "../facts.ts";
import { fact, stamped } from "../inputs.ts";
import { choicesAt, type Step, type System } from "./law.ts";

/** What an organization says of fields somewhere, and whose people `host` is for there. */
interface Said {
  readonly host: OrganizationId;
  readonly fields: SharedFields;
}

/** What an organization says of fields wherever it is, or said where it was. */
function saidAnywhere(
  tx: Reading,
  policy: Policy,
  world: World,
  organization: OrganizationId,
): Said[] {
  const { spaces, organizations } = factsOf(world, policy);
  const inSpaces = spaces.flatMap(({ space, host }) => {
    const part =
      read(tx, "association", space, organization) ?? read(tx, "applicant", space, organization);
    return part === null ? [] : [{ host, fields: part.fields ?? {} }];
  });
  const own = { host: organization, fields: read(tx, "trunk", organization)?.fields ?? {} };
  const onLinks = organizations.flatMap(({ organization: trunk }) => {
    const part =
      read(tx, "link", trunk, organization) ?? read(tx, "trunk-applicant", trunk, organization);
    return part === null ? [] : [{ host: trunk, fields: part.fields ?? {} }];
  });
  // Where it was below a Trunk without being its Branch, the policy has the word.
  return onLinks.length === 0
    ? [...inSpaces, own]
    : [...inSpaces, own, ...onLinks, { host: organization, fields: {} }];
}

const isWithheld = (
  said: readonly Said[],
  field: OptionalField,
  from: OrganizationId,
  policy: Policy,
): boolean =>
  said.every(({ host, fields }) => {
    const reach = fields[field] ?? policy.sharedFields[field];
    return reach === "nobody" || (reach === "host" && host !== from);
  });

/** A World like the one after a step but for a field of somebody, and from whom that is kept. */
interface Differing {
  readonly world: World;
  readonly isKeptFrom: (viewer: Viewer) => boolean;
}

/** Such a World, if an e-mail or a phone is kept from anybody; titles are shown to all in a group. */
export function differingInAField(step: Step, policy: Policy, system: System): Differing | null {
  const random = choicesAt(step, 8);
  const { organizations } = factsOf(step.after, policy);
  const home = random.pick(organizations.filter(({ people }) => people.length > 0));
  const somebody = random.pick(home?.people ?? []);
  if (home === undefined || somebody === undefined) return null;
  const { organization } = home;
  const tx: Reading = beginReading(step.after.table, true);
  const said = saidAnywhere(tx, policy, step.after, organization);
  const field = random.chance(50) ? "email" : "phone";
  const isKeptFrom = (viewer: Viewer): boolean =>
    viewer.organization !== organization && isWithheld(said, field, viewer.organization, policy);
  if (!organizations.some((each) => isKeptFrom({ ...each, person: somebody.person }))) return null;
  const { person, number } = somebody;
  const fields = { ...somebody.fields, [field]: "kept to themselves" };
  const drafted = fact("person.fields-changed", { organization, person, number, fields });
  const [input] = stamped([{ ...drafted, id: "kept" as InputId, at: step.input.at }]);
  const { world, outcome } = system.apply(step.after, input, policy);
  return outcome.kind === "refused" ? null : { world, isKeptFrom };
}
