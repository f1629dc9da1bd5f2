// Aim: what Space admins arrange: Folders, partner types, visibility. Method: a World is told
// commands; records show what changed, and repeating a command shows that nothing does.
import { describe, expect, test } from "vitest";
import type { OrganizationId, SpaceId } from "../../src/core/ids.ts";
import { beginReading } from "../../src/core/transaction.ts";
import { visibilityNow } from "../../src/spaces/select/sight-lists.ts";
import type { SpacesReads } from "../../src/spaces/select/spaces.ts";
import { lookingIn, seesThere } from "../../src/spaces/select/visible.ts";
import { done, joined, quiet, refused, startWithMember, type Teller } from "./telling.ts";

function folders(...ids: readonly string[]) {
  const teller = startWithMember();
  const create = (folder: string, parent: string | null = null, name = folder) =>
    teller.command("host", "folder.create", { space: "s", folder, parent, name });
  for (const id of ids) expect(create(id)).toEqual(done("folder.created"));
  return { ...teller, create };
}

describe("Folders", () => {
  test("FOLDER-01 PROTO-03: are created below the root or below each other", () => {
    const { create, record } = folders("a");
    expect(create("b", "a")).toEqual(done("folder.created"));
    expect(record("folder", "s", "a")).toMatchObject({ parent: null, children: 1 });
    expect(record("folder", "s", "b")).toMatchObject({ parent: "a", children: 0 });
    expect(record("folders", "s", "0")?.entries).toEqual([
      { ticket: 0, folder: "a", parent: null, name: "a" },
      { ticket: 1, folder: "b", parent: "a", name: "b" },
    ]);
    expect(create("c", "nowhere")).toEqual(
      refused("UNKNOWN_FOLDER", { space: "s", folder: "nowhere" }),
    );
  });

  test("FOLDER-01: are for Space admins to edit", () => {
    const { command } = folders("a");
    const notAdmin = refused("NOT_SPACE_ADMIN", { space: "s" });
    const a = { space: "s", folder: "a" };
    const b = { space: "s", folder: "b", parent: null, name: "B" };
    expect(command("north", "folder.create", b)).toEqual(notAdmin);
    expect(command("north", "folder.rename", { ...a, name: "x" })).toEqual(notAdmin);
    expect(command("north", "folder.move", { ...a, parent: null })).toEqual(notAdmin);
    expect(command("north", "folder.remove", a)).toEqual(notAdmin);
  });

  test("FOLDER-01: are renamed; the same name is no news", () => {
    const { command, record } = folders("a");
    const rename = (folder: string, name: string) =>
      command("host", "folder.rename", { space: "s", folder, name });
    expect(rename("a", "Dealers")).toEqual(done("folder.renamed"));
    expect(rename("a", "Dealers")).toEqual(quiet);
    expect(record("folders", "s", "0")?.entries[0]?.name).toBe("Dealers");
    expect(rename("b", "x")).toEqual(refused("UNKNOWN_FOLDER", { space: "s", folder: "b" }));
  });

  test("FOLDER-01: are moved, but not below themselves", () => {
    const { command, create, record } = folders("a", "b");
    create("c", "b");
    const move = (folder: string, parent: string | null) =>
      command("host", "folder.move", { space: "s", folder, parent });
    expect(move("b", "a")).toEqual(done("folder.moved"));
    expect(move("b", "a")).toEqual(quiet);
    for (const below of ["a", "b", "c"]) {
      expect(move("a", below)).toEqual(refused("FOLDER_CYCLE", { folder: "a" }));
    }
    expect(move("nowhere", "a")).toEqual(
      refused("UNKNOWN_FOLDER", { space: "s", folder: "nowhere" }),
    );
    expect(move("a", "nowhere")).toEqual(
      refused("UNKNOWN_FOLDER", { space: "s", folder: "nowhere" }),
    );
    expect(move("c", null)).toEqual(done("folder.moved"));
    expect(record("folder", "s", "a")?.children).toBe(1);
    expect(record("folder", "s", "b")).toMatchObject({ parent: "a", children: 0 });
    expect(record("folder", "s", "c")?.parent).toBe(null);
  });

  test("FOLDER-01: are removed when empty of Folders and of Members", () => {
    const { command, create, record } = folders("a");
    create("b", "a");
    const remove = (folder: string) => command("host", "folder.remove", { space: "s", folder });
    const place = (folder: string | null) =>
      command("host", "member.place", { space: "s", organization: "north", folder });
    expect(remove("a")).toEqual(refused("FOLDER_NOT_EMPTY", { folder: "a" }));
    place("b");
    expect(remove("b")).toEqual(refused("FOLDER_NOT_EMPTY", { folder: "b" }));
    place(null);
    expect(remove("b")).toEqual(done("folder.removed"));
    expect(remove("b")).toEqual(refused("UNKNOWN_FOLDER", { space: "s", folder: "b" }));
    expect(remove("a")).toEqual(done("folder.removed"));
    expect(record("space", "s")?.folders).toMatchObject({ count: 0, pages: [] });
  });

  test("PROTO-04: a removed Folder's id stays taken, in its Space", () => {
    const { command, create } = folders("a");
    expect(create("a")).toEqual(refused("ID_TAKEN", { kind: "folder", id: "a" }));
    command("host", "folder.remove", { space: "s", folder: "a" });
    expect(create("a")).toEqual(refused("ID_TAKEN", { kind: "folder", id: "a" }));
    command("host", "space.create", { space: "t", name: "T" });
    const elsewhere = { space: "t", folder: "a", parent: null, name: "A" };
    expect(command("host", "folder.create", elsewhere)).toEqual(done("folder.created"));
  });

  test("FOLDER-02: a Member is in one Folder, at first at the root", () => {
    const { command, record } = folders("a", "b");
    const place = (folder: string | null, organization = "north", by = "host") =>
      command(by, "member.place", { space: "s", organization, folder });
    expect(place(null)).toEqual(quiet);
    expect(place("a")).toEqual(done("member.placed"));
    expect(place("a")).toEqual(quiet);
    expect(place("b")).toEqual(done("member.placed"));
    expect(record("folder", "s", "a")?.members).toBe(0);
    expect(record("folder", "s", "b")?.members).toBe(1);
    expect(record("association", "s", "north")?.folder).toBe("b");
    expect(place("b", "north", "north")).toEqual(refused("NOT_SPACE_ADMIN"));
    for (const organization of ["host", "south"]) {
      expect(place("a", organization)).toEqual(
        refused("NOT_A_MEMBER", { space: "s", organization }),
      );
    }
    expect(place("nowhere", "south")).toEqual(
      refused("UNKNOWN_FOLDER", { space: "s", folder: "nowhere" }),
    );
  });

  test("FOLDER-01: moving one among many takes three rounds at most", () => {
    const ids = Array.from({ length: 120 }, (_, at) => `f${at}`);
    const { command, rounds } = folders(...ids);
    command("host", "folder.move", { space: "s", folder: "f1", parent: "f100" });
    expect(rounds()).toBeLessThanOrEqual(3);
    const back = { space: "s", folder: "f100", parent: "f1" };
    expect(command("host", "folder.move", back)).toEqual(refused("FOLDER_CYCLE"));
  });
});

