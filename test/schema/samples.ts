// A full and a least sample of everything the parsers take. `full` has every optional field, `least`
// none of them: where they differ is what may be left out. Ids are chosen to hurt careless code.

import type { Command, EventType, Fact, RecordKind } from "../../src/index.ts";
import type { Queries } from "../../src/queries/model.ts";
import type { Sample, Samples } from "./sample.ts";
import * as hierarchy from "./samples-hierarchy.ts";
import * as industry from "./samples-industry.ts";
import * as work from "./samples-work.ts";

export type { Sample } from "./sample.ts";

const o = { organization: "__proto__" };
const s = { space: "constructor" };
const d = { department: "d1" };
const who = { person: "toString" };
const p = { ...who, number: 3 };
const so = { ...s, ...o };
/** Whom hiding a Member does not bind. */
const excepted = {
  organizations: ["o1"],
  kinds: [{ type: "dealer", level: "gold" }, { level: "gold" }],
  departments: [{ organization: "o2", department: "d1" }],
};
const soa = { ...so, application: "a1" };
const revision = 7;
const fields = {
  full: { name: "Ünï 😀", title: "", email: "a@b.c", phone: "+49" },
  least: { name: "N" },
};
const scope = {
  organization: "o1",
  whole: true,
  departments: ["d1", "hasOwnProperty"],
  people: ["p1"],
  exclude: { departments: ["d2"], people: ["p2"] },
};
const listed = { departments: ["d1"], people: ["p1", "p2"] };
const viewer = { organization: "o1", person: "p1" };
const page = { after: "p1/7", limit: 500 };

const withRevision = (least: object): Sample => ({ full: { ...least, revision }, least });

/** Of an employment, which may be named by its number. */
const numbered = (least: object): Sample => ({
  full: { ...who, ...least, number: 3, revision },
  least: { ...who, ...least },
});

/** The data of each fact, but for the source of a directory that says it. */
const told: Samples<Fact["type"]> = {
  ...work.facts,
  ...hierarchy.facts,
  ...industry.facts,
  "organization.registered": {
    full: { ...o, name: "N", certified: true, edition: "free", sso: false },
  },
  "organization.renamed": withRevision({ ...o, name: "N" }),
  "organization.certification-changed": withRevision({ ...o, certified: false }),
  "organization.edition-changed": withRevision({ ...o, edition: "exclusive" }),
  "organization.sso-changed": withRevision({ ...o, sso: true }),
  "organization.suspended": withRevision({ ...o }),
  "organization.resumed": withRevision({ ...o }),
  "organization.ended": { full: { ...o } },
  "organization.reinstated": { full: { ...o } },
  "admin.changed": {
    full: {
      ...{ ...o, ...p, role: "sub", spacePermission: true },
      ...{ hierarchyPermission: true, revision },
    },
    least: { ...o, ...who, role: "sub" },
  },
  "department.created": withRevision({ ...o, ...d, parent: "d0", name: "N" }),
  "department.renamed": withRevision({ ...o, ...d, name: "N" }),
  "department.renamed-id": withRevision({ ...o, ...d, to: "__proto__" }),
  "department.moved": withRevision({ ...o, ...d, parent: null }),
  "department.removed": withRevision({ ...o, ...d }),
  "person.hired": {
    full: { ...o, ...p, departments: ["d1", "d2"], fields: fields.full, probation: true },
    least: { ...o, ...who, departments: [], fields: fields.least },
  },
  "person.confirmed": {
    full: { ...o, ...p, fields: fields.full, revision },
    least: { ...o, ...who },
  },
  "person.relocated": numbered({ ...o, departments: ["d1"] }),
  "person.department-entered": numbered({ ...o, ...d }),
  "person.department-left": numbered({ ...o, ...d }),
  "person.fields-changed": {
    full: { ...o, ...p, fields: fields.full, revision },
    least: { ...o, ...who, fields: fields.least },
  },
  "person.renamed": { full: { ...o, ...p, to: "p2" }, least: { ...o, ...who, to: "p2" } },
  "person.resigned": { full: { ...o, ...p, successor: "p2" }, least: { ...o, ...who } },
  "person.reinstated": {
    full: { ...o, ...p, departments: ["d1"], fields: fields.full },
    least: { ...o, ...who },
  },
  "person.heads-changed": numbered({ ...o, departments: ["d1", "d2"] }),
  "person.roles-changed": numbered({ ...o, roles: ["r1", "__proto__"] }),
  "person.manager-changed": {
    full: { ...o, ...p, manager: { person: "__proto__", number: 2 }, revision },
    least: { ...o, ...who, manager: { person: "__proto__" } },
  },
  "person.suspended": {
    full: { ...o, ...p, standIn: "p2", revision: 1 },
    least: { ...o, ...who },
  },
  "person.resumed": numbered(o),
  "directory.changed": {
    full: {
      ...o,
      changes: [
        { type: "department.moved", data: { ...d, parent: null, revision } },
        { type: "person.department-left", data: { ...p, ...d, revision } },
        {
          type: "industry.changed",
          data: {
            person: "p1",
            number: 1,
            kind: "member",
            nodes: ["c1"],
            guardians: ["p2"],
            revision: 1,
          },
        },
      ],
    },
    least: {
      ...o,
      changes: [
        { type: "department.moved", data: { ...d, parent: null } },
        { type: "person.department-left", data: { ...who, ...d } },
        { type: "industry.changed", data: { person: "p1", kind: "member", nodes: ["c1"] } },
      ],
    },
  },
  "directory.reconciled": {
    full: {
      ...o,
      list: "l1",
      extent: { departments: ["d1", "d2"] },
      of: { departments: 0, people: 4 },
      part: {
        kind: "people",
        page: 3,
        pages: 4,
        piece: 0,
        pieces: 2,
        people: [
          {
            ...p,
            departments: ["d1"],
            fields: fields.full,
            probation: false,
            suspended: true,
            manager: { person: "p2", number: 1 },
          },
        ],
      },
    },
    least: {
      ...o,
      list: "l1",
      of: { departments: 0, people: 4 },
      part: { kind: "people", page: 3, pages: 4, people: [{ ...who, fields: fields.least }] },
    },
  },
  "directory.continued": { full: { ...o, list: "l1" } },
};

