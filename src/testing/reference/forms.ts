/** Submissions: rows of an app's data. */
import type { Submission } from "../../apps/model.ts";
import type { RowId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { reachedAs } from "./hierarchy.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { owned, ownerCodes } from "./industry-rows.ts";
import { identityOf } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Handlers, World } from "./state.ts";
import type { Pair, Row } from "./state-areas.ts";
import {
  type Acting,
  actingOf,
  candidatesOf,
  isFeature,
  isLimited,
  usageCodes,
  useCodes,
} from "./use.ts";

/** What is submitted, as a form or with a flow. */
interface Submitted extends Submission {
  readonly rows: readonly { readonly row: RowId; readonly labels?: readonly string[] }[];
  readonly attachments?: boolean | undefined;
  readonly picked?: readonly Pair[] | undefined;
}

/** What refuses rows of a known app to somebody who may act so. */
export function handInCodes(
  world: World,
  acting: Acting,
  data: Submitted,
  feature: "form.submit" | "flow.start",
): RefusalCode[] {
  const { state, policy } = world;
  const { app, rows, attachments = false, picked = [] } = data;
  const ids = rows.map((each) => each.row);
  const isTaken = (id: RowId) => state.rows.some((each) => each.app === app && each.row === id);
  const candidates = candidatesOf(world, acting, app);
  return whichApplyTo(
    [...usageCodes(world, acting, app, feature), ...ownerCodes(state, acting, data)],
    [
      ["ID_TAKEN", new Set(ids).size < ids.length || ids.some(isTaken)],
      [
        "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
        isLimited(policy, acting) &&
          (rows.length > 1 || (attachments && !isFeature(policy, "attachment.upload"))),
      ],
      [
        "PICK_TARGET_OUTSIDE_SCOPE",
        picked.some((each) => !candidates.some((candidate) => isPair(candidate, each))),
      ],
    ],
  );
}

/** What refuses a submission. */
export function submissionCodes(
  world: World,
  by: Actor,
  data: Submitted,
  feature: "form.submit" | "flow.start",
): RefusalCode[] {
  const codes = useCodes(world, by, data, feature);
  const acting = actingOf(world, by, data);
  return acting === null ? codes : [...codes, ...handInCodes(world, acting, data, feature)];
}

/**
 * The Trunk through which something is submitted, and who is above on the line then, the Trunk included,
 * where the policy goes by that (LEVEL-03).
 */
export function through(
  { state, policy }: World,
  { trunk, organization }: Omit<Acting, "space">,
): Pick<Row, "trunk" | "line"> {
  if (trunk === null) return {};
  if (hierarchyPolicy(policy).levelRange === "current") return { trunk };
  const line = reachedAs(state, trunk, organization)?.line ?? [];
  return { trunk, line: line.map((link) => link.trunk) };
}

/** Puts rows into an app's data, with who submitted them for whom (DATA-01, DATA-02). */
export function submit(world: World, by: Actor, submitted: Submitted, at: number): void {
  const { app, rows, ...door } = submitted;
  const acting = actingOf(world, by, door);
  if (acting === null) return;
  const submitter = identityOf(world.state, acting);
  const space = acting.space?.id ?? null;
  const rest = { ...through(world, acting), ...owned(world.state, acting, submitted) };
  for (const { row, labels = [] } of rows) {
    world.state.rows.push({ app, row, space, ...rest, ...submitter, labels, at });
  }
}

/** The command that submits a form. */
export const formCommands: Handlers<"form.submit"> = {
  "form.submit": {
    codes: (world, { by, data }) => submissionCodes(world, by, data, "form.submit"),
    effect: (world, { by, data, at }) => submit(world, by, data, at),
  },
};
