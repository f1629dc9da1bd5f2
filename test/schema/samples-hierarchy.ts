// Samples of hierarchies: a full and a least one of every fact, command, event and record.
import type { Command, EventType, Fact, RecordKind } from "../../src/index.ts";
import type { Queries } from "../../src/queries/model.ts";
import type { Samples } from "./sample.ts";

const link = { trunk: "__proto__", organization: "constructor" };
const hash = { buckets: 1, count: 2 };
const pages = { next: 3, count: 2, pages: [0] };
const formed = { ...link, reach: "trunk", shared: ["hr"], alias: null, mount: "d1", ownOnly: true };
const sight = {
  ...{ hidden: true, hiddenExcept: { organizations: ["o1"], departments: ["d1"] } },
  ...{ ownOnly: false, ownOnlyExcept: { organizations: [], departments: [] } },
};
const capacity = { organization: "toString", open: true, branches: null };

type Ours<Type extends string> = Samples<
  Extract<Type, `link.${string}` | `liaison.${string}` | `hierarchy.${string}`>
>;

const role = { trunk: "o1", role: "secretary" };
const node = { organization: "constructor", department: "d1" };
const holder = { organization: "constructor", person: "p1" };

export const facts: Ours<Fact["type"]> = {
  "hierarchy.capacity-changed": { full: { ...capacity, revision: 7 }, least: capacity },
};

export const commands: Ours<Command["type"]> = {
  "link.mount": { full: { ...link, alias: "The school", mount: null } },
  "link.see": { full: { ...link, ...sight } },
  "link.reach": { full: { ...link, reach: "all-above" } },
  "link.share": { full: { ...link, shared: ["hr", "__proto__"] } },
  "link.release": { full: { ...link, released: true } },
  "link.cancel": { full: link },
  "link.leave": { full: link },
  "link.stay": { full: link },
  "liaison.define": {
    full: { ...role, name: "Secretary", keptBy: "organizations" },
    least: { ...role, name: "Secretary" },
  },
  "liaison.assign": {
    full: { ...role, node, people: [holder] },
    least: { ...role, node: { ...node, department: null }, people: [] },
  },
};

export const events: Ours<EventType> & Samples<"lineage.changed"> = {
  "hierarchy.capacity-changed": facts["hierarchy.capacity-changed"],
  "link.formed": { full: formed },
  "link.moved": { full: { ...formed, replaces: "o1" } },
  "link.cancelled": { full: { ...link, because: "left" } },
  "link.mounted": commands["link.mount"],
  "link.seen": commands["link.see"],
  "link.reach-set": commands["link.reach"],
  "link.shared": commands["link.share"],
  "link.released": commands["link.release"],
  "link.leave-announced": { full: { ...link, from: 86_400_000 } },
  "link.leave-withdrawn": { full: link },
  "liaison.defined": { full: { ...role, name: "Secretary", keptBy: "trunk" } },
  "liaison.assigned": {
    full: { ...role, node, people: [holder], because: "reinstated" },
    least: { ...role, node, people: [] },
  },
  "liaison.ended": { full: { ...role, node, ...holder, because: "unlinked" } },
  "liaison.passed-on": {
    full: { ...role, node, from: holder, to: { ...holder, person: "p2" }, because: "named" },
  },
  "lineage.changed": {
    full: {
      organization: "o1",
      above: [
        {
          organization: "o2",
          level: null,
          longest: 2,
          through: ["o3"],
          line: [1, 2],
          path: ["o3"],
        },
      ],
    },
  },
};

const trunk = {
  ...{ open: true, capacity: 5, branches: pages, below: pages, distances: [2, 1] },
  ...{ aliases: hash, pending: pages, invitations: pages },
};
const bond = {
  ...{ order: 1, reach: "all-above", shared: ["hr"], whole: true, departments: hash },
  ...{ people: hash, roster: hash, alias: "N", mount: "d1", labels: ["rural school"] },
  ...{ hidden: false, hiddenExcept: { organizations: [["o1", 0]], departments: ["d1"] } },
  ...{ ownOnly: true, ownOnlyExcept: { organizations: [], departments: [] } },
};

const asked = { viewer: { organization: "o1", person: "p1" } };
const page = { after: "p1/7", limit: 500 };

/** What each question takes. */
export const queries: Samples<
  Extract<keyof Queries, `hierarchy.${string}` | `liaison.${string}` | `share.${string}`>
