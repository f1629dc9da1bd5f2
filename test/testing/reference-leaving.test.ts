/** Aim: the reference model says by itself when a Member, or a Branch, may leave as a whole (EXIT-07). */
import { describe, expect, test } from "vitest";
import { ask, link, linkOf, links, opened, tell, told } from "./hierarchy.ts";
import { accepted, done, partners, quiet, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 86_400_000;
const north = { space: "s", organization: "north" } as const;

const leave = (teller: Teller, at?: number, by: string | readonly [string, string] = "north") =>
  teller.command(by, "association.leave", north, at);
const stay = (teller: Teller, at?: number) =>
  teller.command("north", "association.stay", north, at);

const members = (teller: Teller) =>
  teller.ask("admin.members", { viewer: who("host", "host-admin"), space: "s" });
const leaving = (from: number) =>
  accepted({
    kind: "MEMBER_LEAVING",
    to: [{ kind: "space-admins", space: "s" }],
    data: { ...north, from },
  });

describe("a Member", () => {
  test("does not leave by default, nor take back what it cannot announce", () => {
    const teller = partners();
    teller.hire("north", "n3");
    expect(leave(teller)).toEqual(refused("WHOLE_ORG_EXIT_HOST_ONLY"));
    expect(stay(teller)).toEqual(refused("WHOLE_ORG_EXIT_HOST_ONLY"));
    expect(leave(teller, 1000, ["north", "n3"])).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(leave(teller, 1000, "host")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
  });

  test("leaves at once without a notice, and both sides are told", () => {
    const teller = partners({ memberExit: "own-admin" });
    expect(leave(teller)).toEqual(done);
    expect(teller.sides()).toEqual([
      {
        kind: "ASSOCIATION_ENDED",
        to: [
          { kind: "space-admins", space: "s" },
          { kind: "authorized-admins", organization: "north" },
        ],
        data: { ...north, because: "left" },
      },
    ]);
    expect(teller.roster("s").filter((each) => each.startsWith("north"))).toEqual([]);
    expect(leave(teller)).toEqual(refused("UNKNOWN_SPACE"));
  });

  test("leaves on the word of a main admin, where the policy asks for one; the Host never", () => {
    const teller = partners({ memberExit: "main-admin" });
    const role = { person: "n1", role: "sub", spacePermission: true } as const;
    teller.fact("admin.changed", { organization: "north", ...role }, { at: 2000 });
    expect(leave(teller, 2000, ["north", "n1"])).toEqual(refused("MAIN_ADMIN_REQUIRED"));
    const itself = { space: "s", organization: "host" };
    expect(teller.command("host", "association.leave", itself)).toEqual(refused("NOT_A_MEMBER"));
    expect(leave(teller, 2000)).toEqual(done);
  });

  test("announces it first, and leaves at the date or after it, not before", () => {
    const teller = partners({ memberExit: "own-admin", exitNoticeDays: 2 });
    const from = 1000 + 2 * day;
    expect(stay(teller)).toEqual(quiet);
    expect(leave(teller)).toEqual(leaving(from));
    expect(members(teller)).toMatchObject({
      items: [{ leaving: from }, { organization: "south" }],
    });
    const viewer = who("north", "north-admin");
    expect(teller.ask("admin.scope", { viewer, space: "s" })).toMatchObject({ leaving: from });
    expect(leave(teller, from - 1)).toEqual(refused("EXIT_NOT_DUE"));
    expect(stay(teller, from - 1)).toEqual(done);
    expect(stay(teller, from - 1)).toEqual(quiet);
    expect(leave(teller, from)).toEqual(leaving(from + 2 * day));
    expect(leave(teller, from + 2 * day)).toEqual(done);
    expect(teller.roster("s").filter((each) => each.startsWith("north"))).toEqual([]);
  });

  test("has announced nothing when it has been cancelled and is there again", () => {
    const teller = partners({ memberExit: "own-admin", exitNoticeDays: 1 });
    leave(teller);
    expect(teller.command("host", "association.cancel", north)).toEqual(done);
    teller.join("host", "s", "north", { whole: true });
    expect(leave(teller, 1000 + 3 * day)).toEqual(leaving(1000 + 4 * day));
  });

  test("announces no date after the year 9999", () => {
    const teller = partners({ memberExit: "own-admin", exitNoticeDays: 1 });
    expect(leave(teller, 253_402_300_799_998)).toEqual(leaving(253_402_300_799_999));
  });
});

describe("a Branch", () => {
  const village = { trunk: "town", organization: "village" };
  const announced = (from: number) => [{ kind: "BRANCH_LEAVING", ...village, from }];
  function town(): Teller {
    const teller = opened("county town village", { branchExit: "own-admin", exitNoticeDays: 1 });
    link(teller, "village", "town");
    return teller;
  }
  const command = (teller: Teller, type: string, at: number) =>
    tell(teller, "village", type, village, at);

  test("announces it, is shown to both sides, and leaves at the date", () => {
    const teller = town();
    const from = 2000 + day;
    expect(told(command(teller, "link.leave", 2000))).toEqual(announced(from));
    expect(linkOf(teller, "village", "town")).toMatchObject({ leaving: from });
    const shown = { items: [{ leaving: from }] };
    expect(ask(teller, "town", "hierarchy.branches", {})).toMatchObject(shown);
    expect(ask(teller, "village", "hierarchy.trunks", {})).toMatchObject(shown);
    expect(command(teller, "link.leave", from - 1)).toEqual(refused("EXIT_NOT_DUE"));
    expect(command(teller, "link.stay", from - 1)).toEqual(done);
    expect(linkOf(teller, "village", "town")).not.toHaveProperty("leaving");
    expect(told(command(teller, "link.leave", from))).toEqual(announced(from + day));
    const left = told(command(teller, "link.leave", from + day));
    expect(left).toEqual([{ kind: "LINK_ENDED", ...village, because: "left" }]);
    expect(links(teller)).toEqual([]);
  });

  test("takes no announcement along when it moves", () => {
    const teller = town();
    command(teller, "link.leave", 2000);
    tell(teller, "town", "link.release", { ...village, released: true });
    link(teller, "village", "county", { replaces: "town" });
    expect(links(teller)).toEqual(["village>county"]);
    expect(linkOf(teller, "village", "county")).not.toHaveProperty("leaving");
  });
});
