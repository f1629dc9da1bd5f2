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

type Ours<Type extends string> = Samples<Extract<Type, `link.${string}` | `hierarchy.${string}`>>;

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
  "lineage.changed": {
    full: {
      organization: "o1",
      above: [{ organization: "o2", level: null, longest: 2, through: ["o3"], line: [1, 2] }],
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
export const queries: Samples<Extract<keyof Queries, `hierarchy.${string}`>> = {
  "hierarchy.trunks": { full: asked },
  "hierarchy.branches": { full: { ...asked, ...page }, least: asked },
  "hierarchy.above": { full: asked },
  "hierarchy.below": { full: { ...asked, level: 2, branch: "o2", ...page }, least: asked },
  "hierarchy.room": { full: asked },
  "hierarchy.contact": { full: { ...asked, ...link, person: "p2" } },
  "hierarchy.why": { full: { ...asked, trunk: "o1", looking: asked.viewer, target: asked.viewer } },
};

/** The records of Trunks and Links. */
export const records: Samples<
  Extract<RecordKind, "trunk" | "link" | "lineage" | "branches" | "below" | "mounted"> & RecordKind
> &
  Samples<Extract<RecordKind, `trunk-${string}` | `link-${string}`>> = {
  trunk: { full: { ...trunk, revision: 3 }, least: trunk },
  link: { full: { ...bond, inert: true, sets: 1, released: true }, least: bond },
  lineage: { full: { links: [["o1", 1, "trunk"]], above: [["o1", 1, 1, ["o1"], [1], 0]] } },
  branches: { full: { entries: [[0, "o1"]] } },
  below: { full: { entries: [[0, "o1", null]] } },
  mounted: { full: { ids: ["o1"], values: [0], bytes: 9, more: 0 } },
  "trunk-aliases": { full: { ids: ["d1 The school"], values: [["o1"]], bytes: 9, more: 0 } },
  "trunk-pending": { full: { entries: [[0, "a1"]] } },
  "trunk-invited": { full: { entries: [[0, "i1"]] } },
  "trunk-applicant": { full: { application: "a1" } },
  "link-ruled": { full: { ids: ["p1"], values: ["in"], bytes: 9, more: 0 } },
  "link-roster": { full: { ids: ["p1"], values: [4], bytes: 9, more: 0 } },
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
  "link-ruled": "link-ruled:o1/d0/o2",
  "link-roster": "link-roster:o1/0/o2",
};
