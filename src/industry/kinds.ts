/** How each record of industry books is kept. */
import { buckets, records } from "../core/kinds.ts";
import type {
  GuardianRecord,
  IndustryMemberRecord,
  IndustryNodeRecord,
  IndustryStaffRecord,
} from "./model.ts";

/** The kinds of record of industry books. */
export const industryKinds = {
  "industry-member": /* @__PURE__ */ records("id", (record: IndustryMemberRecord) => ({
    ...record,
    nodes: record.nodes.slice(),
    guardians: record.guardians.slice(),
  })),
  "industry-staff": /* @__PURE__ */ records("id", (record: IndustryStaffRecord) => ({
    ...record,
    nodes: record.nodes.slice(),
  })),
  "industry-node": /* @__PURE__ */ records("id", (record: IndustryNodeRecord) => ({ ...record })),
  guardian: /* @__PURE__ */ records("id", (record: GuardianRecord) => ({ ...record })),
  wards: /* @__PURE__ */ buckets("wards", "one", true),
};
