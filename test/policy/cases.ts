/** Every field of the policy, and what comes of it under different values of it. */
import type { Policy } from "../../src/core/policy.ts";
import { apps } from "./areas/apps.ts";
import { directory } from "./areas/directory.ts";
import { flows } from "./areas/flows.ts";
import { hierarchy } from "./areas/hierarchy.ts";
import { joining } from "./areas/joining.ts";
import { leaving } from "./areas/leaving.ts";
import { licenses } from "./areas/licenses.ts";
import { offices } from "./areas/offices.ts";
import { picking } from "./areas/picking.ts";
import { protocol } from "./areas/protocol.ts";
import { sight } from "./areas/sight.ts";
import { spaces } from "./areas/spaces.ts";
import { suspension } from "./areas/suspension.ts";

/** How a case is told: the same under each value. */
interface Told {
  /** What is tried, or looked at: half a sentence. */
  readonly shows: string;
  readonly run: (changes: Partial<Policy>) => unknown;
}

/** What comes under each value that has a name; one more value asks for one more outcome. */
interface ChoiceCase<Value extends string | boolean> extends Told {
  readonly outcomes: { readonly [Name in `${Value}`]: unknown };
}

/** What comes under some values, the default among them: at, below and above what tells them apart. */
interface NumberCase<Value> extends Told {
  readonly outcomes: readonly (readonly [value: Value, outcome: unknown])[];
}

type Case<Value> = [Value] extends [string | boolean] ? ChoiceCase<Value> : NumberCase<Value>;

/** A case of every field: one more field asks for one more case. */
export type Cases = { readonly [Name in keyof Policy]: Case<Policy[Name]> };
/** The cases of one area. */
export type CasesOfSome = Partial<Cases>;

/** By area, as the pages of the reference have them. */
export const CASES_BY_AREA = {
  spaces,
  hierarchy,
  joining,
  leaving,
  suspension,
  directory,
  protocol,
  sight,
  apps,
  picking,
  offices,
  flows,
  licenses,
};

export const CASES: Cases = {
  ...spaces,
  ...hierarchy,
  ...joining,
  ...leaving,
  ...suspension,
  ...directory,
  ...protocol,
  ...sight,
  ...apps,
  ...picking,
  ...offices,
  ...flows,
  ...licenses,
};
