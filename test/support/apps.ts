/** A Host with a licensed Space of two Members, and what is usually done with its apps. */
import type { Audience, DataPermission } from "../../src/apps/model.ts";
import type { Policy } from "../../src/index.ts";
import { type Caller, type Plain, type Play, play, type Told } from "../../src/testing/index.ts";

/** Somebody in an organization. */
export type Who = readonly [organization: string, person: string];

/** An audience in plain words. */
export type PlainAudience = Plain<Audience>;
/** A data permission in plain words. */
export type PlainPermission = Plain<DataPermission>;

/** Everybody with a license; `both` works for H and for S. */
const LICENSED: { readonly [space: string]: readonly Who[] } = {
  "": [
    ["H", "H-admin"],
    ["H", "h1"],
    ["H", "both"],
  ],
  s: [
    ["S", "S-admin"],
    ["S", "s1"],
    ["S", "s2"],
    ["S", "both"],
    ["D", "D-admin"],
    ["D", "d1"],
  ],
};

/**
 * H hosts `s`, of which S (a supplier) and D (a dealer) are Members. On the Roster are h1 of H,
 * everybody of D, and of S everybody but `off`; s1 is in `line` under `plant`, D-admin and d1 in
 * `shop`. `cold` of D has no license. H has built `crm`, a cool app, and published it to `s`; nobody
 * but its admins has lists yet.
 */
export function market(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["H", "S", "D"]);
  p.createDepartments("S", [
    ["plant", null],
    ["line", "plant"],
  ]);
  p.createDepartments("D", [["shop", null]]);
  for (const person of ["h1", "h2", "both"]) p.hire("H", person);
  p.hire("S", "s1", ["line"]);
  for (const person of ["s2", "both", "off"]) p.hire("S", person);
  p.hire("D", "d1", ["shop"]);
  p.hire("D", "cold");
  p.createSpace("H", "s", { people: ["h1"] });
  p.join("H", "s", "S", { whole: true, exclude: { people: ["off"] } });
  p.join("H", "s", "D", { whole: true });
  classify(p, "S", ["supplier"], "gold");
  classify(p, "D", ["dealer"], "gold");
  p.command("H", "app.create", { app: "crm", name: "CRM", cool: true });
  p.command("H", "app.publish", { space: "s", app: "crm" });
  p.fact("license.purchased", { organization: "H", purchased: 100 });
  license(p, "s", LICENSED["s"] as readonly Who[]);
  license(p, null, LICENSED[""] as readonly Who[]);
  return p;
}

/** Links a Space if that is still to be done, and grants licenses; `null` is the Host's own unit. */
export function license(p: Play, space: string | null, people: readonly Who[]): Told {
  const unit =
    space === null
      ? ({ kind: "host", organization: "H" } as const)
      : ({ kind: "space", space } as const);
  if (unit.kind === "space") p.command("H", "license.link", { unit });
  return p.command("H", "license.grant", { unit, people: people.map(identity) });
}

/** The identity of somebody. */
export const identity = ([organization, person]: Who) => ({ organization, person });

/** Says what kind of partner a Member is. */
export function classify(
  p: Play,
  organization: string,
  types: readonly string[],
  level: string | null = null,
): Told {
  return p.command("H", "partner.set", { space: "s", organization, types, level });
}

/** Sets the authorized list of `crm` in `s`. */
export function authorize(p: Play, authorized: PlainAudience | null, by: Caller = "H"): Told {
  return p.command(by, "app.authorize", { space: "s", app: "crm", authorized });
}

/** Sets the data permissions of `crm` in `s`. */
export function permit(p: Play, permissions: readonly PlainPermission[], by: Caller = "H"): Told {
  return p.command(by, "app.permit", { space: "s", app: "crm", permissions });
}

let rows = 0;

/** Submits one row to `crm`: in `s`, unless the Host's people do. */
export function submit(p: Play, by: Who, more: object = {}, row?: string): Told {
  rows += 1;
  const space = by[0] === "H" ? {} : { space: "s" };
  const data = { app: "crm", rows: [{ row: row ?? `row-${rows}` }], ...space, ...more };
  return p.command(by, "form.submit", data);
}

/** What becomes of using a feature of `crm`: the side, or the refusal's code. */
export function use(p: Play, [organization, person]: Who, feature = "form.submit"): unknown {
  const space = organization === "H" ? {} : { space: "s" };
  const answer = p.ask("app.use", {
    viewer: { organization, person },
    app: "crm",
    feature,
    ...space,
  });
  return typeof answer === "string" ? answer : (answer as { readonly side: string }).side;
}

/** The apps that somebody finds in a Space's app center, or the refusal's code. */
export function center(p: Play, [organization, person]: Who, space = "s"): unknown {
  const answer = p.ask("app.center", { viewer: { organization, person }, space });
  if (typeof answer === "string") return answer;
  return (answer as { readonly items: readonly { readonly app: string }[] }).items.map(
    ({ app }) => app,
  );
}
