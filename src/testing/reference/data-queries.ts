/** Answers about data, and about whom one may choose in a form. */
import type { Submission } from "../../apps/model.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { RowFilter, Viewer } from "../../queries/model.ts";
import { type Answers, inOrder, lastKnown, search, shown, suspensionOf } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { submittersOf } from "./facts-areas.ts";
import { foundBy } from "./former-ids.ts";
import { reachedAs, reaches } from "./hierarchy.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { isSame } from "./identities.ts";
import { isInNodes, ledBy } from "./industry-rows.ts";
import { identityOf } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { rowShown } from "./row-shown.ts";
import { isPair, pairOf } from "./settings.ts";
import { type Look, submitterFields } from "./shared-fields.ts";
import type { Identity, State, World } from "./state.ts";
import type { Pair, Row } from "./state-areas.ts";
import {
  type Acting,
  actingOf,
  type Candidate,
  candidatesOf,
  type Permitted,
  permissionsOf,
  useCodes,
} from "./use.ts";
import { asMember, filterOfNodes, isMember, isOfNodes } from "./vocabulary-industry.ts";

interface Asked extends Submission {
  readonly viewer: Viewer;
}

function codesFor(feature: string) {
  return (world: World, { viewer, ...submission }: Asked): RefusalCode[] =>
    useCodes(world, viewer, submission, feature);
}

/** Its own rows are those that somebody submitted under the employment they have now (HAND-07). */
type Condition = Omit<RowFilter[number], "submitter" | "owner" | "nodes"> & {
  readonly submitter?: Identity;
  /** Those of the nodes of its organization of which somebody is staff (INDUSTRY-04). */
  readonly nodes?: readonly string[];
};

/** The rows one permission gives (DATA-04). */
function conditionOf(state: State, { rows, labels }: Permitted, acting: Acting): Condition {
  const { organization, space } = acting;
  return {
    ...(rows === "own" ? { submitter: identityOf(state, acting) } : {}),
    ...(rows === "organization" ? { organization } : {}),
    ...(isOfNodes(rows) ? { organization, nodes: ledBy(state, acting) } : {}),
    ...(rows === "below" ? { below: organization } : {}),
    ...(rows === "space" && space !== null ? { space: space.id } : {}),
    ...(labels === null ? {} : { labels: sorted(labels) }),
  };
}

/** The rows a viewer may see: all, or those that any of the permissions gives. */
function rangeOf({ state }: World, acting: Acting, app: Submission["app"]) {
  const permissions = permissionsOf(state, acting, app).filter((each) => each.rows !== null);
  const all =
    (acting.space === null && acting.trunk === null) ||
    permissions.some((each) => each.rows === "all" && each.labels === null);
  return { all, filter: all ? [] : permissions.map((each) => conditionOf(state, each, acting)) };
}

/** Whether a row is of an organization, or of one below it: by the tree of today or of the submission (LEVEL-03). */
function isBelow({ state, policy }: World, row: Row, upper: Row["organization"]): boolean {
  if (row.organization === upper) return true;
  if (hierarchyPolicy(policy).levelRange === "current") {
    return reaches(state, upper, row.organization);
  }
  return row.line?.includes(upper) === true;
}

function satisfies(world: World, row: Row, condition: Condition): boolean {
  const { submitter, organization, space, below, nodes, labels } = condition;
  return (
    (below === undefined || isBelow(world, row, below)) &&
    (nodes === undefined || isInNodes(world.state, row, row, nodes)) &&
    (submitter === undefined || isSame(row, submitter)) &&
    (organization === undefined || row.organization === organization) &&
    (space === undefined || row.space === space) &&
    (labels === undefined || labels.some((label) => row.labels.includes(label)))
  );
}

/** Whether somebody has an id, or had it and nobody has it since (DIR-15). */
function isCalled(state: State, row: Row, id: Pair["person"]): boolean {
  const { organization, person } = row;
  if (person === id || isMember(row)) return person === id;
  return foundBy(state).some(
    (each) => each.organization === organization && each.from === id && each.to === person,
  );
}

