// Aim: a person field offers both sides to the Host, the Roster to Downstream, and nobody else.
// Method: who can be picked, who is refused in a submission, and who is listed are the same people.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { identity, market, submit, type Who } from "../support/apps.ts";
import { rule } from "../support/rule.ts";

const s1: Who = ["S", "s1"];
const h1: Who = ["H", "h1"];

const about = ([organization, person]: Who) => ({
  viewer: { organization, person },
  app: "crm",
  ...(organization === "H" ? {} : { space: "s" }),
});

/** Everybody who can be chosen, as `organization/person`, sorted. */
function candidates(p: Play, who: Who, search = ""): string[] {
  const found: string[] = [];
  for (let page: object = { limit: 2 }; ; ) {
    const answer = p.ask("form.candidates", { ...about(who), search, ...page }) as {
      readonly items: readonly { readonly organization: string; readonly person: string }[];
      readonly next: string | null;
    };
    found.push(...answer.items.map(({ organization, person }) => `${organization}/${person}`));
    if (answer.next === null) return found.sort();
    page = { limit: 2, after: answer.next };
  }
}

/** Whether somebody can be chosen: what the question says, and what a submission says. */
function pick(p: Play, who: Who, target: Who): unknown {
  const asked = p.ask("form.pickable", { ...about(who), target: identity(target) });
  const { code } = submit(p, who, { picked: [identity(target)] });
  expect(code).toBe(typeof asked === "string" ? asked : null);
  return code ?? "pickable";
}

/** A second Space of H's with a Member T, and S a Member of both; `crm` is published there, too. */
function twoSpaces(): Play {
  const p = market();
  p.register(["T"]);
  p.hire("T", "t1");
  p.createSpace("H", "t", { people: ["h2"] });
  p.join("H", "t", "S", { people: ["s1", "off"] });
  p.join("H", "t", "T", { whole: true });
  p.command("H", "app.publish", { space: "t", app: "crm" });
  return p;
}

const HOST = ["H/H-admin", "H/both", "H/h1", "H/h2"];
const ROSTER = ["D/D-admin", "D/cold", "D/d1", "H/h1", "S/S-admin", "S/both", "S/s1", "S/s2"];
const GUESTS = ROSTER.filter((each) => !each.startsWith("H/"));
const OUTSIDE = "PICK_TARGET_OUTSIDE_SCOPE";

const pick01 = rule("PICK-01");
pick01.shows("the Host its own people and the rostered ones of all Spaces it published to", () => {
  const p = twoSpaces();
  expect(candidates(p, h1)).toEqual([...HOST, ...GUESTS, "S/off", "T/T-admin", "T/t1"].sort());
  expect(candidates(p, h1, "h2")).toEqual(["H/h2"]);
  for (const target of [
    ["H", "h2"],
    ["T", "t1"],
    ["D", "cold"],
  ] as const) {
    expect(pick(p, h1, target)).toBe("pickable");
  }
});
pick01.hides("people of Spaces without the app, people off the Roster, and leavers", () => {
  const p = twoSpaces();
  p.command("H", "app.withdraw", { space: "t", app: "crm" });
  expect(candidates(p, h1)).toEqual([...HOST, ...GUESTS].sort());
  for (const target of [
    ["T", "t1"],
    ["S", "off"],
    ["H", "nobody"],
    ["X", "x"],
  ] as const) {
    expect(pick(p, h1, target)).toBe(OUTSIDE);
  }
  p.resign("H", "h2");
  expect(pick(p, h1, ["H", "h2"])).toBe(OUTSIDE);
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(candidates(p, h1)).toEqual(["H/H-admin", "H/both", "H/h1"]);
});

const pick02 = rule("PICK-02");
pick02.shows("a Downstream identity everybody in the current Space, whomever it sees", () => {
  const p = twoSpaces();
  expect(candidates(p, s1)).toEqual(ROSTER);
  for (const target of [
    ["S", "s2"],
    ["D", "cold"],
    ["H", "h1"],
  ] as const) {
    expect(pick(p, s1, target)).toBe("pickable");
  }
});
pick02.hides(
  "people of other Spaces and people who were not added, the first in order named",
  () => {
    const p = twoSpaces();
    for (const target of [
      ["H", "h2"],
      ["S", "off"],
      ["T", "t1"],
      ["X", "x"],
    ] as const) {
      expect(pick(p, s1, target)).toBe(OUTSIDE);
    }
    const picked = [identity(["D", "d1"]), identity(["H", "h2"]), identity(["S", "off"])];
    expect(submit(p, s1, { picked }).refusal?.data).toEqual(identity(["H", "h2"]));
  },
);
pick02.hides("organizations that the Member does not see, under the careful policy", () => {
  const p = twoSpaces();
  p.under({ formPickerScope: "visible-only" });
  expect(candidates(p, s1)).toEqual(["S/S-admin", "S/both", "S/s1", "S/s2"]);
  expect(pick(p, s1, ["D", "d1"])).toBe(OUTSIDE);
  const show = (organizations: string[]) =>
    p.command("H", "visibility.set", {
      space: "s",
      organization: "S",
      visibility: { kind: "listed", organizations },
    });
  show(["H"]);
  expect(candidates(p, s1)).toEqual(["H/h1", "S/S-admin", "S/both", "S/s1", "S/s2"]);
  expect(pick(p, s1, ["H", "h1"])).toBe("pickable");
  p.command("H", "visibility.set", { space: "s", organization: "S", visibility: { kind: "all" } });
  expect(candidates(p, s1)).toEqual(ROSTER);
  p.under({ formPickerScope: "whole-space" });
  show([]);
  expect(candidates(p, s1)).toEqual(ROSTER);
});
pick02.hides("everybody from whoever may not submit the form at all", () => {
  const p = market();
  const ask = (who: Who) => p.ask("form.candidates", about(who));
  expect(ask(["D", "cold"])).toBe("LICENSE_REQUIRED");
  expect(ask(["S", "off"])).toBe("NOT_IN_SPACE");
  expect(ask(["H", "h2"])).toBe("LICENSE_REQUIRED");
  p.command("H", "app.authorize", { space: "s", app: "crm", authorized: {} });
  expect(ask(s1)).toBe("APP_NOT_AUTHORIZED");
});
