// Aim: what a departure would do is told before it happens, exactly as it then happens.
// Method: the preview is compared with the events of the resignation itself, for everybody there is.
import { describe, expect, test } from "vitest";
import { apply, defaultPolicy, type InputOf } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { busy, by, happened, who } from "../support/busy.ts";
import { define, office, start, step } from "../support/flows.ts";
import { cold, viewer } from "./asking.ts";

const policy = { ...defaultPolicy, personCap: 6 };

function preview(p: Play, text: string, successor?: string): unknown {
  const { organization, person } = who(text);
  const rest = successor === undefined ? {} : { successor };
  return p.ask("departure.preview", { viewer: viewer(organization), person, ...rest });
}

/** What the events of the resignation say, in the words of the preview. */
function whatHappens(p: Play, text: string, successor?: string): object {
  const { organization, person } = who(text);
  const input = {
    id: "probe",
    at: 2000,
    type: "person.resigned",
    from: { organization },
    data: { organization, person, number: 1, ...(successor === undefined ? {} : { successor }) },
  } as unknown as InputOf<"person.resigned">;
  const { outcome } = apply(p.world(), input, policy);
  if (outcome.kind === "refused") throw new Error(outcome.refusal.code);
  const told = { events: outcome.events } as unknown as Told;
  const employment = p.records("employment").find(([key]) => key === text)?.[1];
  const organizations = p.records("organization");
  const { admins = [] } = organizations.find(([key]) => key === `${organization}/`)?.[1] ?? {};
  const named = ({ space, group }: Record<string, unknown>) => ({ space, group });
  return {
    rosters: happened(told, "roster.left").map(({ space }) => space),
    links: [],
    linkScopes: [],
    waiting: happened(told, "waiting.left").map(({ space }) => space),
    scopes: happened(told, "scope.changed").map(({ space }) => space),
    groups: happened(told, "group.left").map(named),
    licenses: happened(told, "license.released").map(({ host, unit }) => ({ host, unit })),
    lists: happened(told, "app.unlisted").map(({ space, app }) => ({ space, app })),
    heads: employment?.heads,
    roles: employment?.roles,
    admin: admins.some((admin) => admin.person === person),
    tasks: told.events
      .filter(({ type }) => type === "task.handed-over" || type === "task.parked")
      .map(({ data }) => ({
        instance: data["instance"],
        task: data["task"],
        to: (data["to"] as { person: string } | undefined)?.person ?? null,
        ...("because" in data ? { because: data["because"] } : {}),
      })),
    kept: { days: 30, counts: happened(told, "departure.kept")[0]?.["counts"] },
  };
}

describe("what a departure would do", () => {
  test("is what it does, for everybody and every successor", () => {
    const p = busy();
    const people = p.records("employment").map(([key]) => key);
    expect(people.length).toBeGreaterThan(10);
    for (const text of people) {
      const { organization, person } = who(text);
      for (const successor of [undefined, "x", "b1", "b2", "a2", "c1", "nobody", person]) {
        expect(preview(p, text, successor)).toEqual(whatHappens(p, text, successor));
      }
      expect(preview(p, text)).toMatchObject({
        admin: person === "x" || person.endsWith("-admin"),
      });
      expect(organization).not.toBe("");
    }
  });
  test("keeps nothing under a policy by which departures are final", () => {
    const p = busy();
    p.under({ departureRetentionDays: 0 });
    expect(preview(p, "B/x")).toMatchObject({ kept: null });
  });
  test("names everything that somebody has to do with", () => {
    const p = busy();
    expect(preview(p, "B/x", "b2")).toEqual({
      rosters: ["s1"],
      waiting: ["s2"],
      scopes: ["s1"],
      groups: [
        { space: "s1", group: "g1" },
        { space: "s1", group: "g2" },
      ],
      licenses: [{ host: "A", unit: { kind: "space", space: "s1" } }],
      lists: [{ space: "s1", app: "app" }],
      heads: ["d1"],
      roles: ["legal"],
      admin: true,
      tasks: [
        { instance: "i1", task: 0, to: "b2", because: "named" },
        { instance: "i2", task: 0, to: "b2", because: "named" },
      ],
      links: [],
      linkScopes: [],
      kept: {
        days: 30,
        counts: { place: 2, selection: 1, list: 1, group: 2, license: 1 },
      },
    });
  });
  test("knows the registered successor, and who is not eligible", () => {
    const p = office();
    define(p, [step("all", ["B", "b1"])]);
    start(p, ["B", "b2"], "i");
    p.hire("B", "off2");
    const to = (successor?: string) =>
      (preview(p, "B/b1", successor) as { tasks: { to: string | null }[] }).tasks[0]?.to;
    expect(to()).toBeNull();
    expect(to("off")).toBeNull();
    expect(to("b3")).toBe("b3");
    p.command("B", "successor.set", { organization: "B", person: "b1", successor: "b2" });
    expect([to(), to("off"), to("b3"), to("b1")]).toEqual(["b2", "b2", "b3", "b2"]);
    p.resign("B", "b2");
    expect(to()).toBeNull();
  });
  test("leaves out lists that are of the past: of former Associations, of dissolved Spaces", () => {
    const lists = (p: Play) => (preview(p, "B/x") as { lists: unknown[] }).lists;
    for (const end of ["cancel", "dissolve"] as const) {
      const p = busy();
      expect(lists(p)).toHaveLength(1);
      if (end === "cancel") {
        p.command("A", "association.cancel", { space: "s1", organization: "B" });
        p.applyTo("B", "s1", { people: ["x"] }, "again");
        p.approve("A", "B", "s1", "again");
      } else p.command("A", "space.dissolve", { space: "s1" });
      expect(lists(p)).toEqual([]);
      expect(preview(p, "B/x")).toMatchObject({ rosters: end === "cancel" ? ["s1"] : [] });
    }
  });
  test("is for authorized admins of the organization, about its own people", () => {
    const p = busy();
    const ask = (from: string, person: string) => {
      const [organization, own] = by(from);
      return p.ask("departure.preview", { viewer: { organization, person: own }, person });
    };
    expect(ask("B/b1", "x")).toBe("NOT_AUTHORIZED_ADMIN");
    expect(ask("never/x", "x")).toBe("UNKNOWN_ORGANIZATION");
    expect(ask("B/B-admin", "a1")).toBe("UNKNOWN_PERSON");
    p.resign("B", "b1");
    expect(ask("B/B-admin", "b1")).toBe("UNKNOWN_PERSON");
    expect(ask("B/x", "x")).toMatchObject({ admin: true });
  });
  test("is asked for in few rounds", () => {
    const p = busy();
    const data = { viewer: viewer("B"), person: "x", successor: "b2" };
    const { answer, rounds } = cold(p.world(), "departure.preview", data, policy);
    expect(answer.kind).toBe("answer");
    expect(rounds).toBeLessThanOrEqual(5);
  });
});
