// Samples of licenses, groups, apps and flows, put together with the others in samples.ts.
import type { AppsCommands, AppsEvents, AppsRecords } from "../../src/apps/model.ts";
import type { FlowsCommands, FlowsEvents, FlowsRecords } from "../../src/flows/model.ts";
import type { GroupsCommands, GroupsEvents, GroupsRecords } from "../../src/groups/model.ts";
import type {
  LicensesCommands,
  LicensesEvents,
  LicensesFacts,
  LicensesRecords,
} from "../../src/licenses/model.ts";
import type { Queries } from "../../src/queries/model.ts";
import type { Sample, Samples } from "./sample.ts";

const o = { organization: "__proto__" };
const s = { space: "constructor" };
const g = { ...s, group: "g1" };
const a = { app: "hasOwnProperty" };
const sa = { ...s, ...a };
const op = { ...o, person: "toString" };
const people = [op, { organization: "o2", person: "toString" }];
const viewer = { organization: "o1", person: "p1" };
const period = { standIn: { person: "p2", number: 1 }, from: 1, until: 2 };
const page = { after: "p1/7", limit: 500 };
const directoryPage = { ...page, limit: 100 };
const t = { instance: "n1", task: 3 };
const then = "jump";
const jump = { then };
const hash = { buckets: 1, count: 1 };
const pages = { next: 2, count: 1, pages: [0] };

const spaceUnit = { kind: "space", ...s };
const memberUnit = { kind: "member", ...s, ...o };
const hostUnit = { kind: "host", ...o };
const belowUnit = { kind: "hierarchy", ...o };

/** The data of each fact. */
export const facts: Samples<keyof LicensesFacts> = {
  "license.purchased": {
    full: { ...o, purchased: 3000, until: 1, revision: 7 },
    least: { ...o, purchased: 0 },
  },
};

const audience = {
  partners: [
    { type: "supplier", level: "gold" },
    { type: "supplier", level: "silver" },
  ],
  organizations: ["o1", "o2"],
  departments: [{ organization: "o1", department: "d1" }],
  people,
};
const approvers = (levels: object) => [
  { kind: "person", ...op },
  { kind: "initiator-heads", ...levels },
  { kind: "initiator-manager" },
  { kind: "department-heads", ...o, department: "d1" },
  { kind: "role", role: "r1", of: "initiator" },
];
const steps = (levels: object, ...more: readonly object[]) => [
  { approvers: approvers(levels), mode: "all" },
  { approvers: approvers({}).slice(1, 2), mode: "sequence" },
  ...more,
];
const votes = [
  { approvers: approvers({}), mode: { vote: { approvals: 100 } } },
  { approvers: approvers({}), mode: { vote: { percent: 1 } }, rejection: "count" },
  { approvers: approvers({}), mode: "any", rejection: "end" },
];
const withSteps = (more: object): Sample => ({
  full: { ...more, steps: steps({ levelsUp: 1 }, ...votes) },
  least: { ...more, steps: steps({}) },
});
const labels = ["north", "__proto__"];
const ofBook = { as: "industry-member" };
const inSpace = (more: object): Sample => ({
  full: { ...more, ...sa },
  least: { ...more, ...a },
});

/** In a Space, and by somebody of an industry book: whatever may be left out is there. */
const anyViewer = { organization: "o1", person: "p1", ...ofBook };
const asMember = (more: object): Sample => ({
  full: { ...more, ...sa, viewer: anyViewer },
  least: { ...more, ...a, viewer: { organization: "o1", person: "p1" } },
});

/** An app below a Trunk. */
const ta = { trunk: "o1", ...a };

type Commands = keyof (LicensesCommands & GroupsCommands & AppsCommands & FlowsCommands);

