/** The page about the presets, with the source of every value in them that is not the default. */
import { defaultPolicy, type Policy, type Presets, presets } from "../../src/index.ts";
import { code, fence, page, table } from "./markdown.ts";
import { POLICY_AREAS } from "./policy-areas.ts";

/** A vendor with a preset. */
export type Vendor = keyof Presets;

/** What gives a value. */
interface Source {
  /** Where it is said. */
  readonly url: string;
  /** Whose page that is: the vendor's, or one of others about the product. */
  readonly by: "vendor" | "others";
  /** What is said there, in words of our own: one sentence. */
  readonly says: string;
}

const LARK = "https://larksuite.com/hc";
const CIRCLE = "https://zhangxingjun.cn/seo/baidu/1832.html";

/** The sources of every value that is not the default, by vendor and field. */
export const SOURCES: {
  readonly [Name in Vendor]: { readonly [Field in keyof Policy]?: Source };
} = {
  dingtalk: {},
  wecom: {
    certifiedSpaceQuota: {
      url: "https://www.9gapp.com/news/3846085.html",
      by: "others",
      says: "One company may create at most five 上下游 (a page of 2025; others say ten, or five or twenty by version).",
    },
    uncertifiedHost: {
      url: "https://xiniu.com/Help/Details/69.html",
      by: "others",
      says: "A copy of WeCom's help: who creates 上下游 needs neither certification nor verification, and one number holds for everybody.",
    },
    memberOrgCap: {
      url: "https://xiniu.com/Help/Details/69.html",
      by: "others",
      says: "A copy of WeCom's help: up to 1000 companies may be invited into one 上下游.",
    },
    trunkLimit: {
      url: CIRCLE,
      by: "others",
      says: "A company joins at most ten circles of 互联企业.",
    },
    hierarchyActor: {
      url: "https://weixinsiwei.com/?id=560",
      by: "others",
      says: "The super-administrators of both companies make the bond and choose whom it takes in.",
    },
    branchSightDefault: {
      url: CIRCLE,
      by: "others",
      says: "Those taken in see each other alike, and no company can be hidden from another in the circle.",
    },
    branchExit: {
      url: CIRCLE,
      by: "others",
      says: "A company other than the owner may leave the circle by itself; an administrator confirms it.",
    },
  },
  feishu: {
    defaultReach: {
      url: `${LARK}/en-US/articles/360048488363-admin-establish-a-trusted-party-relationship`,
      by: "vendor",
      says: "A trusted party is a relationship of one organization with one other; each may have several.",
    },
    sightExceptionLimit: {
      url: "https://open.larkoffice.com/document/uAjLw4CM/ukTMukTMukTM/directory-v1/collaboration_rule/update.md",
      by: "vendor",
      says: "The people, departments and groups of one side of a rule on who finds and sees whom must be fewer than 100 together.",
    },
    branchExit: {
      url: `${LARK}/zh-CN/articles/360048488362-%E5%85%B3%E8%81%94%E7%BB%84%E7%BB%87%E4%BB%8B%E7%BB%8D`,
      by: "vendor",
      says: "Whoever administers 关联组织 for a company may end the relationship at any time; no side is above the other.",
    },
  },
  slackConnect: {
    memberOrgCap: {
      url: "https://slack.com/help/articles/360035092414-Use-Slack-Connect-to-work-with-other-companies-in-channels",
      by: "vendor",
      says: "Each channel has room for up to 250 organizations, one's own included.",
    },
    personCap: {
      url: "https://documentation.its.umich.edu/slack-connect",
      by: "others",
      says: "A university's guide for its members: the number of members in a channel is unlimited; the value is the highest that the field takes.",
    },
    invitationCoversReview: {
      url: "https://slack.com/help/articles/115005912706-Manage-Slack-Connect-channels",
      by: "vendor",
      says: "An invitation has 14 days in which it must be accepted and approved; how many they are is said by whoever issues it (`expiresAt`).",
    },
    memberExit: {
      url: "https://slack.com/help/articles/360026489273-Stop-sharing-channels-with-another-organization",
      by: "vendor",
      says: "An organization that was invited to a channel may take itself out of it; the others go on.",
    },
  },
};

