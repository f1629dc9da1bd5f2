/** Schemas of hierarchies: facts, commands, events and records of Trunks, Branches and Links. */
import type {
  HierarchyCommands,
  HierarchyEvents,
  HierarchyFacts,
  HierarchyReplaced,
} from "../hierarchy/model.ts";
import type { LiaisonKeeper, LiaisonNode, RosterRecords } from "../roster/model.ts";
import { spacesKinds } from "../spaces/kinds.ts";
import type {
  AboveNow,
  FormedLink,
  InSpace,
  InTrunk,
  KeptExceptions,
  Reach,
  SharedFields,
  SightExceptions,
  TrunksRecords,
  Within,
} from "../spaces/model.ts";
import { identity, identitySet } from "./identities.ts";
import {
  anyId,
  applicationId,
  departmentId,
  identifier,
  idPair,
  invitationId,
  organizationId,
  personId,
  roleId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
  anyOf,
  choice,
  either,
  flag,
  lazily,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  string,
  type Table,
  tuple,
  uniqueList,
} from "./shape.ts";
import {
  bucket,
  hashIndex,
  long,
  many,
  nothing,
  page,
  pageIndex,
  thresholds,
} from "./structures.ts";
import { labelText, nameText } from "./texts.ts";

/** Data codes of one Link, whatever the policy. */
const SHARED_MAX = 500;
const SHARED_LENGTH_MAX = 64;
const LABELS_MAX = 20;

/** Something in a Space, or in a Trunk. */
export const within = <Data>(fields: Shape<Data>): Schema<Within<Data>> =>
  either<InSpace & Data, InTrunk & Data>(
    { space: spaceId, ...fields } as unknown as Shape<InSpace & Data>,
    { trunk: organizationId, ...fields } as unknown as Shape<InTrunk & Data>,
  );

const keptBy: Schema<LiaisonKeeper> = choice("trunk", "organizations");
/** What an office is for. */
export const liaisonNode = lazily(() =>
  object<LiaisonNode>({ organization: organizationId, department: nullable(departmentId) }),
);
/** People of one office, whatever the policy. */
const OFFICE_MAX = 200;
const officers = lazily(() => identitySet(OFFICE_MAX));

export const reach: Schema<Reach> = choice("trunk", "all-above");
/** A data code: a word by the rule of ids, up to 64 code units. */
export const dataCode = identifier(SHARED_LENGTH_MAX);
/** Data codes: a set. */
export const shared = lazily(() => uniqueList(dataCode, SHARED_MAX));
/** Labels of a Branch: a set of at most 20. */
export const labels = lazily(() => uniqueList(labelText, LABELS_MAX));

const organization = organizationId;
const trunk = organizationId;
const alias = nullable(nameText);
const mount = nullable(departmentId);

const fieldReach = choice("visible", "host", "nobody");

/** How far fields of people reach. */
export const sharedFields = lazily(() =>
  object<SharedFields>({
    title: optional(fieldReach),
    email: optional(fieldReach),
    phone: optional(fieldReach),
  }),
);

/** Entries of each list of exceptions, whatever the policy. */
const EXCEPTIONS_MAX = 800;

const exceptions = lazily(() =>
  object<SightExceptions>({
    organizations: uniqueList(organizationId, EXCEPTIONS_MAX),
    departments: uniqueList(departmentId, EXCEPTIONS_MAX),
  }),
);

const keptExceptions = lazily(() =>
  object<KeptExceptions>({
    organizations: many(tuple(organizationId, count)),
    departments: many(departmentId),
  }),
);

/** The data of each fact about hierarchies. */
export const hierarchyFacts: Table<HierarchyFacts> = {
  "hierarchy.capacity-changed": () =>
    object({ organization, open: flag, branches: nullable(count), revision: optional(count) }),
};

const sightShape = (): Shape<HierarchyReplaced["link.see"]> => ({
  ...{ hidden: flag, hiddenExcept: exceptions() },
  ...{ ownOnly: flag, ownOnlyExcept: exceptions() },
});

/** The data of each command about Links. */
export const hierarchyCommands: Table<HierarchyCommands> = {
  "link.mount": () => object({ trunk, organization, alias, mount }),
  "link.see": () => object({ trunk, organization, ...sightShape() }),
  "link.reach": () => object({ trunk, organization, reach }),
  "link.share": () => object({ trunk, organization, shared: shared() }),
  "link.release": () => object({ trunk, organization, released: flag }),
  "link.cancel": () => object({ trunk, organization }),
  "link.leave": () => object({ trunk, organization }),
  "link.stay": () => object({ trunk, organization }),
  "liaison.define": () => object({ trunk, role: roleId, name: nameText, keptBy: optional(keptBy) }),
  "liaison.assign": () => object({ trunk, role: roleId, node: liaisonNode(), people: officers() }),
};

/** What each of them replaces. */
export const hierarchyReplaced: Table<HierarchyReplaced> = {
  "link.mount": () => object({ alias, mount }),
  "link.see": () => object(sightShape()),
  "link.reach": () => object({ reach }),
  "link.share": () => object({ shared: shared() }),
  "link.release": () => object({ released: flag }),
  "liaison.define": () => object({ name: nameText, keptBy }),
  "liaison.assign": () => object({ people: officers() }),
};