describe("partners", () => {
  const north = { space: "s", organization: "north" };

  test("PARTNER-01: carry types, a set, and a level", () => {
    const { command, record } = startWithMember();
    const set = (types: readonly string[], level: string | null) =>
      command("host", "partner.set", { ...north, types, level });
    expect(set(["dealer", "supplier", "dealer"], "gold")).toEqual(done("partner.set"));
    expect(record("association", "s", "north")).toMatchObject({
      types: ["dealer", "supplier"],
      level: "gold",
    });
    expect(set(["supplier", "dealer"], "gold")).toEqual(quiet);
    expect(set(["supplier", "dealer"], null)).toEqual(done("partner.set"));
    expect(set(["supplier"], null)).toEqual(done("partner.set"));
    expect(set(["dealer"], null)).toEqual(done("partner.set"));
    expect(set([], null)).toEqual(done("partner.set"));
    expect(set([], null)).toEqual(quiet);
  });

  test("PARTNER-01: are classified by Space admins, if they are Members", () => {
    const { command } = startWithMember();
    const set = (by: string, organization: string) =>
      command(by, "partner.set", { space: "s", organization, types: ["dealer"], level: null });
    expect(set("north", "north")).toEqual(refused("NOT_SPACE_ADMIN", { space: "s" }));
    for (const organization of ["host", "south"]) {
      expect(set("host", organization)).toEqual(
        refused("NOT_A_MEMBER", { space: "s", organization }),
      );
    }
  });
});

