/** A Host and two Members that work together, under some policy. */
import type { Policy } from "../../src/core/policy.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";

/** One day, in ms. */
export const DAY = 86_400_000;

/** What is left of an outcome: `ok`, or the code of the refusal. */
export const said = ({ code }: Told): string => code ?? "ok";

/** Licenses bought. */
export function buy(p: Play, organization: string, purchased: number): Told {
  return p.fact("license.purchased", { organization, purchased });
}

/** The unit of a Space. */
export const unit = (space: string) => ({ kind: "space" as const, space });

/** Grants to somebody in the unit of the Space. */
export function grant(p: Play, organization: string, person: string): Told {
  const people = [{ organization, person }];
  return p.command("host", "license.grant", { unit: unit("s"), people });
}

/** Grants to somebody in the Host's own unit. */
export function grantAtHost(p: Play, person: string): Told {
  return p.command("host", "license.grant", {
    unit: { kind: "host", organization: "host" },
    people: [{ organization: "host", person }],
  });
}

/** Puts a flow that `host-admin` signs into the Host's app, and starts it for `north`. */
export function start(p: Play): void {
  p.command("host", "flow.define", {
    app: "app",
    flow: "check",
    steps: [
      {
        approvers: [{ kind: "person", organization: "host", person: "host-admin" }],
        mode: "all",
      },
    ],
  });
  p.command(["north", "north-1"], "flow.start", {
    app: "app",
    flow: "check",
    space: "s",
    instance: "i",
    row: "r",
  });
}

/** A transfer of the only task to somebody. */
export function transfer(p: Play, organization: string, person: string): Told {
  const to = { organization, person };
  return p.command("host", "task.transfer", { instance: "i", task: 0, to });
}

/**
 * The Host's Space `s` with `host-admin`, and `north-1`, `north-2` of one Member and `south-1` of another
 * on its Roster; `north-admin` is not. The Host's app is published, its admin and all `-1` licensed.
 */
export function collaboration(changes: Partial<Policy>): Play {
  const p = play(changes);
  p.register(["host", "north", "south"]);
  for (const [organization, person] of [
    ["north", "north-1"],
    ["north", "north-2"],
    ["south", "south-1"],
  ] as const) {
    p.hire(organization, person);
  }
  p.createSpace("host", "s", { people: ["host-admin"] });
  p.join("host", "s", "north", { people: ["north-1", "north-2"] });
  p.join("host", "s", "south", { people: ["south-1"] });
  buy(p, "host", 10);
  p.command("host", "license.link", { unit: unit("s") });
  grantAtHost(p, "host-admin");
  grant(p, "north", "north-1");
  grant(p, "south", "south-1");
  p.command("host", "app.create", { app: "app", name: "App", cool: true });
  p.command("host", "app.publish", { app: "app", space: "s" });
  return p;
}

/** County K, town T and village V, to whom an app of K is distributed; T and V have licenses for it. */
export function distributed(changes: Partial<Policy>): Play {
  const p = opened(["K", "T", "V"], changes);
  link(p, "K", "T", { scope: { whole: true } });
  link(p, "T", "V", { scope: { whole: true } });
  p.command("K", "app.create", { app: "app", name: "App" });
  p.command("K", "app.publish", { trunk: "K", app: "app" });
  p.fact("license.purchased", { organization: "K", purchased: 5 });
  const people = ["T", "V"].map((each) => ({ organization: each, person: `${each}-admin` }));
  p.command("K", "license.grant", { unit: { kind: "hierarchy", organization: "K" }, people });
  return p;
}

/** Whether somebody in the town may use a feature of it. */
export const useBelow = (p: Play, feature: string) =>
  p.ask("app.use", {
    ...{ viewer: { organization: "T", person: "T-admin" }, trunk: "K", app: "app", feature },
  });

/** How many times something is accepted, and what refuses it then. */
export function untilRefused(
  attempt: (count: number) => string,
  most = 20,
): readonly [number, string] {
  for (let count = 0; count < most; count += 1) {
    const outcome = attempt(count);
    if (outcome !== "ok") return [count, outcome];
  }
  return [most, "ok"];
}