/** The data of each fact. */
export const facts = Object.fromEntries(
  Object.entries(told).map(([type, sample]) => [
    type,
    /^(?:admin|department|person)\.|^directory\.changed$/.test(type)
      ? { least: sample.full, ...sample, full: { ...sample.full, source: "hr" } }
      : sample,
  ]),
) as unknown as Samples<Fact["type"]>;

/** The data of each command. */
export const commands: Samples<Command["type"]> = {
  ...work.commands,
  ...hierarchy.commands,
  "reconciliation.confirm": { full: { ...o, list: "l1" } },
  "reconciliation.discard": { full: { ...o, list: "l1" } },
  "department.confirm-removal": { full: { ...o, departments: ["d1"] } },
  "successor.set": { full: { ...o, person: "p1", successor: null } },
  "space.create": { full: { ...s, name: "N", scope }, least: { ...s, name: "N" } },
  "space.dissolve": { full: { ...s } },
  "space-quota.expand": { full: { ...o, expansion: 5 } },
  "person-cap.expand": { full: { ...s, cap: 5000 } },
  "batch-invitation.enable": { full: { ...o } },
  "invitation.issue": {
    full: { ...s, invitation: "i1", form: "qr", expiresAt: 9, maxUses: 1, for: ["o2", "o3"] },
    least: { ...s, invitation: "i1", form: "qr" },
  },
  "invitation.revoke": { full: { ...s, invitation: "i1" } },
  "invitation.batch": {
    full: {
      ...s,
      invitations: [
        { invitation: "i1", organization: "o1" },
        { invitation: "i2", organization: "o1" },
      ],
    },
  },
  "application.submit": {
    full: {
      ...{ application: "a1", invitation: "i1", scope },
      ...{ reach: "trunk", shared: ["hr"], replaces: "o2" },
    },
    least: { application: "a1", invitation: "i1" },
  },
  "application.withdraw": { full: { ...s, application: "a1" }, least: { application: "a1" } },
  "application.approve": {
    full: { ...soa, reason: "", fresh: true },
    least: { application: "a1" },
  },
  "application.reject": { full: { ...soa, reason: "no" }, least: { application: "a1" } },
  "association.cancel": { full: so },
  "association.leave": { full: so },
  "association.stay": { full: so },
  "association.suspend": { full: { ...so, reason: "an audit" }, least: so },
  "association.resume": { full: so },
  "visibility.set": {
    full: {
      ...so,
      visibility: {
        ...{ kind: "listed", organizations: ["o1", "o2"] },
        departments: excepted.departments,
      },
    },
    least: { ...so, visibility: { kind: "listed", organizations: ["o1"] } },
  },
  "visibility.hide": {
    full: { ...so, hidden: true, except: excepted },
    least: { ...so, hidden: false },
  },
  "fields.share": {
    full: { ...so, fields: { title: "visible", email: "host", phone: "nobody" } },
    least: { ...so, fields: {} },
  },
  "counterparts.set": { full: { ...so, people: ["p1", "p2"] }, least: { ...s, people: [] } },
  "partner.set": { full: { ...so, types: ["supplier", "own-word"], level: "gold" } },
  "folder.create": { full: { ...s, folder: "f1", parent: null, name: "N" } },
  "folder.rename": { full: { ...s, folder: "f1", name: "N" } },
  "folder.move": { full: { ...s, folder: "f1", parent: "f2" } },
  "folder.remove": { full: { ...s, folder: "f1" } },
  "member.place": { full: { ...so, folder: null } },
  "scope.set": { full: { ...so, scope, removing: 9 }, least: { ...so, scope: {} } },
  "scope.take-out": { full: { ...so, ...listed, removing: 9 }, least: so },
  "scope.put-in": { full: { ...so, ...listed }, least: so },
};