/** A Link that has just come about. */
export const formedShape = (): Shape<FormedLink> => ({
  trunk,
  organization,
  reach,
  shared: shared(),
  alias,
  mount,
  ownOnly: flag,
});

/** What each event of hierarchies carries. */
export const hierarchyEvents: Table<HierarchyEvents> = {
  "hierarchy.capacity-changed": hierarchyFacts["hierarchy.capacity-changed"],
  "link.mounted": hierarchyCommands["link.mount"],
  "link.seen": hierarchyCommands["link.see"],
  "link.reach-set": hierarchyCommands["link.reach"],
  "link.shared": hierarchyCommands["link.share"],
  "link.released": hierarchyCommands["link.release"],
  "link.leave-announced": () => object({ trunk, organization, from: time }),
  "link.leave-withdrawn": () => object({ trunk, organization }),
  "liaison.defined": () => object({ trunk, role: roleId, name: nameText, keptBy }),
  "liaison.assigned": () =>
    object({
      ...{ trunk, role: roleId, node: liaisonNode(), people: officers() },
      because: optional(only("reinstated")),
    }),
  "liaison.ended": () =>
    object({
      ...{ trunk, role: roleId, node: liaisonNode(), organization, person: personId },
      because: choice("resigned", "left", "unlinked"),
    }),
  "liaison.passed-on": () =>
    object({
      ...{ trunk, role: roleId, node: liaisonNode(), from: identity(), to: identity() },
      because: choice("named", "registered"),
    }),
  "lineage.changed": () =>
    object({
      organization,
      above: long(
        object<AboveNow>({
          organization,
          level: nullable(count),
          longest: count,
          through: many(organization),
          line: many(count),
          path: many(organization),
        }),
      ),
    }),
};

/** A department, nothing for the root, and an alias, with a space between them. */
const aliasText: Schema<string> = string(
  (value) => (value.includes(" ") ? null : "not-a-name"),
  {},
);

/** Records of Trunks and Links, by kind. */
export const trunksRecords: Table<TrunksRecords> = {
  trunk: () =>
    object({
      open: flag,
      capacity: nullable(count),
      revision: optional(count),
      branches: pageIndex(),
      below: pageIndex(),
      distances: many(count),
      chooses: optional(only(true)),
      aliases: hashIndex(),
      pending: pageIndex(),
      invitations: pageIndex(),
      fields: optional(sharedFields()),
    }),
  link: () =>
    object({
      order: count,
      reach,
      shared: shared(),
      whole: flag,
      departments: hashIndex(),
      people: hashIndex(),
      inert: optional(only(true)),
      sets: optional(count),
      roster: hashIndex(),
      alias,
      mount,
      labels: labels(),
      fields: optional(sharedFields()),
      seats: optional(count),
      seated: optional(count),
      leaving: optional(time),
      unarmed: optional(thresholds()),
      released: optional(only(true)),
      hidden: flag,
      hiddenExcept: keptExceptions(),
      ownOnly: flag,
      ownOnlyExcept: keptExceptions(),
    }),
  lineage: () =>
    object({
      links: many(tuple(organization, count, reach)),
      above: many(
        tuple(
          organization,
          nullable(count),
          count,
          many(organization),
          many(count),
          count,
          many(organization),
        ),
      ),
    }),
  branches: () => page(spacesKinds.branches, tuple(count, organization)),
  below: () => page(spacesKinds.below, tuple(count, organization, nullable(count))),
  mounted: () => bucket(organization, nothing),
  "trunk-aliases": () => bucket(aliasText, many(organization)),
  "trunk-pending": () => page(spacesKinds["trunk-pending"], tuple(count, applicationId)),
  "trunk-invited": () => page(spacesKinds["trunk-invited"], tuple(count, invitationId)),
  "trunk-applicant": () =>
    object({
      application: applicationId,
      fields: optional(sharedFields()),
      reapplyFrom: optional(time),
    }),
  "trunk-invitee": () => object({ open: count, latest: optional(invitationId) }),
};

/** Records of who is on Links, and by which scopes. */
export const linkRostersRecords: Table<
  Pick<
    RosterRecords,
    | "link-ruled"
    | "link-roster"
    | "stake"
    | "staked"
    | "liaisons"
    | "liaison"
    | "offices"
    | "office"
  >
> = {
  liaisons: () => object({ roles: many(roleId), sets: count }),
  liaison: () => object({ name: nameText, keptBy }),
  offices: () => object({ offices: hashIndex() }),
  office: () =>
    bucket(
      anyOf<[string, string]>(anyId, idPair),
      tuple(many(tuple(organizationId, personId)), count),
    ),
  "link-ruled": () => bucket(anyId, choice("in", "out")),
  "link-roster": () => bucket(personId, tuple(count, time)),
  stake: () => object({ people: hashIndex() }),
  staked: () => bucket(personId, nothing),
};
