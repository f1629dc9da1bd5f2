import type { Party } from "../actors.ts";
import { base, having, type Objects } from "./objects.ts";

/** A Space of one's own, of another party, of strangers, of nobody. */
const spaces = <Data>(data: (space: string) => Data) => ({
  own: ({ home }: Party) => having(home, data),
  related: ({ near }: Party) => having(near, data),
  foreign: ({ far }: Party) => data(far),
  missing: () => data("no-such-space"),
});

/** An organization in `supply`, or in a foreign Space. */
const members = <Data>(data: (space: string, organization: string) => Data) => ({
  own: ({ org }: Party) => having(org, (organization) => data("supply", organization)),
  related: ({ peer }: Party) => having(peer, (organization) => data("supply", organization)),
  foreign: ({ far, farOrg }: Party) => data(far, farOrg),
  missing: ({ org, farOrg }: Party) => data("no-such-space", org ?? farOrg),
  "the Host": () => data("supply", "host"),
  "the applicant": () => data("supply", "applicant"),
  "foreign organization": () => data("supply", "far-member"),
  "missing organization": () => data("supply", "no-such-organization"),
});

const quota = (organization: string) => ({ organization, expansion: 3 });
const enabled = (organization: string) => ({ organization });

const organizations = <Data>(data: (organization: string) => Data) => ({
  own: ({ org }: Party) => having(org, data),
  related: ({ peer }: Party) => having(peer, data),
  foreign: ({ farOrg }: Party) => data(farOrg),
  missing: () => data("no-such-organization"),
});

const created = (scope: object) => ({ space: "new-space", name: "New", scope });

const issued = (space: string) => ({ space, invitation: "new-invitation", form: "qr" as const });

const invited = (space: string, organization = "outsider", invitation = "new-invitation") => ({
  space,
  invitations: [{ invitation, organization }],
});

const applied = (space: string) => ({
  application: "new-application",
  invitation: `invitation-to-${space}`,
});

/** Who has been approved to the Space that an actor is asked about. */
const approvedTo = (space: string): string => (space === "side" ? "other" : "member");

const reviewed = (space: string, organization = "applicant", application?: string) => ({
  space,
  organization,
  application: application ?? `${organization}-to-${space}`,
});

const review = {
  own: ({ home }: Party) => having(home, (space) => reviewed(space)),
  related: ({ near }: Party) => having(near, (space) => reviewed(space)),
  foreign: ({ far, farOrg }: Party) => reviewed(far, farOrg),
  missing: () => reviewed("no-such-space"),
  "never applied": (party: Party) =>
    reviewed(base(party), "outsider", `applicant-to-${base(party)}`),
  "missing organization": (party: Party) =>
    reviewed(base(party), "no-such-organization", `applicant-to-${base(party)}`),
  "missing application": (party: Party) =>
    reviewed(base(party), "applicant", "no-such-application"),
  "another's application": (party: Party) =>
    reviewed(base(party), "applicant", `${approvedTo(base(party))}-to-${base(party)}`),
  decided: (party: Party) => reviewed(base(party), approvedTo(base(party))),
};

const folder = (space: string, name = `${space}-folder`) => ({ space, folder: name });
const foreignFolder = (party: Party) => folder(base(party), "far-folder");
const missingFolder = (party: Party) => folder(base(party), "no-such-folder");
const made = (space: string, parent: string | null = null, name = "new-folder") => ({
  space,
  folder: name,
  parent,
  name: "New",
});
const renamed = ({ space, folder: name }: { space: string; folder: string }) => ({
  space,
  folder: name,
  name: "Renamed",
});
const moved = (
  { space, folder: name }: { space: string; folder: string },
  parent: string | null = `${space}-tree`,
) => ({ space, folder: name, parent });

const shown = (space: string, organization: string) => ({
  space,
  organization,
  visibility: { kind: "all" as const },
});
const showing = (organization: string) => ({
  space: "supply",
  organization: "member",
  visibility: { kind: "listed" as const, organizations: [organization] },
});

const desk = (organization: string) => ({ organization, department: `${organization}-desk` });
const hiding = (
  except: {
    readonly organizations?: readonly string[];
    readonly departments?: readonly { organization: string; department: string }[];
  },
  hidden = true,
) => ({ space: "supply", organization: "member", hidden, except });

export const spacesObjects: Objects<
  | "space.create"
  | "space.dissolve"
  | "space-quota.expand"
  | "person-cap.expand"
  | "batch-invitation.enable"
  | "invitation.issue"
  | "invitation.revoke"
  | "invitation.batch"
  | "application.submit"
  | "application.withdraw"
  | "application.approve"
  | "application.reject"
  | "association.cancel"
  | "association.leave"
  | "association.stay"
  | "association.suspend"
  | "association.resume"
  | "visibility.set"
  | "visibility.hide"
  | "partner.set"
  | "folder.create"
  | "folder.rename"
  | "folder.move"
  | "folder.remove"
  | "member.place"