const paged: Sample = { full: { viewer, ...s, ...page }, least: { viewer, ...s } };

/** What each question takes. */
export const queries: Samples<keyof Queries> = {
  "entry.management": { full: { viewer } },
  "entry.spaces": { full: { person: "p1" } },
  "space.organizations": paged,
  "space.contacts": {
    full: { viewer, ...s, search: "", ...page },
    least: { viewer, ...s },
  },
  "space.contact": { full: { viewer, ...s, organization: "o1", person: "p1" } },
  "space.why": {
    full: {
      ...{ viewer, ...s },
      ...{ from: { organization: "o1", person: "p1" }, to: { organization: "o2", person: "p2" } },
    },
    least: { viewer, ...s, from: { organization: "o1" }, to: { organization: "o2" } },
  },
  "space.one-way": paged,
  "admin.members": paged,
  "admin.applications": {
    full: { viewer, ...s, ...page, at: 9 },
    least: { viewer, ...s },
  },
  "admin.application": {
    full: { viewer, ...s, application: "a1", at: 9 },
    least: { viewer, ...s, application: "a1" },
  },
  "application.own": { full: { viewer, ...s, ...page, at: 9 }, least: { viewer } },
  "invitation.look": {
    full: { viewer, invitation: "i1", at: 9 },
    least: { viewer, invitation: "i1" },
  },
  "admin.invitations": paged,
  "admin.folders": paged,
  "admin.roster": {
    full: { viewer, ...s, organization: "o1", ...page },
    least: { viewer, ...s },
  },
  "admin.waiting": paged,
  "admin.scope": { full: { viewer, ...s } },
  "admin.space-room": { full: { viewer, ...s } },
  "admin.organization-room": { full: { viewer } },
  ...work.queries,
  ...hierarchy.queries,
};

const hash = { buckets: 1, count: 1 };
const pages = { next: 2, count: 1, pages: [0] };
const invitation = {
  ...s,
  form: "link",
  ...{ expiresAt: null, maxUses: 2 },
  ...{ uses: 1, open: true, invited: null },
};
const reviewed = { full: { ...soa, reason: null } };
const entered = { ...so, person: "p1", ordinal: 4 };
const left = { ...so, person: "p1", because: "resigned" };

const inert = {
  full: {
    setting: { kind: "list", space: "s1", app: "x1" },
    owner: "o1",
    departments: [{ organization: "o2", department: "d1" }],
  },
};

/** Things that a departure took, and what comes back. */
const things = [
  ["place", "s1", 1, null, 2, 0],
  ["list", "s1", 1, "a1", null, 3],
  ["license", null, 0, "o1", 0, 4],
];
const period = { ...p, standIn: p, from: 1, until: 2 };
const standIn = ["stand-in", null, 0, null, null, 0];
const kept = (...all: readonly unknown[][]) => ({
  entries: all.map((thing, place) => [place, ...thing]),
});
const back = {
  ...o,
  ...p,
  because: "fact",
  departments: ["d1"],
  fields: fields.full,
  probation: true,
  heads: ["d1"],
  roles: ["r1"],
  admin: { role: "sub", spacePermission: true },
  successor: p,
  manager: p,
};
const l = { ...o, list: "l1" };

