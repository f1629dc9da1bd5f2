// Aim: Folders are edited by Space admins, hold whole Members, and grant nothing.
// Method: a small tree of Folders, and Members put into it.
import { expect } from "vitest";
import { type Caller, type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 with Member B and Folders f1 and, below it, f2. */
function foldered(): Play {
  const p = play();
  p.register(["A", "B", "C"]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  add(p, "f1", null);
  add(p, "f2", "f1");
  return p;
}

const add = (p: Play, folder: string, parent: string | null, by: Caller = "A"): Told =>
  p.command(by, "folder.create", { space: "s1", folder, parent, name: `Folder ${folder}` });
const move = (p: Play, folder: string, parent: string | null): Told =>
  p.command("A", "folder.move", { space: "s1", folder, parent });
const remove = (p: Play, folder: string): Told =>
  p.command("A", "folder.remove", { space: "s1", folder });
const place = (p: Play, organization: string, folder: string | null, by: Caller = "A"): Told =>
  p.command(by, "member.place", { space: "s1", organization, folder });

const folder01 = rule("FOLDER-01");
folder01.accepts("a Space admin who creates, renames, moves and removes", () => {
  const p = foldered();
  expect(add(p, "f3", "f2").code).toBeNull();
  const name = { space: "s1", folder: "f3", name: "Other" };
  expect(p.command("A", "folder.rename", name).code).toBeNull();
  expect(move(p, "f3", null).code).toBeNull();
  expect(remove(p, "f3").code).toBeNull();
  expect(p.records("folder").map(([key, { parent, removed }]) => [key, parent, removed])).toEqual(
    expect.arrayContaining([
      ["s1/f1", null, false],
      ["s1/f2", "f1", false],
      ["s1/f3", null, true],
    ]),
  );
});
folder01.refuses("a cycle, a Folder that is not empty, one unknown, and everybody else", () => {
  const p = foldered();
  for (const parent of ["f1", "f2"]) {
    expect(move(p, "f1", parent).refusal, parent).toEqual({
      code: "FOLDER_CYCLE",
      rule: "FOLDER-01",
      data: { folder: "f1" },
    });
  }
  expect(remove(p, "f1").refusal).toEqual({
    code: "FOLDER_NOT_EMPTY",
    rule: "FOLDER-01",
    data: { folder: "f1" },
  });
  place(p, "B", "f2");
  expect(remove(p, "f2").code).toBe("FOLDER_NOT_EMPTY");
  expect(add(p, "f3", "f9").code).toBe("UNKNOWN_FOLDER");
  expect(add(p, "f3", null, "B").code).toBe("NOT_SPACE_ADMIN");
  expect(add(p, "f3", null, ["A", "nobody"]).code).toBe("NOT_SPACE_ADMIN");
});

const folder02 = rule("FOLDER-02");
folder02.happens("to the whole Member, which leaves the Folder it was in", () => {
  const p = foldered();
  expect(p.association("s1", "B")?.folder).toBeNull();
  place(p, "B", "f1");
  place(p, "B", "f2");
  expect(p.association("s1", "B")?.folder).toBe("f2");
  const members = p.records("folder").map(([key, each]) => [key, each.members]);
  expect(members.sort()).toEqual([
    ["s1/f1", 0],
    ["s1/f2", 1],
  ]);
});
folder02.doesNot("to whoever is no Member, nor on a Member's word", () => {
  const p = foldered();
  expect(place(p, "C", "f1").code).toBe("NOT_A_MEMBER");
  expect(place(p, "A", "f1").code).toBe("NOT_A_MEMBER");
  expect(place(p, "B", "f1", "B").code).toBe("NOT_SPACE_ADMIN");
  expect(p.association("s1", "B")?.folder).toBeNull();
});

rule("FOLDER-03").holds("a place in a Folder changes neither visibility nor Roster", () => {
  const p = foldered();
  const { folder: _, ...before } = { folder: null, ...p.association("s1", "B") };
  const people = p.roster("s1");
  expect(place(p, "B", "f2").events.map(({ type }) => type)).toEqual(["member.placed"]);
  const { folder, ...after } = { folder: null, ...p.association("s1", "B") };
  expect(folder).toBe("f2");
  expect(after).toEqual(before);
  expect(p.roster("s1")).toEqual(people);
});
