// Aim: what lists and flows of version 1 say of removed departments is found by who asks for it.
// Method: records as version 1 wrote them, with departments that are gone, in a store and in a snapshot.
import { expect, test } from "vitest";
import { createHost, memoryStore, upgradeStore } from "../../src/host/index.ts";
import { defaultPolicy, keyText, parseKey, question } from "../../src/index.ts";
import { parseSnapshot } from "../../src/schema/index.ts";
import { fillWith, oldSnapshots } from "./old-store.ts";

/** Old records among which a list names a department, by whose keys all others are found. */
function oldWorld() {
  for (const { records } of oldSnapshots) {
    for (const [text, record] of records) {
      const [kind, space, own] = parseKey(text);
      if (kind !== "listed" || !own.startsWith("d.")) continue;
      const { entries } = record as { readonly entries: [string, [string][]][] };
      const [[department = "", [[organization = ""] = []] = []] = []] = entries;
      const app = own.slice(own.indexOf("/") + 1);
      const of = { organization, department };
      const { host } = new Map(records).get(keyText(["space", space, ""])) as { host: string };
      return { records, setting: { kind: "list", space, app }, of, host };
    }
  }
  throw new Error("no old list names a department");
}

/** The same with that department removed at 5000, and a flow of the Host's whose last definition names it. */
function withGone() {
  const world = oldWorld();
  const { organization, department } = world.of;
  const gone = keyText(["department", organization, department]);
  const flows = world.records.flatMap(([text, record]) => {
    const [kind, app, flow] = parseKey(text);
    return kind === "flow" ? [{ app, flow, version: (record as { version: number }).version }] : [];
  });
  const [last] = flows;
  if (last === undefined) throw new Error("no old flow");
  const defined = keyText(["definition", last.app, `${last.version}/${last.flow}`]);
  const steps = [{ approvers: [{ kind: "department-heads", ...world.of }], mode: "any" }];
  const records = world.records.map(([text, record]): readonly [string, object] => {
    if (text === defined) return [text, { steps }];
    return [text, text === gone ? { ...record, removed: true, at: 5000 } : record];
  });
  return { ...world, records, flow: { kind: "flow", app: last.app, flow: last.flow } };
}

test("of version 1: settings that name what is gone are noted with whose setting it is", async () => {
  const { records, setting, flow, of, host: organization } = withGone();
  const store = memoryStore();
  await fillWith(store, records);
  // Batches end between a list and what it names.
  await upgradeStore(store, { batch: 1 });
  const host = createHost({ store, policy: defaultPolicy });
  const answer = await host.ask(question("directory.inert", { source: { organization } }));
  const until = 5000 + defaultPolicy.departureRetentionDays * 86_400_000;
  const { items } = (answer as { readonly value: { readonly items: readonly object[] } }).value;
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({ setting, ...of, until });
  expect(items).toContainEqual({ setting: flow, ...of, until });
  const parsed = parseSnapshot({ interorg: "snapshot", v: 1, records });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const index = new Map(parsed.value.records).get(keyText(["directory", organization, ""]));
  expect(index).toMatchObject({ inert: { buckets: 1, count: 2 } });
});