/** The vendors and what the page calls them. */
const VENDORS: readonly (readonly [Vendor, string])[] = [
  ["dingtalk", "DingTalk"],
  ["wecom", "WeCom"],
  ["feishu", "Feishu"],
  ["slackConnect", "Slack Connect"],
];

const text = (value: unknown): string => JSON.stringify(value);

/** Fields in which a preset is not the default, in the order of the policy. */
export const changedIn = (vendor: Vendor): (keyof Policy)[] =>
  (Object.keys(defaultPolicy) as (keyof Policy)[]).filter(
    (field) => text(presets[vendor][field]) !== text(defaultPolicy[field]),
  );

function cellOf(vendor: Vendor, field: keyof Policy): string {
  if (vendor === "dingtalk") return code(text(defaultPolicy[field]));
  if (!changedIn(vendor).includes(field)) return "·";
  return `**${code(text(presets[vendor][field]))}**`;
}

function sourcesOf([vendor, name]: (typeof VENDORS)[number]): string[] {
  const fields = changedIn(vendor);
  if (fields.length === 0) return [];
  const rows = fields.map((field) => {
    const source = SOURCES[vendor][field];
    if (source === undefined) throw new Error(`presets.${vendor}.${field} has no source`);
    const whose = source.by === "vendor" ? name : "others";
    return [
      code(field),
      code(text(presets[vendor][field])),
      source.says,
      `[${whose}](${source.url})`,
    ];
  });
  return [
    `### ${name}: ${code(`presets.${vendor}`)}`,
    "",
    ...table(["field", "value", "what is said", "by"], rows),
  ];
}

/** The page. */
export function presetsPage(): string {
  const head = ["field", ...VENDORS.map(([, name]) => name)];
  return page([
    "# Presets",
    "",
    "Four policies to start from, named after products whose organizations meet: each is the [default policy](policy.md), but for",
    "the fields of which something public says how the product behaves.",
    "",
    ...fence(
      "ts",
      [
        'import { definePolicy, presets } from "interorg";',
        'import { createHost, memoryStore } from "interorg/host";',
        "",
        "const host = createHost({ store: memoryStore(), policy: presets.slackConnect });",
        "const wider = definePolicy({ ...presets.slackConnect, joinLimit: 100 });",
      ].join("\n"),
    ),
    "`npm start -- --policy wecom` tells the story of a Host and its partners under one of them.",
    "A preset is a value like any other policy: a store keeps its fingerprint, and",
    "[the policy is upgraded](../how-to/upgrade-the-policy.md) to change to another one.",
    "",
    "## How far to trust them",
    "",
    "- No platform was called, and no preset is a vendor's own. Each value stands beside what gives it, in",
    "  [the table of sources](#sources); where the vendor's own page was not found, the source is one of others.",
    "- **A dot says nothing about the vendor**: no public word on it was found, and the field keeps its default, which is",
    "  a reading of DingTalk's help. Set what you know.",
    "- Products change. Look the source up before you rely on a number.",
    "- A preset changes numbers and readings, not the model: Feishu's bond of equals has a Trunk and a Branch here, a channel of",
    "  Slack has a Host. [Platforms](platforms.md) says what corresponds to what, [peers](../explanation/peers.md) what has no",
    "  field.",
    "",
    "## Field by field",
    "",
    "DingTalk's column is the default policy.",
    "",
    ...POLICY_AREAS.flatMap(([title, fields]) => [
      `### ${title}`,
      "",
      ...table(
        head,
        fields.map((field) => [code(field), ...VENDORS.map(([vendor]) => cellOf(vendor, field))]),
      ),
    ]),
    "## Sources",
    "",
    "What is said is told in words of our own. *others*: a page that is not the vendor's.",
    "",
    ...VENDORS.flatMap(sourcesOf),
    "## Where to go next",
    "",
    "[Policy](policy.md) · [peers](../explanation/peers.md) · [platforms](platforms.md) · [upgrade the policy](../how-to/upgrade-the-policy.md)",
  ]);
}
