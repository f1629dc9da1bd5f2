import { rules } from "../rule.ts";

/** CERT: what certification changes. */
export const CERT_RULES = /* @__PURE__ */ rules([
  {
    id: "CERT-01",
    title: "Taking part needs no certification",
    source: [{ sentence: "S76", text: "不需要认证组织" }],
    reading:
      "An organization that is not certified may apply to join and become a Member. Only under " +
      "memberMustBeCertified is its application refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["memberMustBeCertified"],
    ambiguities: ["AMB-02"],
    status: "active",
  },
  {
    id: "CERT-02",
    title: "Creating a Space needs certification",
    source: [
      { sentence: "S31", text: "进入应用（仅认证企业可用）" },
      { sentence: "S82", text: "认证组织的主管理员或有上下游组织权限点的子管理员" },
    ],
    reading:
      "An admin of an uncertified organization cannot create a Space unless the policy supplies " +
      "uncertifiedHost.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["uncertifiedHost"],
    ambiguities: ["AMB-02"],
    status: "active",
  },
  {
    id: "CERT-03",
    title: "Uncertified Hosts have quotas of their own",
    source: [{ sentence: "S76", text: "非认证组织创建数量以及组织人数会和认证组织有区别" }],
    reading:
      "For an uncertified Host the two numbers of uncertifiedHost replace the Space quota of 10 " +
      "and the person cap of 3000. Nothing else differs: the 800 Members and the 5 joined Spaces " +
      "hold for everyone. The two numbers are unpublished, so they have no default. A public answer of the vendor " +
      "allows one Space and names no number of people; uncertifiedHost with a spaceQuota of 1 is that answer.",
    strength: "stated",
    kind: "number",
    raises: ["SPACE_QUOTA_EXCEEDED", "PERSON_CAP_EXCEEDED"],
    numbers: ["certifiedSpaceQuota", "personCap"],
    options: ["uncertifiedHost"],
    ambiguities: ["AMB-02"],
    status: "active",
  },
  {
    id: "CERT-04",
    title: "A change of certification works forward only",
    source: [{ sentence: "S76", text: "会和认证组织有区别" }],
    reading:
      "When a Host loses its certification, its Spaces, Members and people stay as they are, and " +
      "later commands are judged by the quotas of an uncertified Host. Certification regained " +
      "brings the certified quotas back.",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    numbers: ["certifiedSpaceQuota", "personCap"],
    options: ["uncertifiedHost"],
    ambiguities: ["AMB-41"],
    status: "active",
  },
]);