/** The data of each command. */
export const commands: Samples<Commands> = {
  "license.link": { full: { unit: spaceUnit } },
  "license.limit": {
    full: { unit: belowUnit, branch: "o2", limit: null },
    least: { unit: belowUnit, limit: 4 },
  },
  "license.reserve": { full: { reserved: 2 } },
  "license.unlink": { full: { unit: memberUnit } },
  "license.grant": { full: { unit: hostUnit, people } },
  "license.revoke": { full: { unit: memberUnit, people: [] } },
  "license.automate": {
    full: { unit: belowUnit, ...o, departments: ["d1", "d2"], whole: true, alone: true },
    least: { unit: memberUnit, ...o, departments: ["d1", "d2"] },
  },
  "group.start": { full: { ...g, name: "N", participants: people } },
  "group.add": { full: { ...g, participants: people } },
  "group.leave": { full: g },
  "app.create": { full: { ...a, name: "N", cool: true }, least: { ...a, name: "N" } },
  "app.publish": { full: { ...sa, authorized: audience }, least: sa },
  "app.withdraw": { full: sa },
  "app.authorize": {
    full: { ...sa, authorized: audience },
    least: { ...sa, authorized: {} },
  },
  "app.permit": {
    full: {
      ...sa,
      permissions: [{ for: audience, rows: "organization", labels, reports: true }],
    },
    least: { ...sa, permissions: [{}] },
  },
  "app.offer": { full: { ...ta, autoInstall: true, industry: true }, least: ta },
  "app.install": { full: { ...ta, ...o, installed: false } },
  "app.distribute": { full: { ...sa, ...o, group: "cid:9" } },
  "form.submit": {
    full: {
      ...sa,
      rows: [{ row: "r1", labels }, { row: "r2" }],
      attachments: false,
      picked: [op, op],
      owner: "p3",
    },
    least: { ...a, rows: [{ row: "r1" }] },
  },
  "space-app.create": { full: { ...sa, name: "N" } },
  "space-app.publish": { full: sa },
  "space-app.exchange": { full: { ...sa, with: "a2" } },
  "flow.define": withSteps({ ...a, flow: "f1" }),
  "flow.start": {
    full: {
      ...sa,
      flow: "f1",
      instance: "n1",
      row: "r1",
      labels,
      attachments: true,
      picked: [op],
    },
    least: { ...a, flow: "f1", instance: "n1", row: "r1" },
  },
  "flow.withdraw": { full: { instance: "n1" } },
  "flow.resubmit": {
    full: { instance: "n1", row: "r1", labels, attachments: true, picked: [op] },
    least: { instance: "n1", row: "r1" },
  },
  "flow.terminate": { full: { instance: "n1", reason: "started twice" } },
  "task.approve": { full: t },
  "task.reject": { full: t },
  "task.return": { full: { ...t, to: 0, ...jump }, least: { ...t, to: "initiator" } },
  "task.take-back": { full: t },
  "task.transfer": { full: { ...t, to: op } },
  "task.countersign": { full: { ...t, place: "before", people } },
  "task.remove-countersigner": { full: t },
  "task.delegate": { full: { ...t, to: op } },
  "task.copy": { full: { ...t, people } },
  "task.assign": { full: { ...t, to: "p1", organization: "o1" }, least: { ...t, to: "p1" } },
  "task.reassign": { full: { tasks: [t], to: op } },
  "stand-in.set": {
    full: { person: "p1", standIn: "p2", from: 1, until: 2, apps: ["a1"], takeOpen: true },
    least: { person: "p1", standIn: "p2", from: 1, until: 2 },
  },
  "stand-in.end": { full: { person: "p1", from: 1 } },
};

const paged: Sample = { full: { viewer, ...s, ...page }, least: { viewer, ...s } };
const own: Sample = { full: { viewer, ...page }, least: { viewer } };
const searched = (more: object): Sample => ({
  full: { viewer, ...more, search: "n", ...page },
  least: { viewer, ...more },
});

type Earlier =
  | "entry.management"
  | "entry.spaces"
  | "space.organizations"
  | "space.contacts"
  | "space.contact"
  | "space.why"
  | "space.one-way"
  | "admin.members"
  | "admin.applications"
  | "admin.application"
  | "application.own"
  | "invitation.look"
  | "admin.invitations"
  | "admin.folders"
  | "admin.roster"
  | "admin.waiting"
  | "admin.scope"
  | "admin.space-room"
  | "admin.organization-room";

/** What each question takes. */
export const queries: Samples<
  Exclude<keyof Queries, Earlier | `hierarchy.${string}` | `liaison.${string}` | `share.${string}`>
