// Aim: outcomes that version 0.1.0 recorded, which knew no senders, are repeated to whoever sends the
// same, and stand in nobody else's way.
// Method: its tables with what it wrote, made those of this version, by several at once too.

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { fingerprintOf } from "../../src/host/fingerprint.ts";
import { createHostOver } from "../../src/host/host.ts";
import { upgradeStore } from "../../src/host/index.ts";
import { postgresStore } from "../../src/postgres/index.ts";
import { oldStamp } from "../host/old-store.ts";
import { command, question, toy } from "../host/toy.ts";
import { pgliteDatabase, serverDatabase, type TestDatabase } from "./databases.ts";
import { makeOldTables, type OldOutcome, writeOld } from "./old-tables.ts";

suite("PGlite", pgliteDatabase());

const server = serverDatabase("tables");
if (server !== null) suite("a PostgreSQL server", server);

const [accepted, refused] = [command("1", { add: ["a", "b"] }), command("2", { below: 0 })];
const happened = (input: string, seq: number) => ({ v: 1, input, seq, at: 7, type: "t", data: {} });
const refusal = { code: "SPACE_QUOTA_EXCEEDED", rule: "SPACE-02", data: { limit: 0, current: 0 } };

function suite(name: string, database: TestDatabase): void {
  describe(`tables of version 0.1.0: ${name}`, () => {
    const { schema } = database;
    let old: OldOutcome[];
    const store = () => postgresStore(database.database(), { schema });
    const host = () => createHostOver(toy, { store: store(), policy: defaultPolicy });

    beforeEach(async () => {
      await database.database().query(`drop schema if exists ${schema} cascade`, []);
      await makeOldTables(database.database(), schema);
      await database.database().query(`update ${schema}.lanes set policy = $1`, [oldStamp]);
      old = [
        {
          input: "1",
          fingerprint: await fingerprintOf(accepted),
          refusal: null,
          events: [happened("1", 0), happened("1", 1)],
          notices: [{ kind: "COUNTERPART_LEFT", to: [], data: {} }],
        },
        {
          input: "2",
          fingerprint: await fingerprintOf(refused),
          refusal,
          events: [],
          notices: [],
        },
      ];
      for (const [at, each] of old.entries()) {
        await writeOld(database.database(), schema, each, at + 1);
      }
    });
    afterAll(() => database.close());

    const upgrade = async (): Promise<void> => {
      await store().migrate();
      expect(await upgradeStore(store())).toMatchObject({ kind: "upgraded" });
    };
    const first = () => {
      const { events, notices } = old[0] as OldOutcome;
      return { kind: "accepted", events, notices, repeated: true };
    };

    test("the same again gets what it got, though the tails are trimmed afterwards", async () => {
      await upgrade();
      for (const tail of ["events", "notices"]) {
        await database.database().query(`delete from ${schema}.${tail}`, []);
      }
      expect(await host().submit(accepted)).toEqual(first());
      expect(await host().submit(refused)).toEqual({ kind: "refused", refusal, repeated: true });
      expect(await host().ask(question("a"))).toEqual({ kind: "answer", value: 0 });
    });

    test("other content under one of those ids is a new input, and the old one stays", async () => {
      await upgrade();
      const other = { ...accepted, by: { organization: "p", person: "p" } } as typeof accepted;
      expect(await host().submit(other)).toMatchObject({ kind: "accepted", repeated: false });
      expect(await host().submit(other)).toMatchObject({ kind: "accepted", repeated: true });
      expect(await host().submit(accepted)).toEqual(first());
    });

    test("the tails go on after what they had, which has no sender", async () => {
      await upgrade();
      const { next, items } = await store().events();
      expect(items).toEqual(old[0]?.events.map((event) => ({ scope: null, event })));
      const told = await store().notices();
      expect(told.items).toEqual([{ scope: null, input: "1", seq: 0, notice: old[0]?.notices[0] }]);
      await host().submit(command("3", { add: ["a", "b"] }));
      const later = await store().events({ after: next });
      expect(later.items.map(({ scope, event }) => [scope, event.input, event.seq])).toEqual([
        ["o", "3", 0],
        ["o", "3", 1],
      ]);
      expect((await store().notices({ after: told.next })).items).toMatchObject([
        { scope: "o", input: "3", seq: 0 },
      ]);
    });

    test("hosts of version 0.1.0 go on with them until the upgrade begins, and nothing is missed", async () => {
      await Promise.all(Array.from({ length: 6 }, () => store().migrate()));
      const late = command("3", { add: ["c"] });
      const fingerprint = await fingerprintOf(late);
      const events = [happened("3", 0)];
      const third = { input: "3", fingerprint, refusal: null, events, notices: [] };
      await writeOld(database.database(), schema, third, 3);
      await Promise.all([1, 2, 3].map(() => upgradeStore(store())));
      await store().migrate();
      const { rows } = await database.database().query(
        `select scope, input, extract(epoch from settled_at)::int as at from ${schema}.settlements
         order by input`,
        [],
      );
      const at = Date.UTC(2026, 0, 2, 3, 4, 5) / 1000;
      expect(rows).toEqual(["1", "2", "3"].map((input) => ({ scope: "", input, at })));
      const left = await database.database().query(`select 1 from ${schema}.outcomes`, []);
      expect(left.rows).toEqual([]);
      expect(await host().submit(late)).toMatchObject({ kind: "accepted", events, repeated: true });
    });
  });
}