/** Who looks at data, and where. */
function lookOf({ viewer, space, trunk }: Asked): Look {
  const through = trunk === undefined ? null : { trunk };
  return { viewer: viewer.organization, shelf: space === undefined ? through : { space } };
}

function rangeAsked(world: World, { viewer, ...submission }: Asked) {
  const acting = actingOf(world, viewer, submission);
  return acting === null ? { all: false, filter: [] } : rangeOf(world, acting, submission.app);
}

/**
 * To whoever sees everything, where the acting organization of a row stands below them now, and what it is
 * called by the Link of its line (LEVEL-01).
 */
function placeShown({ state }: World, row: Row, acting: Acting | null) {
  if (acting === null || acting.space !== null || acting.trunk !== null) return {};
  const line = reachedAs(state, acting.organization, row.organization)?.line;
  if (line === undefined) return {};
  const alias = line.at(-1)?.alias ?? null;
  return { line: line.map((link) => link.organization), ...(alias === null ? {} : { alias }) };
}

/** The questions about data. */
export const dataAnswers: Answers<"data.range" | "data.rows" | "data.submitters"> = {
  "data.range": {
    codes: codesFor("data.view"),
    value: (world, asked) => {
      const { all, filter } = rangeAsked(world, asked);
      const said = filter.map(({ submitter, nodes, ...rest }) => ({
        ...rest,
        ...(submitter === undefined ? {} : { submitter: pairOf(submitter) }),
        ...(nodes === undefined ? {} : filterOfNodes(asked.viewer.organization, nodes)),
      }));
      return { all, filter: said };
    },
  },
  "data.rows": {
    codes: codesFor("data.view"),
    value: (world, { submitter, organization, ...asked }) => {
      const { all, filter } = rangeAsked(world, asked);
      const acting = actingOf(world, asked.viewer, asked);
      const items = world.state.rows
        .filter((each) => each.app === asked.app)
        .filter((row) => all || filter.some((condition) => satisfies(world, row, condition)))
        .filter((row) => submitter === undefined || isCalled(world.state, row, submitter))
        .filter((row) => organization === undefined || row.organization === organization)
        .map((row) => ({
          ...rowShown(world, lookOf(asked), row),
          ...placeShown(world, row, acting),
        }));
      return inOrder(items);
    },
  },
  "data.submitters": {
    codes: (world, { viewer, app }) => codesFor("data.view")(world, { viewer, app }),
    value: (world, { viewer, app, search: text }) => {
      const all = submittersOf(world.state, app).map((each) => {
        const { fields, ...rest } = lastKnown(world, each);
        const those = submitterFields(world, viewer.organization, each.organization, fields);
        return { ...rest, fields: those, ...asMember(each) };
      });
      return inOrder(search(all, text));
    },
  },
};

function candidates(world: World, { viewer, ...submission }: Asked): Candidate[] {
  const acting = actingOf(world, viewer, submission);
  return acting === null ? [] : candidatesOf(world, acting, submission.app);
}

/** The questions about whom one may choose in a form (PICK-01, PICK-02). */
export const pickAnswers: Answers<"form.pickable" | "form.candidates"> = {
  "form.pickable": {
    codes: (world, { target, ...asked }) =>
      whichApplyTo(codesFor("form.submit")(world, asked), [
        [
          "PICK_TARGET_OUTSIDE_SCOPE",
          !candidates(world, asked).some((each) => isPair(each, target)),
        ],
      ]),
    value: () => ({ pickable: true }),
  },
  "form.candidates": {
    codes: codesFor("form.submit"),
    value: (world, { search: text, ...asked }) => {
      const all = candidates(world, asked).map((each) => ({
        ...shown(world, { viewer: asked.viewer.organization, shelf: each.from }, each),
        ...suspensionOf(world, each),
      }));
      return inOrder(search(all, text));
    },
  },
};
