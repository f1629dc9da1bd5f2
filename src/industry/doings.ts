/** What people of industry books may do, apart from rules, for whoever reads input. */

/**
 * What an industry member may do and ask: fill in a form, start a flow, hand in another row for it and take it back, look at what is
 * theirs. Of nothing else it can be said that somebody does it as industry member.
 */
const MEMBERS_DO: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "form.submit",
  "flow.start",
  "flow.withdraw",
  "flow.resubmit",
  "app.use",
  "data.range",
  "data.rows",
]);

/** Whether an industry member may do or ask something of a type. */
export const doneByMembers = (type: string): boolean => MEMBERS_DO.has(type);
