// Aim: events delivered again and again, in any order, with whatever their look-ups then give, never meet an
// id with other content; the same again is a repeat; what is older than a pull does not undo it. Method:
// random deliveries of a few events, settled by a host in memory.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromEvent, fromPull } from "../../src/connect/dingtalk/index.ts";
import { createHost, memoryStore } from "../../src/host/index.ts";
import { defaultPolicy, fact } from "../../src/index.ts";
import { answering, inputsIn } from "./support.ts";

const corp = "ding1";
const at = 1_700_000_000_000;
const types = ["user_add_org", "user_modify_org", "user_leave_org"] as const;

const delivery = fc.record({
  type: fc.constantFrom(...types),
  user: fc.constantFrom("ada", "leo"),
  after: fc.integer({ min: 0, max: 3 }),
  title: fc.constantFrom("", "Engineer", "Head"),
});

async function started() {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  const about = { organization: corp, name: "Bolt", certified: true, edition: "free", sso: false };
  const registered = fact("organization.registered", about as never, { id: "setup", at: 1 });
  await host.submit(registered);
  return host;
}

test("ids have one content, however often and late an event is delivered", async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 12 }), async (deliveries) => {
      const host = await started();
      for (const { type, user, after, title } of deliveries) {
        const payload = { EventType: type, CorpId: corp, TimeStamp: at + after, UserId: [user] };
        const shown = { userid: user, name: user, title, dept_id_list: [1] };
        const { result } = answering(
          (answers) => fromEvent(payload, answers),
          () => ({ errcode: 0, result: shown }),
        );
        const inputs = inputsIn(result);
        for (const again of [false, true]) {
          for (const input of inputs) {
            const outcome = await host.submit(input);
            kinds.add(outcome.kind);
            if (outcome.kind === "refused") expect(outcome.refusal.code).toBe("UNKNOWN_PERSON");
            if (outcome.kind === "accepted" && again) expect(outcome.repeated).toBe(true);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(kinds).toEqual(new Set(["accepted", "refused"]));
});

test("an event of before a pull that comes after it does not undo what the pull showed", async () => {
  const host = await started();
  const ask = (manager: string) => (need: { kind: string; id: string }) => {
    const user = (userid: string) => ({ userid, name: userid, dept_id_list: [1] });
    if (need.kind === "departments") return { errcode: 0, result: [] };
    if (need.kind === "user" && need.id === "ada") {
      return { errcode: 0, result: { ...user("ada"), manager_userid: manager } };
    }
    if (need.kind === "user") return { errcode: 0, result: user(need.id) };
    const list = ["ada", "leo", "grace"].map(user);
    return { errcode: 0, result: { has_more: false, list } };
  };
  const pulled = answering(
    (answers) => fromPull({ corp, at }, answers, { details: true }),
    ask("grace"),
  );
  for (const input of inputsIn(pulled.result)) {
    expect((await host.submit(input)).kind).toBe("accepted");
  }
  const payload = {
    EventType: "user_modify_org",
    CorpId: corp,
    TimeStamp: at - 1,
    UserId: ["ada"],
  };
  const late = answering((answers) => fromEvent(payload, answers), ask("leo"));
  const outcomes = await Promise.all(inputsIn(late.result).map((input) => host.submit(input)));
  const passed = outcomes.flatMap((each) => (each.kind === "accepted" ? each.passedOver : []));
  expect(passed.map((each) => each?.count)).toEqual([4, 1]);
  expect(outcomes.flatMap((each) => (each.kind === "accepted" ? each.events : []))).toEqual([]);
});