/** What each event carries. */
export const events: Samples<EventType> = {
  ...work.events,
  ...hierarchy.events,
  ...industry.events,
  "organization.registered": facts["organization.registered"],
  "organization.renamed": facts["organization.renamed"],
  "organization.certification-changed": facts["organization.certification-changed"],
  "organization.edition-changed": facts["organization.edition-changed"],
  "organization.sso-changed": facts["organization.sso-changed"],
  "organization.suspended": facts["organization.suspended"],
  "organization.resumed": facts["organization.resumed"],
  "organization.ended": facts["organization.ended"],
  "organization.reinstated": {
    full: {
      ...o,
      left: [
        ["space", 2, "dissolved"],
        ["association", 1, "cancelled"],
      ],
    },
    least: { ...o, left: [] },
  },
  "admin.changed": {
    full: {
      ...{ ...o, person: "p1", role: "sub", spacePermission: false },
      ...{ hierarchyPermission: true, revision },
    },
    least: { ...o, person: "p1", role: null, spacePermission: false },
  },
  "department.created": told["department.created"],
  "department.renamed": told["department.renamed"],
  "department.moved": withRevision({ ...o, ...d, parent: "d2", from: null }),
  "department.removed": withRevision({
    ...o,
    ...d,
    parent: null,
    children: ["d2"],
    people: ["p1"],
    heads: ["p2"],
  }),
  "department.id-changed": withRevision({ ...o, ...d, to: "d2" }),
  "department.flagged": withRevision({ ...o, ...d, parent: "d2", reason: "cycle" }),
  "person.renamed": { full: { ...o, ...p, to: "p2" } },
  "person.recounted": { full: { ...o, person: "p1", because: "came" } },
  "person.flagged": { full: { ...o, ...p, to: "p2", reason: "id-in-use" } },
  "person.hired": {
    full: { ...told["person.hired"].full, unnumbered: true, listed: true },
    least: { ...told["person.hired"].least, number: 3 },
  },
  "person.numbered": { full: { ...o, ...p, source: "hr" }, least: { ...o, ...p } },
  "person.vouched": {
    full: {
      ...o,
      ...who,
      source: "hr",
      given: true,
      departments: ["d1"],
      numbers: true,
      said: true,
      reported: true,
      revision: 4,
      department: "d1",
    },
    least: { ...o, ...who, source: "hr", given: false },
  },
  "department.vouched": {
    full: { ...o, ...d, source: "hr", given: true, said: true, revision: 3 },
    least: { ...o, ...d, source: "hr", given: true },
  },
  "person.noted": {
    full: { ...o, ...who, kind: "left", at: 5, source: "hr" },
    least: { ...o, ...who, kind: "left", at: 5 },
  },
  "person.confirmed": {
    full: told["person.confirmed"].full,
    least: { ...told["person.confirmed"].least, number: 3 },
  },
  "person.relocated": {
    full: {
      ...o,
      ...p,
      departments: ["d1", "d2"],
      from: ["d2"],
      department: "d1",
      because: "missing",
      revision,
    },
    least: { ...o, ...p, departments: ["d1"], from: ["d2"] },
  },
  "person.fields-changed": {
    full: told["person.fields-changed"].full,
    least: { ...told["person.fields-changed"].least, number: 3 },
  },
  "person.resigned": {
    full: { ...told["person.resigned"].full, because: "missing", source: "hr" },
    least: { ...told["person.resigned"].least, number: 3 },
  },
  "person.reinstated": {
    full: { ...back, under: ["d2"], suspended: { standIn: p }, source: "hr" },
    least: { ...back, fields: fields.least },
  },
  "departure.kept": {
    full: {
      ...o,
      ...p,
      until: 9,
      counts: {
        place: 1,
        selection: 1,
        exclusion: 1,
        list: 1,
        group: 1,
        license: 1,
        task: 1,
      },
      things: [...things, [...standIn, period]],
    },
    least: { ...o, ...p, until: 9, counts: {}, things: [] },
  },
  "departure.dropped": { full: { ...o, ...p, because: "lapsed" } },
  "person.heads-changed": withRevision({ ...o, ...p, departments: ["d1"], from: ["d2"] }),
  "person.roles-changed": withRevision({ ...o, ...p, roles: ["r1"], from: [] }),
  "person.manager-changed": withRevision({ ...o, ...p, manager: p, from: null }),
  "person.suspended": {
    full: { ...o, ...p, standIn: { person: "p2", number: 1 }, again: true, revision: 1 },
    least: { ...o, ...p, standIn: { person: "p2", number: 1 } },
  },
  "person.resumed": withRevision({ ...o, ...p }),
  "successor.set": { full: { ...o, person: "p1", successor: p } },
  "setting.inert": inert,
  "setting.revived": inert,
  "setting.dropped": inert,
  "department.dormant": { full: { ...o, ...d, since: 5 } },
  "department.awake": { full: { ...o, ...d } },
  "list.begun": {
    full: { ...l, extent: { departments: ["d1"] }, of: { departments: 1, people: 4 } },
    least: { ...l, of: { departments: 1, people: 4 } },
  },
  "list.part": {
    full: {
      ...l,
      kind: "people",
      page: 3,
      piece: 1,
      pieces: 2,
      ids: ["p1"],
      counts: { known: 3, missing: 1, protected: 1 },
    },
    least: { ...l, kind: "departments", page: 0, ids: ["d1"] },
  },
  "list.completed": {
    full: { ...l, known: { people: 9, departments: 2 }, missing: { people: 1, departments: 0 } },
  },
  "list.put-off": {
    full: { ...l, page: 3, people: [{ ...who, fields: fields.least }], outdone: ["p2"] },
    least: { ...l, page: 3, people: [] },
  },
  "list.step": {
    full: {
      ...l,
      removed: { people: 5, departments: 0 },
      reinstated: 4,
      followed: [[3, 4]],
      dormant: 0,
      remaining: 2,
      pages: [[3, 2]],
    },
    least: {
      ...l,
      removed: { people: 0, departments: 0 },
      reinstated: 0,
      dormant: 0,
      remaining: 2,
      pages: [],
    },
  },
  "list.dropped": { full: { ...l, because: "superseded" } },
  "removal.held": {
    full: { ...o, fact: "i1", department: "d1", parent: null, revision: 3 },
    least: { ...o, fact: "i1", department: "d1" },
  },
  "removal.settled": {
    full: { ...o, fact: "i1", departments: ["d1"], how: "discarded" },
  },
  "reconciliation.held": {
    full: { ...l, extent: { departments: ["d1"] }, people: 9, departments: 2 },
    least: { ...l, people: 9, departments: 2 },
  },
  "reconciliation.settled": {
    full: { ...l, how: "done" },
  },
  "space.created": { full: { ...s, host: "o1", name: "N" } },
  "space.dissolved": { full: { ...s, host: "o1" } },
  "space.unarmed": { full: { ...s, subject: "persons", thresholds: [80] } },
  "organization.unarmed": { full: { organization: "o1", thresholds: [] } },
  "space-quota.expanded": commands["space-quota.expand"],
  "person-cap.expanded": commands["person-cap.expand"],
  "batch-invitation.enabled": commands["batch-invitation.enable"],
  "invitation.issued": {
    full: {
      ...s,
      ...{ invitation: "i1", form: "link", expiresAt: 1, maxUses: null, invited: "o2" },
      for: ["o2"],
    },
    least: { ...s, invitation: "i1", form: "link", expiresAt: 1, maxUses: null, invited: "o2" },
  },
  "invitation.skipped": { full: { ...so, reason: "member" } },
  "invitation.extended": {
    full: { ...so, invitation: "i1", expiresAt: 1, maxUses: null, addressed: true },
  },
  "invitation.revoked": commands["invitation.revoke"],
  "application.submitted": {
    full: {
      ...soa,
      invitation: "i1",
      scope: {
        whole: false,
        rules: [
          ["department", "d1", "in", null],
          ["person", "p1", "out", 3],
        ],
      },
      expiresAt: 9,
    },
    least: { ...soa, invitation: "i1", scope: { whole: true, rules: [] } },
  },
  "application.expired": { full: { ...soa, usesLeft: null }, least: soa },
  "application.withdrawn": { full: { ...soa, usesLeft: null }, least: soa },
  "application.approved": reviewed,
  "application.rejected": {
    full: { ...reviewed.full, usesLeft: 0, reapplyFrom: 9 },
    least: reviewed.full,
  },
  "association.formed": { full: so },
  "association.cancelled": {
    full: { ...so, because: "left", keptUntil: 86_400_000 },
    least: { ...so, because: "dissolved" },
  },
  "member.restored": {
    full: {
      ...{ ...so, folder: "f1", types: ["dealer"], level: "gold" },
      ...{ visibility: { kind: "listed", organizations: ["o1", "o2"] }, hidden: true },
      ...{ except: excepted, fields: { phone: "nobody" } },
      counterparts: { organization: "o1", people: ["p1", "p2"] },
    },
    least: {
      ...{ ...so, folder: null, types: [], level: null, visibility: { kind: "own" } },
      ...{ hidden: false, except: { organizations: [], kinds: [], departments: [] } },
      ...{ fields: {}, counterparts: { organization: "o1", people: [] } },
    },
  },
  "association.leave-announced": { full: { ...so, from: 86_400_000 } },
  "association.leave-withdrawn": { full: so },
  "association.suspended": { full: { ...so, reason: "an audit" }, least: { ...so, reason: null } },
  "association.resumed": { full: so },
  "visibility.set": commands["visibility.set"],
  "visibility.hidden": {
    full: { ...so, hidden: true, except: excepted },
    least: { ...so, hidden: false, except: { organizations: [], kinds: [], departments: [] } },
  },
  "fields.shared": commands["fields.share"],
  "counterpart.named": {
    full: {
      ...{ ...so, member: "o2", people: ["p1", "p2"] },
      ...{ because: "reinstated", person: "p2", place: 1 },
    },
    least: { ...so, member: "o2", people: [] },
  },
  "counterpart.dropped": {
    full: { ...so, member: "o1", person: "p1", because: "left", unattended: true },
    least: { ...so, member: "o2", person: "p1", because: "unnamed" },
  },
  "partner.set": commands["partner.set"],
  "folder.created": commands["folder.create"],
  "folder.renamed": commands["folder.rename"],
  "folder.moved": commands["folder.move"],
  "folder.removed": commands["folder.remove"],
  "member.placed": commands["member.place"],
  "scope.changed": {
    full: {
      ...so,
      whole: true,
      departments: [
        ["d1", "in"],
        ["d2", null],
      ],
      people: [["p1", "out"]],
    },
  },
  "roster.entered": { full: { ...entered, because: "waiting-list" } },
  "roster.left": { full: left },
  "waiting.joined": { full: entered },
  "waiting.left": { full: left },
};