> = {
  "notice.recipients": {
    full: {
      notice: {
        to: [
          { kind: "main-admins", ...o, except: ["p1"] },
          { kind: "authorized-admins", ...o, except: ["p1"] },
          { kind: "hierarchy-admins", ...o, except: ["p1"] },
          { kind: "space-admins", ...s, except: ["p1"] },
          { kind: "group-participants", ...g, except: ["p1"] },
          { kind: "group-participants", trunk: "o1", group: "g1", except: [] },
          { kind: "covered-hierarchy-admins", ...ta, except: ["p1"] },
          { kind: "person", ...op },
          { kind: "platform" },
        ],
      },
      ...page,
    },
    least: { notice: { to: [] } },
  },
  "license.usage": { full: { viewer, at: 1 }, least: { viewer } },
  "license.accounts": {
    full: { viewer, unit: hostUnit, ...page },
    least: { viewer, unit: hostUnit },
  },
  "license.waiting": own,
  "license.reclaim-plan": { full: { viewer, purchased: 1, ...page }, least: { viewer } },
  "license.by-branch": own,
  "license.automatic": { full: { viewer, unit: spaceUnit, ...o } },
  "feature.list": { full: {} },
  "app.center": { full: { viewer, space: "s1", ...page }, least: { viewer } },
  "app.covered": { full: { viewer, ...ta, ...page }, least: { viewer, ...ta } },
  "app.use": asMember({ feature: "form.submit" }),
  "app.settings": { full: { viewer, ...sa } },
  "space.home": paged,
  "space-app.use": { full: { viewer, ...sa } },
  "data.range": asMember({}),
  "data.rows": {
    full: { ...sa, viewer: anyViewer, submitter: "p1", organization: "o1", at: 1, ...page },
    least: { viewer, ...a },
  },
  "data.submitters": searched(a),
  "form.pickable": inSpace({ viewer, target: op }),
  "form.candidates": {
    full: { viewer, ...sa, search: "n", at: 1, ...page },
    least: { viewer, ...a },
  },
  "flow.may-route": {
    full: { viewer, instance: "n1", target: op, at: 1 },
    least: { viewer, instance: "n1", target: op },
  },
  "flow.routing-candidates": searched({ instance: "n1" }),
  "flow.return-targets": { full: { viewer, ...t, at: 1 }, least: { viewer, ...t } },
  "flow.todo": own,
  "flow.started": own,
  "flow.handled": own,
  "flow.instance": {
    full: { viewer, instance: "n1", ...page },
    least: { viewer, instance: "n1" },
  },
  "stand-in.list": {
    full: { viewer, person: "p1", side: "stand-in", at: 1, ...page },
    least: { viewer },
  },
  "admin.parked": own,
  "admin.open-tasks": {
    full: { viewer, holder: op, stuck: true, ...page },
    least: { viewer },
  },
  "group.mine": paged,
  "group.participants": { full: { viewer, ...g, ...page }, least: { viewer, ...g } },
  "directory.person": {
    full: { viewer, person: "p1" },
    least: { viewer, person: "p1" },
  },
  "directory.people": {
    full: { viewer, department: "d1", below: true, ...directoryPage },
    least: { viewer },
  },
  "directory.departments": {
    full: { viewer, parent: null, dormant: true, ...directoryPage },
    least: { viewer },
  },
  "directory.lists": { full: { viewer, list: "l1", ...directoryPage }, least: { viewer } },
  "directory.departures": { full: { viewer, ...directoryPage }, least: { viewer } },
  "directory.inert": { full: { viewer, ...directoryPage }, least: { viewer } },
  "directory.sources": { full: { viewer } },
  "departure.preview": {
    full: { viewer, person: "p1", successor: "p2", at: 1 },
    least: { viewer, person: "p1" },
  },
};

const unit = { host: "o1", unit: memberUnit, number: 2 };
const account = { ...unit, ...op };
const fixed = {
  partners: audience.partners,
  organizations: [["o1", 2]],
  departments: [["o1", "d1", 2]],
  people: [["o1", "p1", 2, 1]],
};
const permitted = [
  { rows: "space", labels, reports: false },
  { rows: null, labels: [], reports: true },
];
const submitted = { ...a, ...op, row: "r1", space: null, labels, automation: true, cards: false };
const kept = { ticket: 0, row: "r1", space: "s1", ...op, under: 2, labels, at: 5 };
const started = {
  ...{ ...a, instance: "n1", host: "o1", flow: "f1", version: 1 },
  ...{ space: "s1", initiator: op, row: "r1" },
};
const runs = {
  ...{ ...a, host: "o1", flow: "f1", version: 1, space: null, initiator: op, under: 2, row: "r1" },
  ...{ status: "running", ticket: 0, step: 0, missing: 1, tasks: 2, open: pages, log: pages },
};

