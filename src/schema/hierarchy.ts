/** Schemas of hierarchies: facts, commands, events and records of Trunks, Branches and Links. */
import type {
  AboveNow,
  HierarchyCommands,
  HierarchyEvents,
  HierarchyFacts,
} from "../hierarchy/model.ts";
import type { RosterRecords } from "../roster/model.ts";
import { spacesKinds } from "../spaces/kinds.ts";
import type {
  FormedLink,
  InSpace,
  InTrunk,
  KeptExceptions,
  Reach,
  SightExceptions,
  TrunksRecords,
  Within,
} from "../spaces/model.ts";
import {
  anyId,
  applicationId,
  departmentId,
  identifier,
  invitationId,
  organizationId,
  personId,
  spaceId,
} from "./ids.ts";
import { count } from "./numbers.ts";
import {
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
import { bucket, hashIndex, long, many, nothing, page, pageIndex } from "./structures.ts";
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

export const reach: Schema<Reach> = choice("trunk", "all-above");
/** Data codes: a set of words by the rule of ids, up to 64 code units each. */
export const shared = lazily(() => uniqueList(identifier(SHARED_LENGTH_MAX), SHARED_MAX));
/** Labels of a Branch: a set of at most 20. */
export const labels = lazily(() => uniqueList(labelText, LABELS_MAX));

const organization = organizationId;
const trunk = organizationId;
const alias = nullable(nameText);
const mount = nullable(departmentId);

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

/** The data of each command about Links. */
export const hierarchyCommands: Table<HierarchyCommands> = {
  "link.mount": () => object({ trunk, organization, alias, mount }),
  "link.see": () =>
    object({
      ...{ trunk, organization, hidden: flag, hiddenExcept: exceptions() },
      ...{ ownOnly: flag, ownOnlyExcept: exceptions() },
    }),
  "link.reach": () => object({ trunk, organization, reach }),
  "link.share": () => object({ trunk, organization, shared: shared() }),
  "link.release": () => object({ trunk, organization, released: flag }),
  "link.cancel": () => object({ trunk, organization }),
  "link.leave": () => object({ trunk, organization }),
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
      aliases: hashIndex(),
      pending: pageIndex(),
      invitations: pageIndex(),
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
        tuple(organization, nullable(count), count, many(organization), many(count), count),
      ),
    }),
  branches: () => page(spacesKinds.branches, tuple(count, organization)),
  below: () => page(spacesKinds.below, tuple(count, organization, nullable(count))),
  mounted: () => bucket(organization, nothing),
  "trunk-aliases": () => bucket(aliasText, many(organization)),
  "trunk-pending": () => page(spacesKinds["trunk-pending"], tuple(count, applicationId)),
  "trunk-invited": () => page(spacesKinds["trunk-invited"], tuple(count, invitationId)),
  "trunk-applicant": () => object({ application: applicationId }),
};

/** Records of who is on Links, and by which scopes. */
export const linkRostersRecords: Table<Pick<RosterRecords, "link-ruled" | "link-roster">> = {
  "link-ruled": () => bucket(anyId, choice("in", "out")),
  "link-roster": () => bucket(personId, count),
};