const organization = {
  name: "N",
  ended: false,
  certified: true,
  edition: "light",
  sso: false,
  revisions: { name: 1, certification: 2, edition: 3, sso: 4 },
  admins: [{ person: "p1", role: "main", spacePermission: false }],
  hosted: ["s1"],
  joined: ["s2"],
  created: 1,
  expansion: 0,
  batchInvitation: false,
};
const directory = {
  hires: 1,
  people: hash,
  tree: pages,
};
const department = {
  removed: false,
  parent: "d0",
  ancestors: ["d0"],
  ticket: 1,
  placed: hash,
  heads: hash,
  at: 5,
  revisions: { name: 1, parent: 2 },
};
const employment = {
  number: 1,
  given: 2,
  inService: true,
  ordinal: 0,
  departments: ["d1"],
  fields: fields.full,
  probation: false,
  heads: ["d2"],
  roles: ["r1"],
  successor: p,
  manager: p,
  at: 5,
  times: { began: 1, ended: 2, hired: 3, left: 4, reinstated: 5 },
  revisions: {
    departments: 1,
    placements: [["d1", 7]],
    fields: 2,
    admin: 3,
    heads: 4,
    roles: 5,
    manager: 6,
  },
};

const association = {
  order: 1,
  whole: false,
  departments: hash,
  people: hash,
  present: 1,
  waiting: 0,
  folder: "f1",
  visibility: { kind: "listed", organizations: [["o1", 2]] },
  types: ["dealer"],
  level: null,
};

