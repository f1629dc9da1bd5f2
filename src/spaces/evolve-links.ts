/** What forming and ending Links changes in the records of both sides. */
import type { OrganizationId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryRecords } from "../directory/model.ts";
import { NEW_LINK, NEW_TRUNK, NO_LINEAGE } from "./kinds.ts";
import type { FormedLink, SpacesEvents, SpacesRecords } from "./model.ts";
import { branchesOf } from "./select/keys.ts";
import { mountIn, unmountFrom } from "./select/mounting.ts";
import type { SpacesReads } from "./select/spaces.ts";

/** A Branch lists its Trunks, and a department of the Trunk what is mounted there. */
type Counted = Pick<DirectoryRecords, "organization" | "department">;
type Evolving = faces.Evolving<SpacesRecords & Counted, SpacesReads>;

type LinkEvents = Pick<SpacesEvents, "link.formed" | "link.moved" | "link.cancelled">;

function form(tx: Evolving, data: FormedLink): void {
  const { trunk, organization, reach, shared, alias, mount, ownOnly } = data;
  if (read(tx, "trunk", trunk) === null) put(tx, "trunk", trunk, "", NEW_TRUNK);
  const record = edit(tx, "trunk", trunk);
  // A ticket is never given again, so neither is an order.
  const order = record.branches.next + 1;
  record.branches = append(tx, branchesOf(trunk), record.branches, (ticket) => [
    ticket,
    organization,
  ]);
  put(tx, "link", trunk, organization, {
    ...{ order, reach, shared, ...NEW_LINK },
    ...{ alias, mount, ownOnly },
  });
  mountIn(tx, trunk, organization, { alias, mount });
  const { links, above } = read(tx, "lineage", organization) ?? NO_LINEAGE;
  put(tx, "lineage", organization, "", { links: [...links, [trunk, order, reach]], above });
  const branch = edit(tx, "organization", organization);
  branch.trunks = [...(branch.trunks ?? []), trunk];
}

function end(tx: Evolving, trunk: OrganizationId, organization: OrganizationId): void {
  const { order, alias, mount, fields } = must(tx, "link", trunk, organization);
  unmountFrom(tx, trunk, organization, { alias, mount });
  drop(tx, "link", trunk, organization);
  const record = edit(tx, "trunk", trunk);
  record.branches = removeTicket(tx, branchesOf(trunk), record.branches, order - 1);
  const lineage = edit(tx, "lineage", organization);
  lineage.links = lineage.links.filter(([each]) => each !== trunk);
  const branch = edit(tx, "organization", organization);
  branch.trunks = (branch.trunks ?? []).filter((each) => each !== trunk);
  if (fields !== undefined) edit(tx, "trunk-applicant", trunk, organization).fields = fields;
}

/** One case for each event by which a Link comes or goes; its Roster is empty by then. */
export const linkEvolvers: {
  readonly [Type in keyof LinkEvents]: (tx: Evolving, data: LinkEvents[Type]) => void;
} = {
  "link.formed": form,
  "link.moved": (tx, { replaces, ...formed }) => {
    end(tx, replaces, formed.organization);
    form(tx, formed);
  },
  "link.cancelled": (tx, { trunk, organization }) => end(tx, trunk, organization),
};
