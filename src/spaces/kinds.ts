/** How each record of Spaces is kept. */
import { pages, records } from "../core/kinds.ts";
import type {
  ApplicantRecord,
  ApplicationRecord,
  AssociationRecord,
  FolderRecord,
  InvitationRecord,
  InviteeRecord,
  SpaceRecord,
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
  invitee: /* @__PURE__ */ records("id", (record: InviteeRecord) => ({ ...record })),
  invited: /* @__PURE__ */ pages("invited", 128),
  folder: /* @__PURE__ */ records("id", (record: FolderRecord) => ({ ...record })),
  // They carry their names.
  folders: /* @__PURE__ */ pages("folders", 48),
};