const wholeBelow = {
  organizations: [["o1", 1, true]],
  mounts: [["d1", false]],
  labels: [["rural", true]],
  levels: [2],
  roles: ["secretary"],
};

const builtApp = {
  ...{ name: "N", owner: { kind: "organization", ...o }, cool: true, published: ["s1"] },
  ...{ rows: 7, submitters: hash, submitted: pages },
};
const distribution = {
  ...{ published: true, ticket: 0, restricted: true, autoInstall: false, ...wholeBelow },
  ...{ departments: hash, people: hash, installed: hash },
};

const permissions = [
  { for: fixed, ...permitted[0] },
  { for: null, ...permitted[1] },
];

/** What each event carries. */
export const events: Samples<keyof (LicensesEvents & GroupsEvents & AppsEvents & FlowsEvents)> = {
  "license.purchased": facts["license.purchased"],
  "license.unit-linked": { full: unit },
  "license.unit-unlinked": { full: { ...unit, because: "association-ended" } },
  "license.granted": { full: { ...account, because: "waiting-list" } },
  "license.skipped": { full: account },
  "license.released": { full: { ...account, because: "left" } },
  "license.deferred": {
    full: { ...account, because: "suspended", first: 1 },
    least: account,
  },
  "license.undeferred": { full: { ...account, because: "moved" } },
  "license.automated": {
    full: { ...unit, ...o, added: ["d1"], removed: ["d2"], whole: true, alone: false },
    least: { ...unit, ...o, added: ["d1"], removed: ["d2"] },
  },
  "license.covered": { full: { ...o, trunks: ["o2"] } },
  "license.limited": {
    full: { host: "o1", unit: belowUnit, branch: "o2", limit: 3 },
    least: { host: "o1", unit: belowUnit, limit: 3 },
  },
  "license.reserved": { full: { host: "o1", reserved: 2 } },
  "license.term-reached": { full: { host: "o1", reached: "over" } },
  "license.unarmed": {
    full: { host: "o1", unit: belowUnit, branch: "o2", thresholds: [80] },
    least: { host: "o1", thresholds: [] },
  },
  "license.pool-ended": { full: { host: "o1" } },
  "group.started": { full: { ...g, name: "N", starter: op } },
  "group.entered": { full: { ...g, ...op } },
  "group.left": { full: { ...g, ...op, because: "left-space" } },
  "app.created": { full: { ...a, ...o, name: "N", cool: false } },
  "app.published": { full: { ...sa, host: "o1" } },
  "app.withdrawn": { full: { ...sa, because: "withdrawn" } },
  "app.authorized": { full: { ...sa, authorized: { ...fixed, partners: [] } } },
  "app.offered": { full: { ...ta, autoInstall: false, industry: true } },
  "app.install-set": { full: { ...ta, ...o, installed: true } },
  "app.permitted": { full: { ...sa, permissions }, least: { ...sa, permissions: [] } },
  "app.unlisted": { full: { ...sa, ...op, named: [null, 0] }, least: { ...sa, ...op } },
  "app.relisted": {
    full: { ...sa, ...op, named: [null, 1], order: 1, number: 2, because: "reinstated" },
  },
  "app.distributed": { full: { ...sa, ...o, group: "cid:9", order: 2 } },
  "form.submitted": {
    full: { ...submitted, trunk: "o2", line: ["o2"], ...ofBook, owner: "p3" },
    least: submitted,
  },
  "space-app.created": commands["space-app.create"],
  "space-app.published": commands["space-app.publish"],
  "flow.defined": withSteps({ ...a, flow: "f1", version: 1 }),
  "flow.started": {
    full: {
      ...started,
      trunk: "o1",
      initiator: { ...op, ...ofBook },
      withdrawUntil: "first-act",
      withdrawBefore: 1,
      takeBack: true,
    },
    least: started,
  },
  "flow.step-begun": {
    full: { instance: "n1", step: 0, needed: 1, again: true },
    least: { instance: "n1", step: 0 },
  },
  "flow.returned": { full: { ...t, to: 0, ...jump }, least: { ...t, to: "initiator", ...jump } },
  "flow.resubmitted": { full: { instance: "n1", row: "r1" } },
  "flow.ended": {
    full: { instance: "n1", how: "terminated", reason: "started twice" },
    least: { instance: "n1", how: "withdrawn" },
  },
  "task.reopened": { full: { ...t, holder: op, home: "o1", open: true } },
  "task.skipped": { full: { instance: "i1", step: 1, who: op, because: "repeated" } },
  "task.made": {
    full: {
      ...t,
      step: 0,
      origin: "delegated",
      holder: null,
      home: "o1",
      parent: 2,
      open: true,
      onBehalfOf: op,
    },
    least: {
      ...t,
      step: 0,
      origin: "delegated",
      holder: null,
      home: "o1",
      parent: 2,
      open: true,
    },
  },
  "task.opened": { full: t },
  "task.held": { full: t },
  "task.closed": { full: { ...t, how: "superseded", by: null } },
  "task.transferred": {
    full: { ...t, from: op, to: viewer, onBehalfOf: op },
    least: { ...t, from: op, to: viewer },
  },
  "task.handed-over": {
    full: { ...t, from: null, to: op, because: "suspended", onBehalfOf: op },
    least: { ...t, from: null, to: op, because: "registered" },
  },
  "task.parked": { full: { ...t, from: null, home: "o1" } },
  "task.copied": { full: { ...t, by: op, people } },
  "stand-in.set": {
    full: { ...op, ...period, apps: ["a1"], because: "reinstated" },
    least: { ...op, ...period },
  },
  "stand-in.ended": {
    full: { ...op, ...period, apps: ["a1"], because: "ended" },
    least: { ...op, ...period, because: "resigned" },
  },
};

