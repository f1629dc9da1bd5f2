/** The reference model agrees on every verdict, code, notice and everything visible. */
import type { Notice, NoticeData, Recipient } from "../../core/notice.ts";
import { reconciliationPage } from "../../core/page.ts";
import type { Policy } from "../../core/policy.ts";
import { asSet, canonicalText, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { createReference, type Reference, type ReferenceVerdict } from "../reference/index.ts";
import type { Law, Step } from "./law.ts";

function codeOf(verdict: ReferenceVerdict): string {
  return verdict.kind === "refused" ? verdict.code : "accepted";
}

/** A recipient whose ids left out come in no order that means anything. */
const inNoOrder = (to: Recipient): unknown =>
  "except" in to ? { ...to, except: asSet(to.except ?? []) } : to;

/** A notice whose recipients, Spaces and tasks come in no order that means anything. */
function unordered({ kind, to: recipients, data }: Notice): unknown {
  const to = recipients.map(inNoOrder);
  const spaces = "spaces" in data ? { spaces: asSet(data.spaces) } : {};
  const tasks = "tasks" in data ? { tasks: asSet(data.tasks) } : {};
  // Which settings those are is for the rule's own tests: the model counts them.
  if (kind === "SETTINGS_INERT")
    return { kind, to: asSet(to), count: (data as { count: number }).count };
  return { kind, to: asSet(to), data: { ...data, ...spaces, ...tasks } };
}

/** Notices with the recipients of those that differ in no more than what did not come back in one. */
function together(notices: readonly Notice[]): Notice[] {
  const found = new Map<string, Notice>();
  for (const notice of notices) {
    // What did not come back is for the rule's own tests: the model does not count it.
    const { left: _, ...data } = notice.data as NoticeData["COUNTERPART_BACK"];
    if (notice.kind !== "COUNTERPART_BACK") found.set(`${found.size}`, notice);
    else {
      const key = canonicalText(data);
      const to = [...(found.get(key)?.to ?? []), ...notice.to];
      found.set(key, { kind: notice.kind, to, data: { ...data, left: [] } });
    }
  }
  return [...found.values()];
}

/** What was passed over, in no order that matters where a list was taken apart. */
function passedOver(
  said: { readonly byReason: object; readonly first: readonly object[] } | undefined,
): unknown {
  return said === undefined ? null : { ...said, first: asSet(said.first) };
}

function compareVerdicts({ outcome }: Step, verdict: ReferenceVerdict): void {
  const code = outcome.kind === "refused" ? outcome.refusal.code : "accepted";
  expectSame(code, codeOf(verdict), "verdicts of the library and of the reference model");
  if (outcome.kind !== "accepted" || verdict.kind !== "accepted") return;
  const [ours, theirs] = [outcome.notices, verdict.notices].map((all) =>
    asSet(together(all).map(unordered)),
  );
  expectSame(ours, theirs, "notices");
  expectSame(
    passedOver(outcome.passedOver),
    passedOver(verdict.passedOver),
    "what was passed over",
  );
  // What does not come back is in no fact (DIR-19).
  const left = outcome.events.flatMap(({ type, data }) =>
    type === "organization.reinstated" ? data.left : [],
  );
  expectSame(asSet(left), asSet(verdict.left ?? []), "what an organization does not get back");
  if (verdict.changed) {
    expectTrue(outcome.events.length > 0, "the reference model changed, the library did not");
  }
}

function begin(policy: Policy): (step: Step) => void {
  const reference: Reference = createReference(policy, { pageOf: reconciliationPage });
  return (step) => {
    const verdict = reference.apply(step.input);
    compareVerdicts(step, verdict);
    if (verdict.kind === "refused" || step.before === step.after) {
      // What is only told of, as that an id is another's, changes no record (DIR-14).
      const isTold = step.outcome.kind === "accepted" && step.outcome.events.length > 0;
      const changed = verdict.kind === "accepted" && verdict.changed && !isTold;
      expectTrue(!changed, "the reference model changed, the library did not");
      return;
    }
    expectSame(factsOf(step.after, policy), reference.facts(), "facts");
  };
}

/** Verdicts, codes, notices and facts are those of the reference model. */
export const agreesWithReference: Law = { name: "reference model", begin };