const sightPage = {
  organizations: [["o1", 2]],
  kinds: [{ type: "dealer" }],
  departments: [["o2", 1, "d1"]],
};

/** A record of each kind. */
export const records: Samples<RecordKind> = {
  organization: { full: organization, least: { ...organization, revisions: {} } },
  directory: {
    full: {
      ...directory,
      departures: pages,
      suspended: pages,
      lists: ["l1"],
      removals: pages,
      inert: { buckets: 1, count: 1 },
      listed: { list: "l0", at: 5, until: 6 },
      sources: ["hr"],
    },
    least: directory,
  },
  aliases: {
    full: {
      ids: ["p1"],
      values: [{ key: "p2", holders: [["p3", 5]], id: "p4", former: [["p2", 7]] }],
      bytes: 9,
      more: 0,
    },
    least: { ids: ["p1"], values: [{}], bytes: 9, more: 0 },
  },
  people: { full: { ids: ["p1"], values: [[1, 0]], bytes: 9, more: 0 } },
  suspended: { full: { entries: [[12, "p1"]] } },
  tree: {
    full: { entries: [{ ticket: 0, department: "d1", parent: null, name: "N", buckets: 1 }] },
  },
  department: {
    full: { ...department, held: { fact: "i1", at: 5, parent: null, revision: 3 } },
    least: { ...department, revisions: {} },
  },
  placed: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  over: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  naming: { full: { ids: ["s1 x1"], values: [[0, ["list"]]], bytes: 9, more: 0 } },
  inert: { full: { ids: ["list s1 x1 o1 d1"], values: [0], bytes: 9, more: 0 } },
  employment: {
    full: employment,
    least: { ...employment, fields: fields.least, times: {}, revisions: {} },
  },
  former: { full: { fields: fields.full }, least: { fields: fields.least } },
  kept: {
    full: kept(...things, [...standIn, { ...period, apps: ["a1"] }]),
    least: kept(...things, [...standIn, period]),
  },
  departures: { full: { entries: [[0, "p1", 3, 9]] } },
  person: {
    full: { organizations: ["o1"], ids: [["o1", "p2"]], keys: [["o1", "p3"]] },
    least: { organizations: ["o1"] },
  },
  held: { full: { people: [p] } },
  list: {
    full: {
      at: 5,
      until: 6,
      extent: { departments: ["d1"] },
      of: { departments: 1, people: 4 },
      state: "held",
      departments: [0],
      pages: [[3, 2, 1, 9, 1, 2, 40]],
      counted: { known: 3, missing: 1 },
      named: { people: 7, departments: 1 },
      returns: [[3, 1, 0, 1]],
    },
    least: {
      at: 5,
      until: 6,
      of: { departments: 0, people: 4 },
      state: "begun",
      departments: [],
      pages: [],
      named: { people: 7, departments: 0 },
    },
  },
  removal: { full: { ticket: 3, departments: ["d1"] } },
  removals: { full: { entries: [[3, "i1"]] } },
  part: { full: { ids: ["p1"] } },
  returns: { full: { lines: [{ person: "p1", fields: fields.least, at: 5 }] } },
  extents: { full: { listed: [{ departments: ["d1"], list: "l1", at: 5, until: 6 }] } },
  source: {
    full: { departments: hash, people: hash, listed: { list: "l0", at: 5, until: 6 } },
    least: { departments: hash, people: hash },
  },
  brought: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  space: {
    full: {
      name: "N",
      host: "o1",
      dissolved: false,
      cap: null,
      persons: 1,
      identities: 1,
      roster: hash,
      waiting: pages,
      queued: hash,
      members: pages,
      pending: pages,
      invitations: pages,
      folders: pages,
    },
  },
  association: {
    full: {
      ...association,
      visibility: { ...association.visibility, pages: 1 },
      ...{ fields: { phone: "nobody" }, hidden: true, excepted: 2 },
    },
    least: association,
  },
  shown: { full: sightPage },
  excepted: { full: sightPage },
  retained: {
    full: {
      ...{ folder: "f1", visibility: { ...association.visibility, pages: 1 }, types: ["dealer"] },
      ...{ level: "gold", fields: { phone: "nobody" }, hidden: true, excepted: 2 },
      ...{ until: 86_400_000, reinstatements: 1, counterparts: [["p1", 2]] },
    },
    least: {
      ...{ folder: null, visibility: { kind: "own" }, types: [], level: null },
      ...{ until: 0, counterparts: [] },
    },
  },
  counterparts: {
    full: {
      own: {
        sets: 1,
        people: [
          ["p1", 0],
          ["p2", 1],
        ],
      },
      host: { sets: 2, people: [["p3", 0]] },
      unattended: true,
    },
    least: { own: { sets: 0, people: [] }, host: { sets: 0, people: [] } },
  },
  members: { full: { entries: [[0, "o1"]] } },
  applicant: {
    full: { application: "a1", fields: { title: "host" }, reapplyFrom: 9 },
    least: { application: "a1" },
  },
  applied: {
    full: {
      entries: [
        [0, "s1", null],
        [1, null, "o1"],
      ],
    },
  },
  application: {
    full: {
      ...so,
      invitation: "i1",
      status: "pending",
      reason: null,
      at: 5,
      ticket: 0,
      whole: true,
      pages: 1,
    },
  },
  wish: { full: { rules: [["person", "p1", "in", 1]] } },
  pending: { full: { entries: [[0, "a1"]] } },
  invitation: { full: { ...invitation, for: ["o2", "o3"] }, least: invitation },
  use: { full: { member: true } },
  invitee: { full: { open: 1, latest: "i1" }, least: { open: 1 } },
  invited: { full: { entries: [[0, "i1"]] } },
  folder: { full: { removed: false, parent: null, ticket: 0, children: 0, members: 1 } },
  folders: { full: { entries: [{ ticket: 0, folder: "f1", parent: null, name: "N" }] } },
  ruled: { full: { ids: ["d1"], values: ["in"], bytes: 9, more: 0 } },
  roster: {
    full: {
      ids: ["p1"],
      values: [
        [
          ["o1", 0, null, 1000],
          ["o2", 1, "p2", 1000],
        ],
      ],
      bytes: 9,
      more: 0,
    },
  },
  queued: { full: { ids: ["p1"], values: [[["o1", 0]]], bytes: 9, more: 0 } },
  waiting: { full: { entries: [[0, "o1", "p1", 3, 1000]] } },
  heads: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  role: { full: { holders: hash } },
  holders: { full: { ids: ["p1"], values: [0], bytes: 9, more: 0 } },
  bound: {
    full: {
      places: 3,
      near: [
        ["groups", "g1", 0, "s1"],
        ["lists", "s1 a1", 1, "s1", "a1"],
        ["tasks", "n1", 2, null, [0, 3]],
        ["stakes", "o2", 3, 1, 0, 0, 0],
        ["offices", "o2 o3 secretary d1", 4, "o2", "secretary", "o3", "d1"],
        ["counterparts", "s1 o2", 5, "s1", "o2"],
      ],
      groups: hash,
      lists: hash,
      tasks: hash,
      started: pages,
      handled: pages,
    },
  },
  ties: {
    full: {
      ids: ["g1", "n1", "s1 a1"],
      values: [
        [0, "s1"],
        [2, null, [0, 3]],
        [1, "s1", "a1"],
      ],
      bytes: 9,
      more: 0,
    },
  },
  started: { full: { entries: [[0, "n1", 0, 1]] } },
  handled: { full: { entries: [[0, "n1", 3, null]] } },
  ...work.records,
  ...hierarchy.records,
  ...industry.records,
};

