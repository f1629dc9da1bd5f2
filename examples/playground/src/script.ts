/** A script as a test for `interorg/testing`: given, when, then, once for each step. */
import type { Input } from "interorg";
import { policyChanges, type Session, type Step } from "./session.ts";

const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);

/** Without quotes around names that need none, as programs are written. */
const written = (value: unknown, depth: number): string =>
  indented(value, depth).replace(/^(\s*)"([a-zA-Z]\w*)":/gmu, "$1$2:");

function inputText(input: Input, depth: number): string {
  const { id, at } = input;
  const data = written(input.data, depth);
  const type = JSON.stringify(input.type);
  if (!("by" in input)) {
    const stamp = `{ id: ${JSON.stringify(id)}, at: ${at}, from: ${JSON.stringify(input.from)} }`;
    return `fact(${type}, ${data}, ${stamp})`;
  }
  const by = "support" in input.by ? input.by : [input.by.organization, input.by.person];
  const stamp = `{ id: ${JSON.stringify(id)}, at: ${at} }`;
  return `command(${type}, ${JSON.stringify(by)}, ${data}, ${stamp})`;
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
  const under = Object.keys(policy).length === 0 ? "" : `\n  .under(${written(policy, 1)})`;
  const given = setup.map(({ input }) => `  ${inputText(input, 1)},\n`).join("");
  const when = rest
    .map((step) => `\n  .when(${inputText(step.input, 1)})\n  ${expectation(step)}`)
    .join("");
  const inputs = [...setup, ...rest].map(({ input }) => input);
  const needed = [
    inputs.some((input) => "by" in input) ? "command" : "",
    inputs.some((input) => !("by" in input)) ? "fact" : "",
    "given",
  ].filter(Boolean);
  const imported = `import { ${needed.join(", ")} } from "interorg/testing";\n\n`;
  return `${imported}given(\n${given})${under}${when};\n`;
}
