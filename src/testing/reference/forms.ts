/** Submissions: rows of an app's data. */
import type { Submission } from "../../apps/model.ts";
import type { RowId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { identityOf } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Handlers, World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { actingOf, candidatesOf, isFeature, useCodes } from "./use.ts";

/** What is submitted, as a form or with a flow. */
interface Submitted extends Submission {
  readonly rows: readonly { readonly row: RowId; readonly labels?: readonly string[] }[];
  readonly attachments?: boolean | undefined;
  readonly picked?: readonly Pair[] | undefined;
}

/** What refuses a submission. */
export function submissionCodes(
  world: World,
  by: Actor,
  data: Submitted,
  feature: "form.submit" | "flow.start",
): RefusalCode[] {
  const { state, policy } = world;
  const codes = useCodes(world, by, data, feature);
  const acting = actingOf(world, by, data);
  if (acting === null) return codes;
  const { app, rows, attachments = false, picked = [] } = data;
  const ids = rows.map((each) => each.row);
  const isTaken = (id: RowId) => state.rows.some((each) => each.app === app && each.row === id);
  const candidates = candidatesOf(world, acting, app);
  return whichApplyTo(codes, [
    ["ID_TAKEN", new Set(ids).size < ids.length || ids.some(isTaken)],
    [
      "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
      acting.space !== null &&
        (rows.length > 1 || (attachments && !isFeature(policy, "attachment.upload"))),
    ],
    [
      "PICK_TARGET_OUTSIDE_SCOPE",
      picked.some((each) => !candidates.some((candidate) => isPair(candidate, each))),
    ],
  ]);
}

/** Puts rows into an app's data, with who submitted them for whom (DATA-01, DATA-02). */
export function submit(
  world: World,
  by: Actor,
  { app, space: id, rows }: Submitted,
  at: number,
): void {
  const acting = actingOf(world, by, id === undefined ? { app } : { app, space: id });
  if (acting === null) return;
  const submitter = identityOf(world.state, acting);
  const space = acting.space?.id ?? null;
  for (const { row, labels = [] } of rows) {
    world.state.rows.push({ app, row, space, ...submitter, labels, at });
  }
}

/** The command that submits a form. */
export const formCommands: Handlers<"form.submit"> = {
  "form.submit": {
    codes: (world, { by, data }) => submissionCodes(world, by, data, "form.submit"),
    effect: (world, { by, data, at }) => submit(world, by, data, at),
  },
};
