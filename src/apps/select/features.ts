/** What Downstream people can do with a Host app: a closed list with the release of each entry. */
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { type Acting, doorOf } from "../../licenses/select/holding.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import type { Feature } from "../model.ts";

type Release = Policy["release"];

/** The releases, oldest first. */
const RELEASES: readonly Release[] = ["V1", "V2", "V2.1", "V3"];

/** A feature and the release that introduced it; `null`: it is in all of them. */
export interface Listed {
  readonly feature: Feature;
  readonly since: Release | null;
}

/** FEAT-01 to FEAT-07: the closed list. */
export const FEATURES: readonly Listed[] = [
  { feature: "form.submit", since: "V1" },
  { feature: "flow.start", since: "V1" },
  { feature: "task.handle", since: "V1" },
  { feature: "report.view", since: "V2" },
  { feature: "attachment.upload", since: "V2.1" },
  { feature: "automation.trigger", since: "V3" },
  { feature: "cool-app.card", since: "V3" },
  { feature: "cool-app.distribute", since: "V3" },
  { feature: "data.view", since: null },
];

/** What a submission of several rows asks for; no list has it (FEAT-08). */
export const BATCH = "form.submit-batch";

/** FEAT-09: whether a release has what came with an earlier one; later ones have it all. */
const releaseHas = view(
  "FEAT-09",
  (release: Release, since: Release | null): boolean =>
    since === null || RELEASES.indexOf(release) >= RELEASES.indexOf(since),
);

/** Whether what the list has under a name is in a release. */
export function isReleased(feature: string, release: Release): boolean {
  const listed = FEATURES.find((each) => each.feature === feature);
  return listed === undefined || releaseHas(release, listed.since);
}

/**
 * FEAT-07, FEAT-08: whether a feature is in the list as Downstream people have it: the data page at
 * run time and not at design time; not distribution either, which is the Host's own.
 */
const isListed = view(
  ["FEAT-07", "FEAT-08"],
  (feature: string): boolean =>
    feature !== "cool-app.distribute" && FEATURES.some((each) => each.feature === feature),
);

/** APP-07, FEAT-08: what people acting for the Host ask for is a feature: of the list, or declared. */
export const hostFeatureIsKnown = guard(["APP-07", "FEAT-08"], (feature: string, policy: Policy) =>
  FEATURES.some((each) => each.feature === feature) || policy.hostFeatures.includes(feature)
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "feature"], problem: "not-a-feature" }] }),
);

/** FEAT-01, FEAT-08: what is asked for is in the closed list; several at once are not. */
const featureIsListed = guard(["FEAT-01", "FEAT-08"], (feature: string) =>
  isListed(feature) ? null : refuse("FEATURE_NOT_SUPPORTED_DOWNSTREAM", { feature }),
);

/** FEAT-02, FEAT-03: what is asked for is in the release. */
const featureIsReleased = guard(["FEAT-02", "FEAT-03"], (feature: string, policy: Policy) =>
  isReleased(feature, policy.release)
    ? null
    : refuse("FEATURE_NOT_SUPPORTED_DOWNSTREAM", { feature }),
);

/**
 * DIST-08: whether the closed list holds for somebody: in a Space it does, through a Trunk only where the
 * policy says so, for people acting for the Host never.
 */
export const isLimited = view(["DIST-08", "APP-07"], (acting: Acting, policy: Policy): boolean => {
  const door = doorOf(acting);
  if (door === null) return false;
  return !isTrunk(door) || policy.hierarchyFeatures === "downstream-list";
});

/** Why one of some features is refused to Downstream people, if one is. */
export function featuresRefusal(features: readonly string[], policy: Policy) {
  for (const feature of features) {
    const refusal = featureIsListed(feature) ?? featureIsReleased(feature, policy);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** FEAT-06: the release lets the Host distribute its cool apps, and the app is one. */
export const distributionIsSupported = guard("FEAT-06", (cool: boolean, policy: Policy) =>
  cool && isReleased("cool-app.distribute", policy.release)
    ? null
    : refuse("FEATURE_NOT_SUPPORTED_DOWNSTREAM", { feature: "cool-app.distribute" }),
);