/** The text of a key of each kind. */
export const keys: { readonly [Kind in RecordKind]: string } = {
  ...hierarchy.keys,
  ...industry.keys,
  organization: "organization:o%2F1",
  directory: "directory:__proto__",
  aliases: "aliases:o1/0/people",
  people: "people:o1/0",
  suspended: "suspended:o1/12",
  tree: "tree:o1/12",
  department: "department:o1/d/1",
  placed: "placed:o1/3/d%1",
  over: "over:o1/p3/d%1",
  naming: "naming:o1/3/d%1",
  inert: "inert:o1/3",
  employment: "employment:o%251/p1",
  former: "former:o1/3/p1",
  kept: "kept:o1/0/p1",
  departures: "departures:o1/0",
  person: "person:p:1",
  held: "held:o1/i1",
  list: "list:o1/l1",
  removal: "removal:o1/i1",
  removals: "removals:o1/0",
  part: "part:o1/p3+1/l1",
  returns: "returns:o1/3+1/l1",
  extents: "extents:o1/d1",
  source: "source:o1/hr",
  brought: "brought:o1/p3/hr",
  space: "space:constructor",
  association: "association:s1/o1",
  shown: "shown:s1/0/o1",
  excepted: "excepted:s1/1/o1",
  counterparts: "counterparts:s1/o1",
  retained: "retained:s1/o1",
  members: "members:s1/0",
  applicant: "applicant:s1/o1",
  applied: "applied:o1/0",
  application: "application:a1",
  wish: "wish:a1/0",
  pending: "pending:s1/0",
  invitation: "invitation:i1",
  use: "use:i1/o1",
  invitee: "invitee:s1/o1",
  invited: "invited:s1/0",
  folder: "folder:s1/f1",
  folders: "folders:s1/0",
  ruled: "ruled:s1/d0/o1",
  roster: "roster:s1/0",
  queued: "queued:s1/0",
  waiting: "waiting:s1/0",
  heads: "heads:o1/0/d/1",
  role: "role:o1/r/1",
  holders: "holders:o1/0/r1",
  bound: "bound:o1/p/1",
  ties: "ties:o1/groups.0/p/1",
  started: "started:o1/0/p1",
  handled: "handled:o1/0/p1",
  ...work.keys,
};

const by = { organization: "o1", person: "p1" };
const from = { organization: "o1" };

export const command = (type: string, data: unknown) => ({ id: "i1", at: 5, by, type, data });
export const fact = (type: string, data: unknown) => ({ id: "i1", at: 5, from, type, data });
export const query = (type: string, data: unknown) => ({ type, data });
export const event = (type: string, data: unknown) => ({
  v: 1,
  input: "i1",
  seq: 0,
  at: 5,
  cause: null,
  type,
  data,
});
