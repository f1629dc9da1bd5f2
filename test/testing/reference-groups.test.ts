import { describe, expect, test } from "vitest";
import { done, partners, quiet, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

function start(teller: Teller, ...others: readonly [string, string][]) {
  const participants = others.map(([organization, person]) => who(organization, person));
  return teller.command(["north", "n1"], "group.start", {
    space: "s",
    group: "g",
    name: "G",
    participants,
  });
}

const inGroup = ({ reference }: Teller) =>
  (reference.facts().groups[0]?.participants ?? []).map((pair) => pair.join("/"));

describe("cooperation groups", () => {
  test("are started by people on the Roster, with people of organizations that they see", () => {
    const teller = partners();
    const { command } = teller;
    expect(start(teller, ["south", "s1"])).toEqual(refused("NOT_VISIBLE"));
    expect(start(teller, ["south", "nobody"])).toEqual(refused("NOT_VISIBLE"));
    expect(start(teller, ["north", "nobody"])).toEqual(refused("NOT_IN_SPACE"));
    const visibility = { kind: "all" } as const;
    command("host", "visibility.set", { space: "s", organization: "north", visibility });
    expect(start(teller, ["host", "h1"])).toEqual(refused("NOT_IN_SPACE"));
    expect(start(teller, ["north", "n2"], ["south", "s1"])).toEqual(done);
    expect(inGroup(teller)).toEqual(["north/n1", "north/n2", "south/s1"]);
    expect(start(teller)).toEqual(refused("ID_TAKEN"));
    const data = { space: "s", group: "h", name: "H", participants: [] };
    expect(command(["host", "h1"], "group.start", data)).toEqual(refused("NOT_IN_SPACE"));
    expect(command(null, "group.start", data)).toEqual(refused("UNKNOWN_SPACE"));
    expect(command(["nobody", "n"], "group.start", data)).toEqual(refused("UNKNOWN_ORGANIZATION"));
  });

  test("without the policy anybody of the Space may be brought in", () => {
    const teller = partners({ groupInviteRequiresVisibility: false });
    expect(start(teller, ["south", "nobody"])).toEqual(refused("NOT_IN_SPACE"));
    expect(start(teller, ["south", "s1"])).toEqual(done);
  });

  test("are known to participants, who add others and leave", () => {
    const teller = partners();
    const { command, ask } = teller;
    start(teller);
    const add = (person: string, ...added: readonly string[]) => {
      const participants = added.map((each) => who("north", each));
      return command(["north", person], "group.add", { space: "s", group: "g", participants });
    };
    expect(add("n2", "n2")).toEqual(refused("UNKNOWN_GROUP"));
    const known = { kind: "person", id: "n1", index: 0, reason: "already-so" };
    const passedOver = { count: 1, byReason: { "already-so": 1 }, first: [known] };
    expect(add("n1", "n1", "n2")).toEqual({ ...done, passedOver });
    expect(add("n1", "n2")).toEqual(quiet);
    expect(
      ask("group.participants", { viewer: who("north", "n2"), space: "s", group: "g" }),
    ).toEqual({
      items: ["n1", "n2"].map((person) => ({
        ...who("north", person),
        organizationName: "The north",
        fields: { name: `Name of ${person}` },
      })),
    });
    expect(command(["north", "n1"], "group.leave", { space: "s", group: "g" })).toEqual(done);
    expect(command(["north", "n1"], "group.leave", { space: "s", group: "g" })).toEqual(
      refused("UNKNOWN_GROUP"),
    );
    expect(ask("group.mine", { viewer: who("north", "n1"), space: "s" })).toEqual({ items: [] });
    expect(ask("group.mine", { viewer: who("north", "n2"), space: "s" })).toEqual({
      items: [{ group: "g", name: "G" }],
    });
  });

  test("lose whoever leaves the Space, and do not get them back", () => {
    const teller = partners({ groupInviteRequiresVisibility: false });
    const { command, fact } = teller;
    start(teller, ["north", "n2"], ["south", "s1"], ["south", "s2"]);
    const out = { space: "s", organization: "north", people: ["n2"] };
    command("north", "scope.take-out", out);
    command("north", "scope.put-in", out);
    expect(inGroup(teller)).toEqual(["north/n1", "south/s1", "south/s2"]);
    const left = fact("person.resigned", { organization: "south", person: "s1", number: 1 });
    expect(left).toMatchObject({
      notices: [
        {
          kind: "COUNTERPART_LEFT",
          to: [
            { kind: "space-admins", space: "s", except: ["s1"] },
            { kind: "authorized-admins", organization: "south", except: ["s1"] },
            { kind: "group-participants", space: "s", group: "g", except: ["s1"] },
          ],
        },
      ],
    });
    expect(inGroup(teller)).toEqual(["north/n1", "south/s2"]);
    command("host", "association.cancel", { space: "s", organization: "south" });
    expect(inGroup(teller)).toEqual(["north/n1"]);
  });

  test("a hire under a new number is somebody else", () => {
    const teller = partners();
    start(teller, ["north", "n2"]);
    teller.hire("north", "n2", [], 2);
    expect(inGroup(teller)).toEqual(["north/n1"]);
  });
});
