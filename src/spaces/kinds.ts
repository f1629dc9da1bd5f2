/** How each record of Spaces is kept. */
import { pages, records } from "../core/kinds.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import type {
  ApplicantRecord,
  ApplicationRecord,
  AssociationRecord,
  FolderRecord,
  InvitationRecord,
  InviteeRecord,
  SpaceRecord,
  UseRecord,
  WishPage,
} from "./model.ts";

/** The kinds of record of Spaces. */
export const spacesKinds = {
  space: /* @__PURE__ */ records("none", (record: SpaceRecord) => ({ ...record })),
  association: /* @__PURE__ */ records("id", (record: AssociationRecord) => ({
    ...record,
    types: record.types.slice(),
  })),
  members: /* @__PURE__ */ pages("members", 128),
  applicant: /* @__PURE__ */ records("id", (record: ApplicantRecord) => ({ ...record })),
  application: /* @__PURE__ */ records("none", (record: ApplicationRecord) => ({ ...record })),
  // Up to WISH_PAGE selections and exclusions each.
  wish: /* @__PURE__ */ records("number", ({ rules }: WishPage) => ({ rules: rules.slice() })),
  pending: /* @__PURE__ */ pages("pending", 128),
  invitation: /* @__PURE__ */ records("none", (record: InvitationRecord) => ({ ...record })),
  use: /* @__PURE__ */ records("id", (record: UseRecord) => ({ ...record })),
  invitee: /* @__PURE__ */ records("id", (record: InviteeRecord) => ({ ...record })),
  invited: /* @__PURE__ */ pages("invited", 128),
  folder: /* @__PURE__ */ records("id", (record: FolderRecord) => ({ ...record })),
  // They carry their names.
  folders: /* @__PURE__ */ pages("folders", 48),
};

/** A Space as it begins: nobody there, nothing limited. */
export const NEW_SPACE = {
  dissolved: false,
  cap: null,
  persons: 0,
  identities: 0,
  roster: EMPTY_HASH,
  waiting: EMPTY_PAGES,
  queued: EMPTY_HASH,
  members: EMPTY_PAGES,
  pending: EMPTY_PAGES,
  invitations: EMPTY_PAGES,
  folders: EMPTY_PAGES,
} as const;

/** A part in a Space just begun: nobody selected, at the root, no type, no level. */
export const NEW_ASSOCIATION = {
  whole: false,
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
  present: 0,
  waiting: 0,
  folder: null,
  types: [],
  level: null,
} as const;