const keptAudience = {
  partners: [],
  organizations: fixed.organizations,
  departments: hash,
  people: hash,
};
const publication = {
  published: true,
  ticket: 0,
  restricted: true,
  ...keptAudience,
  distributed: hash,
};

type Kinds = keyof (LicensesRecords & GroupsRecords & AppsRecords & FlowsRecords);

const offered = { full: { entries: [[0, "a1"]] } };

const task = {
  step: 0,
  origin: "parallel",
  holder: op,
  under: null,
  home: "o1",
  status: "held",
  ticket: 1,
  path: [0],
  before: 1,
  rest: 0,
  after: [2],
  parked: null,
  touched: false,
};

const pool = {
  ...{ purchased: 3000, revision: null, accounts: hash, persons: 3, downstreamPersons: 2 },
  ...{ hostUsed: 1, hostGranted: pages },
  units: [
    { number: 1, ...s, organization: null, used: 2, granted: pages },
    { number: 2, space: "s2", ...o, used: 0, granted: pages },
  ],
  ...{ nextUnit: 4, waiting: pages },
};

/** A record of each kind. */
export const records: Samples<Kinds> = {
  pool: {
    full: {
      ...pool,
      hierarchy: {
        ...{ kind: "hierarchy", number: 3, used: 1, granted: pages },
        ...{ automated: hash, limited: true, limit: 4, queue: pages, unarmed: [80] },
      },
      ...{ reserve: 2, queues: true, queue: pages, unarmed: [50, 80] },
    },
    least: pool,
  },
  unit: { full: { automated: ["o1"] } },
  accounts: {
    full: {
      ids: ["p1"],
      values: [
        [
          [0, "o1", 5, "held"],
          [1, "o2", 0, "waits"],
        ],
      ],
      bytes: 50,
      more: 0,
    },
  },
  granted: { full: { entries: [[0, "o1", "p1"]] } },
  deferred: { full: { entries: [[0, 1, "o1", "p1"]] } },
  queue: { full: { entries: [[0, "o1", "p1"]] } },
  reserved: { full: { entries: [[0, 1, "o1", "p1"]] } },
  automated: { full: { ids: ["o2"], values: [0], bytes: 9, more: 0 } },
  "automated-by": { full: { chosen: [["o2", true]], covered: ["o3"] } },
  automatic: {
    full: { departments: hash, whole: true, alone: false },
    least: { departments: hash },
  },
  selected: { full: { ids: ["d1"], values: [0], bytes: 9, more: 0 } },
  group: {
    full: { ...s, name: "N", starter: op, identities: 2, entries: 3, participants: hash },
  },
  participants: { full: { ids: ["p1"], values: [[["o1", 0]]], bytes: 9, more: 0 } },
  app: { full: { ...builtApp, industry: true }, least: builtApp },
  publication: {
    full: { ...publication, partners: audience.partners },
    least: publication,
  },
  listed: { full: { ids: ["d1"], values: [[["o1", 2, 0]]], bytes: 9, more: 0 } },
  permission: {
    full: {
      permissions: [
        { for: { ...keptAudience, partners: audience.partners }, ...permitted[0] },
        { for: null, ...permitted[1] },
      ],
    },
    least: { permissions: [] },
  },
  distributed: { full: { ids: ["cid:9"], values: [[["o1", 2]]], bytes: 9, more: 0 } },
  workbench: { full: { offered: pages, home: pages } },
  offered,
  home: offered,
  distribution: { full: { ...distribution, industry: true }, least: distribution },
  "distribution-permission": {
    full: {
      permissions: [
        {
          for: { ...wholeBelow, departments: hash, people: hash },
          ...{ rows: "below", labels, reports: true },
        },
      ],
    },
  },
  "distribution-listed": {
    full: { ids: ["d1"], values: [[["o1", 2, 0]]], bytes: 9, more: 0 },
  },
  installed: { full: { ids: ["o1"], values: [[true, 2]], bytes: 9, more: 0 } },
  shelf: { full: { offered: pages } },
  shelved: offered,
  rows: {
    full: { entries: [{ ...kept, trunk: "o2", line: ["o2"], ...ofBook, owner: ["p3", 1] }] },
    least: { entries: [kept] },
  },
  row: { full: { ticket: 0 } },
  submitters: {
    full: { ids: ["p1"], values: [[["o1", 0, 1, "industry-member"]]], bytes: 9, more: 0 },
    least: { ids: ["p1"], values: [[["o1", 0, null]]], bytes: 9, more: 0 },
  },
  submitted: { full: { entries: [[0, "o1", "p1", 1]] } },
  flow: { full: { version: 1 } },
  definition: withSteps({}),
  instance: {
    full: { ...runs, trunk: "o1", initiator: { ...op, ...ofBook }, needed: 1 },
    least: runs,
  },
  task: {
    full: { ...task, elsewhere: 3 },
    least: task,
  },
  opened: { full: { entries: [[0, 1]] } },
  steps: {
    full: {
      entries: [
        [0, "flow.started", null, op, 5, 2],
        [1, "task.made", 0, null, 5, null],
      ],
    },
  },
  parking: {
    full: { waiting: 2, parked: pages, running: pages },
    least: { parked: pages, running: pages },
  },
  parked: { full: { entries: [[0, "n1", 1, "s1", "p1", "o1"]] } },
  running: { full: { entries: [[0, "n1"]] } },
  "stand-ins": {
    full: { periods: [{ ...period, apps: ["a1"] }] },
    least: { periods: [period] },
  },
};

