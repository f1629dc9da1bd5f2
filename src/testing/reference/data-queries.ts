/** Answers about data, and about whom one may choose in a form. */
import type { Submission } from "../../apps/model.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { RowFilter, Viewer } from "../../queries/model.ts";
import { type Answers, inOrder, search, shown, suspensionOf } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { submittersOf } from "./facts-areas.ts";
import { calledAt, foundBy } from "./former-ids.ts";
import { isSame } from "./identities.ts";
import { identityOf } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { isPair, pairOf } from "./settings.ts";
import type { Identity, State, World } from "./state.ts";
import type { Pair, Permission, Row } from "./state-areas.ts";
import { type Acting, actingOf, candidatesOf, permissionsOf, useCodes } from "./use.ts";
import { formerly } from "./vocabulary-renames.ts";

interface Asked extends Submission {
  readonly viewer: Viewer;
}

function codesFor(feature: string) {
  return (world: World, { viewer, ...submission }: Asked): RefusalCode[] =>
    useCodes(world, viewer, submission, feature);
}

/** Its own rows are those that somebody submitted under the employment they have now (HAND-07). */
type Condition = Omit<RowFilter[number], "submitter"> & { readonly submitter?: Identity };

/** The rows one permission gives (DATA-04). */
function conditionOf(state: State, { rows, labels }: Permission, acting: Acting): Condition {
  const { organization, space } = acting;
  return {
    ...(rows === "own" ? { submitter: identityOf(state, acting) } : {}),
    ...(rows === "organization" ? { organization } : {}),
    ...(rows === "space" && space !== null ? { space: space.id } : {}),
    ...(labels === null ? {} : { labels: sorted(labels) }),
  };
}

/** The rows a viewer may see: all, or those that any of the permissions gives. */
function rangeOf({ state }: World, acting: Acting, app: Submission["app"]) {
  const permissions = permissionsOf(state, acting, app).filter((each) => each.rows !== null);
  const all =
    acting.space === null ||
    permissions.some((each) => each.rows === "all" && each.labels === null);
  return { all, filter: all ? [] : permissions.map((each) => conditionOf(state, each, acting)) };
}

function satisfies(row: Row, { submitter, organization, space, labels }: Condition): boolean {
  return (
    (submitter === undefined || isSame(row, submitter)) &&
    (organization === undefined || row.organization === organization) &&
    (space === undefined || row.space === space) &&
    (labels === undefined || labels.some((label) => row.labels.includes(label)))
  );
}

/** Whether somebody has an id, or had it and nobody has it since (DIR-15). */
function isCalled(state: State, { organization, person }: Pair, id: Pair["person"]): boolean {
  return (
    person === id ||
    foundBy(state).some(
      (each) => each.organization === organization && each.from === id && each.to === person,
    )
  );
}

function rangeAsked(world: World, { viewer, ...submission }: Asked) {
  const acting = actingOf(world, viewer, submission);
  return acting === null ? { all: false, filter: [] } : rangeOf(world, acting, submission.app);
}

/** The questions about data. */
export const dataAnswers: Answers<"data.range" | "data.rows" | "data.submitters"> = {
  "data.range": {
    codes: codesFor("data.view"),
    value: (world, asked) => {
      const { all, filter } = rangeAsked(world, asked);
      const said = filter.map(({ submitter, ...rest }) =>
        submitter === undefined ? rest : { ...rest, submitter: pairOf(submitter) },
      );
      return { all, filter: said };
    },
  },
  "data.rows": {
    codes: codesFor("data.view"),
    value: (world, { submitter, organization, ...asked }) => {
      const { all, filter } = rangeAsked(world, asked);
      const items = world.state.rows
        .filter((each) => each.app === asked.app)
        .filter((row) => all || filter.some((condition) => satisfies(row, condition)))
        .filter((row) => submitter === undefined || isCalled(world.state, row, submitter))
        .filter((row) => organization === undefined || row.organization === organization)
        .map((row) => ({
          row: row.row,
          space: row.space,
          submitter: {
            ...shown(world, row),
            ...formerly(calledAt(world.state, row, row.at), row.person),
          },
          labels: sorted(row.labels),
          at: row.at,
        }));
      return inOrder(items);
    },
  },
  "data.submitters": {
    codes: (world, { viewer, app }) => codesFor("data.view")(world, { viewer, app }),
    value: (world, { app, search: text }) => {
      const all = submittersOf(world.state, app).map((each) => shown(world, each));
      return inOrder(search(all, text));
    },
  },
};

function candidates(world: World, { viewer, ...submission }: Asked): Pair[] {
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
        ...shown(world, each),
        ...suspensionOf(world, each),
      }));
      return inOrder(search(all, text));
    },
  },
};