> = {
  "space.create": {
    own: ({ org }) => having(org, (organization) => created({ people: [`${organization}-main`] })),
    related: ({ peer }) => having(peer, (organization) => created({ organization, whole: true })),
    foreign: ({ farOrg }) => created({ organization: farOrg, whole: true }),
    missing: () => created({ organization: "no-such-organization", whole: true }),
    "foreign person": ({ farOrg }) => created({ people: [`${farOrg}-main`] }),
    "missing person": () => created({ people: ["nobody"] }),
    "foreign department": ({ farOrg }) => created({ departments: [`${farOrg}-desk`] }),
    "missing department": () => created({ departments: ["no-such-department"] }),
    "id taken": ({ far }) => ({ space: far, name: "New" }),
  },
  "space.dissolve": spaces((space) => ({ space })),
  "space-quota.expand": {
    ...organizations(quota),
    "no raise": ({ org, farOrg }) => ({ organization: org ?? farOrg, expansion: 0 }),
  },
  "batch-invitation.enable": organizations(enabled),
  "person-cap.expand": {
    ...spaces((space) => ({ space, cap: 100 })),
    "no raise": (party) => ({ space: base(party), cap: 9 }),
  },
  "invitation.issue": {
    ...spaces(issued),
    "id taken": (party) => ({ ...issued(base(party)), invitation: "invitation-to-far" }),
  },
  "invitation.revoke": {
    ...spaces((space) => ({ space, invitation: `invitation-to-${space}` })),
    "foreign invitation": (party) => ({ space: base(party), invitation: "invitation-to-far" }),
    "missing invitation": (party) => ({ space: base(party), invitation: "no-such-invitation" }),
  },
  "invitation.batch": {
    ...spaces((space) => invited(space)),
    "present Member": (party) => invited(base(party), approvedTo(base(party))),
    "missing organization": (party) => invited(base(party), "no-such-organization"),
    "id taken": (party) => invited(base(party), "outsider", "invitation-to-far"),
  },
  "application.submit": {
    ...spaces(applied),
    "revoked invitation": ({ far }) => ({
      application: "new-application",
      invitation: `revoked-${far}`,
    }),
    "own people": ({ org, far }) =>
      having(org, (organization) => ({
        ...applied(far),
        scope: { people: [`${organization}-main`], departments: [`${organization}-desk`] },
      })),
    "foreign scope": ({ far, farOrg }) => ({
      ...applied(far),
      scope: { organization: farOrg, whole: true },
    }),
    "missing person": ({ far }) => ({ ...applied(far), scope: { people: ["nobody"] } }),
    "missing department": ({ far }) => ({
      ...applied(far),
      scope: { departments: ["no-such-department"] },
    }),
    "id taken": ({ far }) => ({ ...applied(far), application: "far-member-to-far" }),
  },
  "application.withdraw": {
    own: ({ org, home }) =>
      org === null || org === "outsider" || org === "ghost" || home === "supply"
        ? null
        : { space: "supply", application: `${org}-to-supply` },
    related: ({ org, peer }) =>
      having(peer, (other) => ({
        space: "supply",
        application: `${org === "applicant" ? other : "applicant"}-to-supply`,
      })),
    foreign: ({ far, farOrg }) => ({ space: far, application: `${farOrg}-to-${far}` }),
    missing: () => ({ space: "no-such-space", application: "no-such-application" }),
    "missing application": () => ({ space: "supply", application: "no-such-application" }),
  },
  "application.approve": review,
  "application.reject": review,
  "association.cancel": members((space, organization) => ({ space, organization })),
  "association.leave": members((space, organization) => ({ space, organization })),
  "association.stay": members((space, organization) => ({ space, organization })),
  "association.suspend": members((space, organization) => ({ space, organization })),
  "association.resume": members((space, organization) => ({ space, organization })),
  "visibility.set": {
    ...members(shown),
    "shown foreign": () => showing("far-member"),
    "shown missing": () => showing("no-such-organization"),
  },
  "visibility.hide": {
    ...members((space, organization) => ({ space, organization, hidden: true })),
    "as it is": () => hiding({}, false),
    "foreign department": () => hiding({ departments: [desk("far-member")] }),
    "missing department": () => hiding({ departments: [desk("no-such-organization")] }),
    "foreign exception": () => hiding({ organizations: ["far-member"] }),
    "missing exception": () => hiding({ organizations: ["no-such-organization"] }),
  },
  "partner.set": members((space, organization) => ({
    space,
    organization,
    types: ["franchisee"],
    level: "gold",
  })),
  "member.place": {
    ...members((space, organization) => ({ space, organization, folder: `${space}-folder` })),
    "foreign folder": () => ({ space: "supply", organization: "member", folder: "far-folder" }),
    "missing folder": () => ({ space: "supply", organization: "member", folder: "no-such-folder" }),
  },
  "folder.create": {
    ...spaces((space) => made(space)),
    "foreign folder": (party) => made(base(party), "far-folder"),
    "missing folder": (party) => made(base(party), "no-such-folder"),
    "id taken": (party) => made(base(party), null, `${base(party)}-folder`),
  },
  "folder.rename": {
    ...spaces((space) => renamed(folder(space))),
    "foreign folder": (party) => renamed(foreignFolder(party)),
    "missing folder": (party) => renamed(missingFolder(party)),
  },
  "folder.move": {
    ...spaces((space) => moved(folder(space))),
    "foreign folder": (party) => moved(foreignFolder(party)),
    "missing folder": (party) => moved(missingFolder(party)),
    "missing parent": (party) => moved(folder(base(party)), "no-such-folder"),
    "below itself": (party) =>
      moved(folder(base(party), `${base(party)}-tree`), `${base(party)}-leaf`),
  },
  "folder.remove": {
    ...spaces((space) => folder(space)),
    "foreign folder": foreignFolder,
    "missing folder": missingFolder,
    "not empty": (party) => folder(base(party), `${base(party)}-tree`),
  },
};
