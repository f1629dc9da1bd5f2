/** A script as a test for `interorg/testing`: given, when, then, once for each step. */
import type { Input } from "interorg";
import { policyChanges, type Session, type Step } from "./session.ts";

const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);

function inputText(input: Input, depth: number): string {
  const stamp = `{ id: ${JSON.stringify(input.id)}, at: ${input.at} }`;
  const data = indented(input.data, depth);
  const type = JSON.stringify(input.type);
  if (!("by" in input)) {
    const from = JSON.stringify(input.from);
    return `{ id: ${JSON.stringify(input.id)}, at: ${input.at}, from: ${from}, type: ${type}, data: ${data} } as Input`;
  }
  const by =
    "support" in input.by
      ? JSON.stringify(input.by)
      : JSON.stringify([input.by.organization, input.by.person]);
  return `command(${by}, ${type}, ${data}, ${stamp})`;
}

function expectation({ outcome }: Step): string {
  if (outcome.kind === "refused") return `.thenRefused(${JSON.stringify(outcome.refusal.code)})`;
  if (outcome.events.length === 0) return ".thenNothing()";
  const events = outcome.events.map(({ type }) => `[${JSON.stringify(type)}]`);
  return `.then(${events.join(", ")})`;
}

/** A program that decides on the script again and checks that each step comes out as it does here. */
export function testOf(session: Session, steps: readonly Step[]): string {
  const setup = steps.slice(0, session.setup).filter(({ outcome }) => outcome.kind === "accepted");
  const rest = steps.slice(session.setup);
  const policy = policyChanges(session.policy);
  const under = Object.keys(policy).length === 0 ? "" : `\n  .under(${indented(policy, 1)})`;
  const given = setup.map(({ input }) => `  ${inputText(input, 1)},\n`).join("");
  const when = rest
    .map((step) => `\n  .when(${inputText(step.input, 1)})\n  ${expectation(step)}`)
    .join("");
  const needsInput = steps.some(({ input }) => !("by" in input));
  const needsCommand = steps.some(({ input }) => "by" in input);
  return [
    needsInput ? 'import type { Input } from "interorg";\n' : "",
    `import { ${needsCommand ? "command, " : ""}given } from "interorg/testing";\n\n`,
    `given(\n${given})${under}${when};\n`,
  ].join("");
}
