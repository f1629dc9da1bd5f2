/** Where the scripts begin, and the run that looks for a difference. */
import { definePolicy } from "interorg";
import {
  agreesWithRules,
  type SoakFailure,
  type SoakResult,
  soak,
  worldInputs,
} from "interorg/testing";
import type { Bug } from "../src/portal.ts";
import { portalUnderTest, TYPES } from "./adapter.ts";

const numbers = definePolicy({ personCap: 4, joinLimit: 1, memberOrgCap: 2 });
if (!numbers.ok) throw new Error(JSON.stringify(numbers.problems));
export const { policy } = numbers;

/** Two hubs of two hosts, and two companies that may join; `jo` works for both. */
export const setting = worldInputs({
  organizations: {
    acme: { departments: { sales: null }, people: { sam: ["sales"] }, admins: { ann: "main" } },
    apex: { departments: { labs: null }, people: {}, admins: { abe: "main" } },
    bolt: { departments: { shop: null }, people: { jo: ["shop"] }, admins: { bea: "main" } },
    crux: { departments: { yard: null }, people: { jo: ["yard"] }, admins: { cat: "main" } },
  },
  spaces: { north: { host: "acme", scope: "whole" }, south: { host: "apex", scope: "whole" } },
});

/** Runs scripts on the portal until so many inputs are done, or a few of them show a difference. */
export function tried(bug: Bug | null, inputs: number, seed = 1): SoakResult {
  const law = agreesWithRules(portalUnderTest(bug));
  const scripts = { policy, setting, types: TYPES };
  return soak([law], { seed, inputs, length: 60, failures: 3, scripts });
}

/** The difference that the fewest inputs show. */
export function shortest({ failures }: SoakResult): SoakFailure | undefined {
  return [...failures].sort((a, b) => a.script.inputs.length - b.script.inputs.length)[0];
}