/** The text of a key of each kind. */
export const keys: { readonly [Kind in Kinds]: string } = {
  pool: "pool:o%2F1",
  unit: "unit:o1/3",
  accounts: "accounts:o1/0",
  granted: "granted:o1/2/0",
  deferred: "deferred:o1/0",
  queue: "queue:o1/0/2",
  reserved: "reserved:o1/0",
  automated: "automated:o1/0",
  "automated-by": "automated-by:o1",
  automatic: "automatic:o1/2/o/2",
  selected: "selected:o1/2.0/o/2",
  group: "group:constructor",
  participants: "participants:g1/0",
  app: "app:__proto__",
  publication: "publication:s1/a/1",
  listed: "listed:s1/12p.0/a/1",
  distribution: "distribution:o1/a1",
  "distribution-permission": "distribution-permission:o1/a1",
  "distribution-listed": "distribution-listed:o1/12p.0/a1",
  installed: "installed:o1/0/a1",
  shelf: "shelf:o1",
  shelved: "shelved:o1/0",
  permission: "permission:s1/a1",
  distributed: "distributed:s1/0/a1",
  workbench: "workbench:s1",
  offered: "offered:s1/0",
  home: "home:s1/0",
  rows: "rows:a1/0",
  row: "row:a1/r/1",
  submitters: "submitters:a1/0",
  submitted: "submitted:a1/0",
  flow: "flow:a1/f/1",
  definition: "definition:a1/2/f/1",
  instance: "instance:n1",
  task: "task:n1/3",
  opened: "opened:n1/0",
  steps: "steps:n1/0",
  parking: "parking:o1",
  parked: "parked:o1/0",
  running: "running:o1/0",
  "stand-ins": "stand-ins:o1/p1",
};