> = {
  "liaison.of": { full: { ...asked, trunk: "o1", node } },
  "liaison.for": { full: { ...asked, ...role, initiator: holder } },
  "liaison.uncovered": { full: { ...asked, ...role, ...page }, least: { ...asked, ...role } },
  "hierarchy.trunks": { full: asked },
  "hierarchy.branches": { full: { ...asked, ...page }, least: asked },
  "hierarchy.above": { full: asked },
  "hierarchy.below": { full: { ...asked, level: 2, branch: "o2", ...page }, least: asked },
  "hierarchy.room": { full: asked },
  "hierarchy.contacts": {
    full: { ...asked, trunk: "o1", search: "an", ...page },
    least: { ...asked, trunk: "o1" },
  },
  "hierarchy.one-way": { full: { ...asked, ...page }, least: asked },
  "share.readable": {
    full: { ...asked, app: "app1", organization: "o2", code: "hr" },
    least: { ...asked, app: "app1", organization: "o2" },
  },
  "hierarchy.contact": { full: { ...asked, ...link, person: "p2" } },
  "hierarchy.why": { full: { ...asked, trunk: "o1", looking: asked.viewer, target: asked.viewer } },
};

/** The records of Trunks and Links. */
export const records: Samples<
  Extract<
    RecordKind,
    "trunk" | "link" | "lineage" | "branches" | "below" | "mounted" | "stake" | "staked"
  >
> &
  Samples<Extract<RecordKind, "liaisons" | "liaison" | "offices" | "office">> &
  Samples<Extract<RecordKind, `trunk-${string}` | `link-${string}`>> = {
  trunk: {
    full: { ...trunk, revision: 3, chooses: true, fields: { email: "host" } },
    least: trunk,
  },
  link: {
    full: { ...bond, inert: true, sets: 1, seats: 3, seated: 2, released: true, fields: {} },
    least: bond,
  },
  lineage: { full: { links: [["o1", 1, "trunk"]], above: [["o1", 1, 1, ["o1"], [1], 0, []]] } },
  branches: { full: { entries: [[0, "o1"]] } },
  below: { full: { entries: [[0, "o1", null]] } },
  mounted: { full: { ids: ["o1"], values: [0], bytes: 9, more: 0 } },
  "trunk-aliases": { full: { ids: ["d1 The school"], values: [["o1"]], bytes: 9, more: 0 } },
  "trunk-pending": { full: { entries: [[0, "a1"]] } },
  "trunk-invited": { full: { entries: [[0, "i1"]] } },
  "trunk-applicant": {
    full: { application: "a1", fields: { title: "visible" }, reapplyFrom: 9 },
    least: { application: "a1" },
  },
  "trunk-invitee": { full: { open: 1, latest: "i1" }, least: { open: 1 } },
  "link-ruled": { full: { ids: ["p1"], values: ["in"], bytes: 9, more: 0 } },
  "link-roster": { full: { ids: ["p1"], values: [[4, 1000]], bytes: 9, more: 0 } },
  stake: { full: { people: hash } },
  staked: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  liaisons: { full: { roles: ["secretary"], sets: 2 } },
  liaison: { full: { name: "Secretary", keptBy: "organizations" } },
  offices: { full: { offices: hash } },
  office: { full: { ids: ["secretary d1"], values: [[[["o1", "p1"]], 2]], bytes: 9, more: 0 } },
};

export const keys: { readonly [Kind in keyof typeof records]: string } = {
  trunk: "trunk:o%2F1",
  link: "link:o1/o2",
  lineage: "lineage:__proto__",
  branches: "branches:o1/0",
  below: "below:o1/3",
  mounted: "mounted:o1/0/d1",
  "trunk-aliases": "trunk-aliases:o1/0",
  "trunk-pending": "trunk-pending:o1/0",
  "trunk-invited": "trunk-invited:o1/0",
  "trunk-applicant": "trunk-applicant:o1/o2",
  "trunk-invitee": "trunk-invitee:o1/o2",
  "link-ruled": "link-ruled:o1/d0/o2",
  "link-roster": "link-roster:o1/0/o2",
  stake: "stake:o1/o2",
  staked: "staked:o1/0/o2",
  liaisons: "liaisons:o1",
  liaison: "liaison:o1/secretary",
  offices: "offices:o1/o2",
  office: "office:o1/0/o2",
};
