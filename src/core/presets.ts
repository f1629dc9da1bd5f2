/** Policies after what vendors say in public of their own products. */
import { defaultPolicy, type Policy } from "./policy.ts";
import { LIMIT_MAX } from "./policy-fields.ts";

/**
 * A whole policy each: the defaults, but for the fields of which something public says how the vendor's
 * product behaves. `docs/reference/presets.md` gives the source of each such value. Whatever is not
 * public stays as it is by default and says nothing about the vendor.
 */
export interface Presets {
  /** The rulebook's own source: the default policy. */
  readonly dingtalk: Policy;
  /** 上下游 as Spaces, 企业互联 as hierarchies. */
  readonly wecom: Policy;
  /** 关联组织, a bond of two equals, as a Link: who is above is your choice. */
  readonly feishu: Policy;
  /** A channel shared by organizations as a Space. */
  readonly slackConnect: Policy;
}

// @__NO_SIDE_EFFECTS__
function wecom(): Policy {
  const quota = 5;
  return {
    ...defaultPolicy,
    certifiedSpaceQuota: quota,
    // Nothing tells a Host without certification from one with it.
    uncertifiedHost: { spaceQuota: quota, personCap: defaultPolicy.personCap },
    memberOrgCap: 1000,
    trunkLimit: 10,
    hierarchyActor: "main-admin-only",
    branchSightDefault: "whole-book",
    branchExit: "own-admin",
  };
}

// @__NO_SIDE_EFFECTS__
function feishu(): Policy {
  return {
    ...defaultPolicy,
    defaultReach: "trunk",
    sightExceptionLimit: 99,
    branchExit: "own-admin",
  };
}

// @__NO_SIDE_EFFECTS__
function slackConnect(): Policy {
  // 250 with the organization that owns the channel.
  return {
    ...defaultPolicy,
    memberOrgCap: 249,
    personCap: LIMIT_MAX,
    invitationCoversReview: true,
    memberExit: "own-admin",
  };
}

/**
 * Policies to start from, one a vendor. `definePolicy` takes one with further changes.
 *
 * @example
 * definePolicy({ ...presets.slackConnect, joinLimit: 100 });
 */
export const presets: Presets = {
  dingtalk: defaultPolicy,
  wecom: /* @__PURE__ */ wecom(),
  feishu: /* @__PURE__ */ feishu(),
  slackConnect: /* @__PURE__ */ slackConnect(),
};