describe("visibility", () => {
  function withThree() {
    const teller = startWithMember();
    teller.register("west");
    for (const organization of ["south", "west"]) {
      expect(teller.join("host", "s", organization)).toEqual(joined);
    }
    const set = (
      visibility: Parameters<typeof teller.command<"visibility.set">>[2]["visibility"],
      organization = "north",
      by = "host",
    ) => teller.command(by, "visibility.set", { space: "s", organization, visibility });
    return { ...teller, set };
  }

  const listed = (...organizations: readonly string[]) =>
    ({ kind: "listed", organizations }) as const;

  /** Which organizations of the Space one of them sees, in the order asked for. */
  function seen({ world }: Teller, viewer: string, ...targets: readonly string[]): string[] {
    const tx = beginReading<SpacesReads>(world().table, true);
    const looking = lookingIn(tx, "s" as SpaceId, { organization: viewer as OrganizationId });
    return targets.filter((target) =>
      seesThere(tx, looking, { organization: target as OrganizationId }),
    );
  }

  const everybody = ["host", "north", "south", "west"];

  test("VIS-01: the Host sees every Member, later ones too", () => {
    const teller = withThree();
    expect(seen(teller, "host", ...everybody)).toEqual(everybody);
    teller.register("late");
    teller.join("host", "s", "late");
    expect(seen(teller, "host", "late")).toEqual(["late"]);
    expect(seen(teller, "late", "host")).toEqual([]);
  });

  test("VIS-02: a Member sees itself, neither the Host nor others", () => {
    expect(seen(withThree(), "north", ...everybody)).toEqual(["north"]);
  });

  test("VIS-03 VIS-04: a setting shows what it says and oneself, in one direction", () => {
    const teller = withThree();
    expect(teller.set(listed("host", "south"))).toEqual(done("visibility.set"));
    expect(seen(teller, "north", ...everybody)).toEqual(["host", "north", "south"]);
    expect(seen(teller, "south", ...everybody)).toEqual(["south"]);
    expect(teller.set({ kind: "all" })).toEqual(done("visibility.set"));
    expect(seen(teller, "north", ...everybody)).toEqual(everybody);
    expect(teller.set({ kind: "own" })).toEqual(done("visibility.set"));
    expect(seen(teller, "north", ...everybody)).toEqual(["north"]);
  });

  test("VIS-03: an equal setting is no news, in whatever order", () => {
    const { set } = withThree();
    expect(set({ kind: "own" })).toEqual(quiet);
    expect(set(listed("host", "south"))).toEqual(done("visibility.set"));
    expect(set(listed("south", "host", "south"))).toEqual(quiet);
    expect(set(listed("south"))).toEqual(done("visibility.set"));
    expect(set(listed("north", "south"))).toEqual(done("visibility.set"));
  });

  test("VIS-03: a Space admin sets it, for Members, to organizations of the Space", () => {
    const { set, register } = withThree();
    register("stranger");
    expect(set({ kind: "all" }, "north", "north")).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(set({ kind: "all" }, "host")).toEqual(
      refused("NOT_A_MEMBER", { space: "s", organization: "host" }),
    );
    expect(set({ kind: "all" }, "stranger")).toEqual(
      refused("NOT_A_MEMBER", { space: "s", organization: "stranger" }),
    );
    expect(set(listed("south", "stranger"))).toEqual(
      refused("NOT_A_MEMBER", { space: "s", organization: "stranger" }),
    );
    expect(set(listed("south", "host"))).toEqual(done("visibility.set"));
  });

  test("VIS-06: who left is in no setting, and after coming back still is not", () => {
    const teller = withThree();
    const { set, command, join, world } = teller;
    const inForce = () => {
      const tx = beginReading<SpacesReads>(world().table, true);
      return visibilityNow(tx, "s" as SpaceId, "north" as OrganizationId).now;
    };
    set(listed("south", "west"));
    expect(inForce()).toEqual(listed("south", "west"));
    command("host", "association.cancel", { space: "s", organization: "south" });
    expect(inForce()).toEqual(listed("west"));
    expect(set(listed("west"))).toEqual(quiet);
    join("host", "s", "south");
    expect(seen(teller, "north", ...everybody)).toEqual(["north", "west"]);
    expect(inForce()).toEqual(listed("west"));
    expect(set(listed("south", "west"))).toEqual(done("visibility.set"));
    expect(seen(teller, "north", ...everybody)).toEqual(["north", "south", "west"]);
  });

  test("VIS-06: one's own setting ends with the Association", () => {
    const teller = withThree();
    teller.set({ kind: "all" });
    teller.command("host", "association.cancel", { space: "s", organization: "north" });
    teller.join("host", "s", "north");
    expect(seen(teller, "north", ...everybody)).toEqual(["north"]);
  });
});
