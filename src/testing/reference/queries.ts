/** Answers to questions, whole lists at once, worked out from the lists each time. */

import type { RefusalCode } from "../../core/refusal.ts";
import type { Query, QueryOf, QueryType } from "../../queries/model.ts";
import {
  type Answering,
  type Answers,
  about,
  type FromWithin,
  listed,
  nameOf,
  room,
  suspensionOf,
} from "./answering.ts";
import { appAnswers } from "./app-queries.ts";
import { actsFor, suspendedCodes, unknownRoots } from "./authority.ts";
import { sorted } from "./canonical.ts";
import { dataAnswers, pickAnswers } from "./data-queries.ts";
import { departureAnswers } from "./departure-queries.ts";
import { directoryAnswers } from "./directory-queries.ts";
import { distributionAnswers } from "./distribution-queries.ts";
import { flowAnswers } from "./flow-queries.ts";
import { foundBy } from "./former-ids.ts";
import { groupAnswers } from "./group-queries.ts";
import { hierarchyAnswers } from "./hierarchy-queries.ts";
import { hostAnswers } from "./host-queries.ts";
import { memberAnswer } from "./industry-queries.ts";
import { joiningAnswers, trunkJoiningAnswers } from "./joining-queries.ts";
import { liaisonAnswers } from "./liaison-queries.ts";
import { licenseAnswers } from "./license-queries.ts";
import { findMember, findOrganization, findSpace, hostedBy, joinedBy } from "./lists.ts";
import { isSuspended, latest } from "./people.ts";
import { firstInRank, whichApply, whichApplyTo } from "./rank.ts";
import { recipientAnswers } from "./recipients.ts";
import { presenceOf, presences } from "./roster.ts";
import { spaceRoster } from "./roster-queries.ts";
import { scopeShown } from "./scope-shown.ts";
import { fieldsTo } from "./shared-fields.ts";
import { sightAnswers } from "./sight-queries.ts";
import { spaceSightAnswers } from "./space-sight-queries.ts";
import { spaceQuota, spacesCounted } from "./spaces.ts";
import { standInAnswers } from "./standing-in.ts";
import type { Identity, World } from "./state.ts";
import { substitute } from "./substituting.ts";
import { memberGate, notSuspended } from "./suspended-members.ts";
import { trunkGroupAnswers } from "./trunk-groups.ts";
import { trunkAnswers } from "./trunk-queries.ts";
import { isRostered, seesIn, visibleTo } from "./visibility.ts";

/** What a question comes to: an answer without pages, or a code. */
export type ReferenceAnswer =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "refused"; readonly code: RefusalCode };

function withinCodes(world: World, { viewer, space: id }: FromWithin): RefusalCode[] {
  const space = findSpace(world.state, id);
  return whichApplyTo(unknownRoots(world, viewer, { space: id }), [
    ["NOT_IN_SPACE", space !== undefined && !isRostered(world.state, space, viewer)],
  ]).concat(memberGate(world.state, id, viewer.organization));
}

function ownPartCodes(world: World, { viewer, space: id }: FromWithin): RefusalCode[] {
  const { state } = world;
  const space = findSpace(state, id);
  const own = viewer.organization;
  return whichApplyTo(unknownRoots(world, viewer, { space: id }), [
    ["NOT_AUTHORIZED_ADMIN", !actsFor(state, viewer, own)],
    [
      "NOT_A_MEMBER",
      space !== undefined && space.host !== own && findMember(state, space, own) === undefined,
    ],
  ]);
}

function contact(
  world: World,
  { viewer, space }: FromWithin,
  { organization, person }: Pick<Identity, "organization" | "person">,
) {
  const employment = latest(world.state, organization, person);
  const look = { viewer: viewer.organization, shelf: { space } };
  return {
    organization,
    person,
    fields: fieldsTo(world, look, organization, employment?.fields ?? { name: "" }),
    departments: sorted(employment?.departments ?? []),
    ...suspensionOf(world, { organization, person }),
  };
}

const entryAnswers: Answers<"entry.management" | "entry.spaces" | "admin.organization-room"> = {
  "entry.management": {
    codes: (world, { viewer }) => unknownRoots(world, viewer, {}),
    value: ({ state }, { viewer }) => {
      const { organization } = viewer;
      if (!actsFor(state, viewer, organization))
        return { available: false, hosted: [], joined: [] };
      return {
        available: true,
        hosted: sorted(hostedBy(state, organization).map((space) => space.id)),
        joined: sorted(joinedBy(state, organization).map((space) => space.id)),
      };
    },
  },
  "entry.spaces": {
    codes: () => [],
    value: ({ state }, { person }) => {
      const items = presences(state).flatMap(({ space, present }) => {
        const own = notSuspended(state, space.id, present).filter(
          (each) => each.person === person && !isSuspended(state, each),
        );
        const through = sorted(own.map((each) => each.organization));
        return through.length === 0 ? [] : [{ space: space.id, name: space.name, through }];
      });
      return listed(items, ({ space }) => [space]);
    },
  },
  "admin.organization-room": {
    codes: (world, { viewer }) =>
      whichApplyTo(unknownRoots(world, viewer, {}), [
        ["NOT_AUTHORIZED_ADMIN", !actsFor(world.state, viewer, viewer.organization)],
      ]),
    value: (world, { viewer: { organization: id } }) => {
      const organization = findOrganization(world.state, id);
      const quota = organization === undefined ? null : spaceQuota(world, organization);
      return {
        hosted: quota === null ? null : room(spacesCounted(world, id), quota),
        joined: room(joinedBy(world.state, id).length, world.policy.joinLimit),
      };
    },
  },
};

