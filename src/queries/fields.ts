/** What of a person's fields is shown to whom: one decision for every question. */
import type { OrganizationId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import type { PersonFields } from "../directory/model.ts";
import type { Container, FieldReach, OptionalField } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { fieldsSaid, OPTIONAL_FIELDS, ownBookOf } from "../spaces/select/fields.ts";
import { lineTo } from "../spaces/select/trunks.ts";
import type { Reading } from "./handler.ts";
import type { Viewer } from "./model.ts";

/** Who is shown people, and as where. */
export interface Onlooker {
  readonly viewer: Viewer;
  readonly policy: Policy;
  /** The Spaces and books in which the people are met, mostly one; none: by the organization itself. */
  readonly doors: readonly Container[];
  /** GROUP-03: whether titles are shown whatever is set. */
  readonly titles?: true;
}

/** Somebody who meets people in one Space or book, or in none. */
export const onlooker = (viewer: Viewer, policy: Policy, door: Container | null): Onlooker => ({
  viewer,
  policy,
  doors: door === null ? [] : [door],
});

/** Whether an organization's people are the viewer's own: those of its industry book are not. */
const isOwn = ({ organization, as }: Viewer, whose: OrganizationId): boolean =>
  organization === whose && as === undefined;

/** Where what an organization says of fields holds in a book: on its Link in the line, which is its own to the Trunk where it has one. */
function agreedIn(tx: Reading, door: Container, organization: OrganizationId): Container {
  if (!isTrunk(door) || ownBookOf(door, organization)) return door;
  return { trunk: lineTo(tx, door.trunk, organization).at(-2) ?? door.trunk };
}

/** The organization that is the Host there, or the Trunk. */
const hostIn = (tx: Reading, of: Container): OrganizationId =>
  isTrunk(of) ? of.trunk : must(tx, "space", of.space).host;

/** VIS-09: whether a field with such a setting is shown to others: to the Host's people, or to whoever looks. */
const reachesOthers = view(
  "VIS-09",
  (reach: FieldReach, isHost: boolean): boolean =>
    reach === "visible" || (reach === "host" && isHost),
);

/** The fields of an organization's people that the viewer is not shown. */
function withheldFrom(
  tx: Reading,
  { viewer, policy, doors, titles }: Onlooker,
  organization: OrganizationId,
): readonly OptionalField[] {
  const settings = doors.map((door) => {
    const of = agreedIn(tx, door, organization);
    return { isHost: isOwn(viewer, hostIn(tx, of)), said: fieldsSaid(tx, of, organization) };
  });
  const all = settings.length === 0 ? [{ isHost: false, said: {} }] : settings;
  return OPTIONAL_FIELDS.filter(
    (field) =>
      !(titles === true && field === "title") &&
      !all.every(({ isHost, said }) =>
        reachesOthers(said[field] ?? policy.sharedFields[field], isHost),
      ),
  );
}

/** The fields of somebody of an organization, without those that the viewer is not shown. */
export function fieldsShown(
  tx: Reading,
  looking: Onlooker,
  organization: OrganizationId,
  fields: PersonFields,
): PersonFields {
  if (isOwn(looking.viewer, organization)) return fields;
  const withheld: readonly string[] = withheldFrom(tx, looking, organization);
  if (withheld.length === 0) return fields;
  const shown = Object.entries(fields).filter(([field]) => !withheld.includes(field));
  return Object.fromEntries(shown) as unknown as PersonFields;
}
