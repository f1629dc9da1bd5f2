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
const page = { after: "p1/7", limit: 500 };
const directoryPage = { ...page, limit: 100 };
const t = { instance: "n1", task: 3 };
const hash = { buckets: 1, count: 1 };
const pages = { next: 2, count: 1, pages: [0] };

const spaceUnit = { kind: "space", ...s };
const memberUnit = { kind: "member", ...s, ...o };
const hostUnit = { kind: "host", ...o };

/** The data of each fact. */
export const facts: Samples<keyof LicensesFacts> = {
  "license.purchased": {
    full: { ...o, purchased: 3000, revision: 7 },
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
const steps = (levels: object) => [
  { approvers: approvers(levels), mode: "all" },
  { approvers: approvers({}).slice(1, 2), mode: "sequence" },
];
const withSteps = (more: object): Sample => ({
  full: { ...more, steps: steps({ levelsUp: 1 }) },
  least: { ...more, steps: steps({}) },
});
const labels = ["north", "__proto__"];
const inSpace = (more: object): Sample => ({
  full: { ...more, ...sa },
  least: { ...more, ...a },
});

type Commands = keyof (LicensesCommands & GroupsCommands & AppsCommands & FlowsCommands);

/** The data of each command. */
export const commands: Samples<Commands> = {
  "license.link": { full: { unit: spaceUnit } },
  "license.unlink": { full: { unit: memberUnit } },
  "license.grant": { full: { unit: hostUnit, people } },
  "license.revoke": { full: { unit: memberUnit, people: [] } },
  "license.automate": { full: { unit: memberUnit, ...o, departments: ["d1", "d2"] } },
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
  "app.distribute": { full: { ...sa, ...o, group: "cid:9" } },
  "form.submit": {
    full: {
      ...sa,
      rows: [{ row: "r1", labels }, { row: "r2" }],
      attachments: false,
      picked: [op, op],
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
  "task.approve": { full: t },
  "task.reject": { full: t },
  "task.return": { full: { ...t, to: 0 } },
  "task.transfer": { full: { ...t, to: op } },
  "task.countersign": { full: { ...t, place: "before", people } },
  "task.remove-countersigner": { full: t },
  "task.delegate": { full: { ...t, to: op } },
  "task.copy": { full: { ...t, people } },
  "task.assign": { full: { ...t, to: "p1", organization: "o1" }, least: { ...t, to: "p1" } },
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
  | "admin.members"
  | "admin.applications"
  | "admin.invitations"
  | "admin.folders"
  | "admin.waiting"
  | "admin.scope"
  | "admin.space-room"
  | "admin.organization-room";

/** What each question takes. */
export const queries: Samples<Exclude<keyof Queries, Earlier | `hierarchy.${string}`>> = {
  "license.usage": { full: { viewer } },
  "license.accounts": {
    full: { viewer, unit: hostUnit, ...page },
    least: { viewer, unit: hostUnit },
  },
  "license.waiting": own,
  "license.automatic": { full: { viewer, unit: spaceUnit, ...o } },
  "feature.list": { full: {} },
  "app.center": paged,
  "app.use": inSpace({ viewer, feature: "form.submit" }),
  "app.settings": { full: { viewer, ...sa } },
  "space.home": paged,
  "space-app.use": { full: { viewer, ...sa } },
  "data.range": inSpace({ viewer }),
  "data.rows": {
    full: { viewer, ...sa, submitter: "p1", organization: "o1", ...page },
    least: { viewer, ...a },
  },
  "data.submitters": searched(a),
  "form.pickable": inSpace({ viewer, target: op }),
  "form.candidates": {
    full: { viewer, ...sa, search: "n", ...page },
    least: { viewer, ...a },
  },
  "flow.may-route": { full: { viewer, instance: "n1", target: op } },
  "flow.routing-candidates": searched({ instance: "n1" }),
  "flow.todo": own,
  "flow.started": own,
  "flow.handled": own,
  "flow.instance": {
    full: { viewer, instance: "n1", ...page },
    least: { viewer, instance: "n1" },
  },
  "admin.parked": own,
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
    full: { viewer, person: "p1", successor: "p2" },
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
  "license.automated": { full: { ...unit, ...o, added: ["d1"], removed: ["d2"] } },
  "license.pool-ended": { full: { host: "o1" } },
  "group.started": { full: { ...g, name: "N", starter: op } },
  "group.entered": { full: { ...g, ...op } },
  "group.left": { full: { ...g, ...op, because: "left-space" } },
  "app.created": { full: { ...a, ...o, name: "N", cool: false } },
  "app.published": { full: { ...sa, host: "o1" } },
  "app.withdrawn": { full: { ...sa, because: "withdrawn" } },
  "app.authorized": { full: { ...sa, authorized: { ...fixed, partners: [] } } },
  "app.permitted": { full: { ...sa, permissions }, least: { ...sa, permissions: [] } },
  "app.unlisted": { full: { ...sa, ...op, named: [null, 0] }, least: { ...sa, ...op } },
  "app.relisted": {
    full: { ...sa, ...op, named: [null, 1], order: 1, number: 2, because: "reinstated" },
  },
  "app.distributed": { full: { ...sa, ...o, group: "cid:9", order: 2 } },
  "form.submitted": {
    full: { ...a, ...op, row: "r1", space: null, labels, automation: true, cards: false },
  },
  "space-app.created": commands["space-app.create"],
  "space-app.published": commands["space-app.publish"],
  "flow.defined": withSteps({ ...a, flow: "f1", version: 1 }),
  "flow.started": {
    full: {
      ...a,
      instance: "n1",
      host: "o1",
      flow: "f1",
      version: 1,
      space: "s1",
      initiator: op,
      row: "r1",
    },
  },
  "flow.step-begun": { full: { instance: "n1", step: 0 } },
  "flow.ended": { full: { instance: "n1", how: "withdrawn" } },
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

/** A record of each kind. */
export const records: Samples<Kinds> = {
  pool: {
    full: {
      purchased: 3000,
      revision: null,
      accounts: hash,
      persons: 3,
      downstreamPersons: 2,
      hostUsed: 1,
      hostGranted: pages,
      units: [
        { number: 1, ...s, organization: null, used: 2, granted: pages },
        { number: 2, space: "s2", ...o, used: 0, granted: pages },
      ],
      nextUnit: 3,
      waiting: pages,
    },
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
  reserved: { full: { entries: [[0, 1, "o1", "p1"]] } },
  automatic: { full: { departments: hash } },
  selected: { full: { ids: ["d1"], values: [0], bytes: 9, more: 0 } },
  group: {
    full: { ...s, name: "N", starter: op, identities: 2, entries: 3, participants: hash },
  },
  participants: { full: { ids: ["p1"], values: [[["o1", 0]]], bytes: 9, more: 0 } },
  app: {
    full: {
      name: "N",
      owner: { kind: "organization", ...o },
      cool: true,
      published: ["s1"],
      rows: 7,
      submitters: hash,
      submitted: pages,
    },
  },
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
  rows: {
    full: { entries: [{ ticket: 0, row: "r1", space: "s1", ...op, under: 2, labels, at: 5 }] },
  },
  row: { full: { ticket: 0 } },
  submitters: { full: { ids: ["p1"], values: [[["o1", 0, null]]], bytes: 9, more: 0 } },
  submitted: { full: { entries: [[0, "o1", "p1", 1]] } },
  flow: { full: { version: 1 } },
  definition: withSteps({}),
  instance: {
    full: {
      ...a,
      host: "o1",
      flow: "f1",
      version: 1,
      space: null,
      initiator: op,
      under: 2,
      row: "r1",
      status: "running",
      ticket: 0,
      step: 0,
      missing: 1,
      tasks: 2,
      open: pages,
      log: pages,
    },
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
};

/** The text of a key of each kind. */
export const keys: { readonly [Kind in Kinds]: string } = {
  pool: "pool:o%2F1",
  unit: "unit:o1/3",
  accounts: "accounts:o1/0",
  granted: "granted:o1/2/0",
  deferred: "deferred:o1/0",
  reserved: "reserved:o1/0",
  automatic: "automatic:o1/2/o/2",
  selected: "selected:o1/2.0/o/2",
  group: "group:constructor",
  participants: "participants:g1/0",
  app: "app:__proto__",
  publication: "publication:s1/a/1",
  listed: "listed:s1/12p.0/a/1",
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
};