const spaceAnswers: Answers<"space.organizations" | "space.contacts" | "space.contact"> = {
  "space.organizations": {
    codes: withinCodes,
    value: (world, { viewer, space: id }) => {
      const space = about(world, id);
      const items = visibleTo(world.state, space, viewer).map((organization) => ({
        organization,
        name: nameOf(world, organization),
        role: organization === space.host ? "host" : "member",
      }));
      return listed(items, ({ organization }) => [organization]);
    },
  },
  "space.contacts": {
    codes: withinCodes,
    value: (world, { viewer, space: id, search = "" }) => {
      const space = about(world, id);
      const items = presenceOf(world.state, space)
        .present.filter((each) => seesIn(world.state, space, viewer, each))
        .map((each) => contact(world, { viewer, space: id }, each))
        .filter(({ fields }) => fields.name.includes(search));
      return listed(items, ({ organization, person }) => [organization, person]);
    },
  },
  "space.contact": {
    codes: (world, data) => {
      const codes = withinCodes(world, data);
      const space = findSpace(world.state, data.space);
      if (space === undefined || codes.length > 0) return codes;
      // Of an organization that is not visible, not even presence may be learned.
      if (!seesIn(world.state, space, data.viewer, data)) return ["NOT_VISIBLE"];
      return whichApply([["NOT_IN_SPACE", !isRostered(world.state, space, data)]]);
    },
    value: (world, data) => ({
      fields: contact(world, data, data).fields,
      ...suspensionOf(world, data),
    }),
  },
};

const ownAnswers: Answers<"admin.roster" | "admin.waiting" | "admin.scope"> = {
  "admin.roster": spaceRoster,
  "admin.waiting": {
    codes: ownPartCodes,
    value: (world, { viewer, space: id }) => {
      const space = about(world, id);
      const items = presenceOf(world.state, space)
        .waiting.filter(
          (each) => space.host === viewer.organization || each.organization === viewer.organization,
        )
        .map(({ organization, person }) => ({ organization, person }));
      return listed(items, ({ organization, person }) => [organization, person]);
    },
  },
  "admin.scope": {
    codes: ownPartCodes,
    value: (world, { viewer, space }) =>
      scopeShown(
        world,
        world.state.associations.find(
          (each) => each.space === space && each.organization === viewer.organization,
        ),
        viewer.organization,
      ),
  },
};

/** The questions that the model answers: not yet those about hierarchies. */
type Answered = Exclude<
  QueryType,
  | `hierarchy.${string}`
  | `liaison.${string}`
  | `share.${string}`
  | "app.covered"
  | "license.by-branch"
>;

const answers: Answers<Answered> = {
  ...entryAnswers,
  ...spaceAnswers,
  ...spaceSightAnswers,
  ...ownAnswers,
  ...hostAnswers,
  ...joiningAnswers,
  ...licenseAnswers,
  ...groupAnswers,
  ...appAnswers,
  ...dataAnswers,
  ...pickAnswers,
  ...flowAnswers,
  ...standInAnswers,
  ...departureAnswers,
  ...directoryAnswers,
  ...recipientAnswers,
};

/** The questions that the vocabulary of questions may not have yet. */
const ofHierarchies: Readonly<Record<string, unknown>> = {
  ...hierarchyAnswers,
  ...sightAnswers,
  ...trunkAnswers,
  ...trunkJoiningAnswers,
  ...distributionAnswers,
  ...liaisonAnswers,
  ...trunkGroupAnswers,
};

/** A question with present ids for former ones; who asks is known by the present one alone. */
function askedNow<Type extends QueryType>({ state }: World, query: QueryOf<Type>): QueryOf<Type> {
  const copy = JSON.parse(JSON.stringify(query)) as {
    readonly data: Readonly<Record<string, unknown>>;
  };
  const { viewer, ...asked } = copy.data;
  const asker = (viewer ?? asked["source"]) as { readonly organization?: string } | undefined;
  for (const each of foundBy(state)) substitute([asked], each, asker?.organization);
  const data = viewer === undefined ? asked : { viewer, ...asked };
  return { ...copy, data } as unknown as QueryOf<Type>;
}

/**
 * Answers a question, or gives the code it is refused with. One that names a former id is answered
 * with the present one to those who may see it; for all others it names nobody (DIR-15).
 */
export function answerQuery<Type extends QueryType>(
  world: World,
  query: QueryOf<Type>,
): ReferenceAnswer {
  const { at = world.at } = query.data as { readonly at?: number };
  const then = { ...world, at };
  const found = answerAsSaid(then, askedNow(then, query));
  return found.kind === "answer" ? found : answerAsSaid(then, query);
}

function answerAsSaid<Type extends QueryType>(world: World, query: QueryOf<Type>): ReferenceAnswer {
  const { type, data } = query as Query;
  const isOfTrunk = "trunk" in data || (type === "app.center" && !("space" in data));
  const ofAreas: Readonly<Partial<Record<QueryType, unknown>>> = answers;
  const ofMember = memberAnswer({ type, data } as Query);
  const ofOthers = isOfTrunk
    ? (ofHierarchies[type] ?? ofAreas[type])
    : (ofAreas[type] ?? ofHierarchies[type]);
  const { codes, value } = (ofMember ?? ofOthers) as Answering<typeof data>;
  const viewer = "viewer" in data && ofMember === null ? data.viewer : undefined;
  const code = firstInRank([...codes(world, data), ...suspendedCodes(world.state, viewer)]);
  return code === undefined
    ? { kind: "answer", value: value(world, data) }
    : { kind: "refused", code };
}
