// Aim: facts about people without numbers are told apart by time, and whatever is passed over says why.
// Method: one organization reports hires, departures and lists with and without numbers, in any order.
import { expect } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const fields = { name: "Eve" };
const eve = { organization: "B", person: "eve" };

/** B with departments d1 and d2. */
function company(): Play {
  const p = play();
  p.register(["B"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", null],
  ]);
  return p;
}

const hired = (p: Play, at: number, more: { readonly number?: number } = {}) =>
  p.fact("person.hired", { ...eve, departments: ["d1"], fields, ...more }, { at });
const left = (p: Play, at: number, more: { readonly number?: number } = {}) =>
  p.fact("person.resigned", { ...eve, ...more }, { at });
const moved = (p: Play, at: number, more: { readonly number?: number } = {}) =>
  p.fact("person.relocated", { ...eve, departments: ["d2"], ...more }, { at });
const listed = (p: Play, at: number, more: { readonly number?: number } = {}) => {
  const line = { person: "eve", departments: ["d1"], fields, ...more };
  const admin = { person: "B-admin", departments: [], fields: { name: "Name of B-admin" } };
  const people = [line, admin];
  const part = { kind: "people", people } as const;
  return p.fact("directory.reconciled", onlyPart("B", part), { at });
};
const employment = (p: Play) => p.records("employment").find(([key]) => key === "B/eve")?.[1];
const serves = (p: Play) => employment(p)?.inService;

const dir01 = rule("DIR-01");
dir01.accepts("facts without a number about the employment in force", () => {
  const p = company();
  expect(hired(p, 10).code).toBeNull();
  expect(moved(p, 11)).toMatchObject({ code: null, passedOver: [] });
  expect(p.fact("admin.changed", { ...eve, role: "main" }, { at: 12 }).code).toBeNull();
  expect(p.fact("person.confirmed", { ...eve, fields }, { at: 12 }).code).toBeNull();
  expect(employment(p)).toMatchObject({ inService: true, departments: ["d2"], number: 1 });
  expect(left(p, 13).code).toBeNull();
  expect(serves(p)).toBe(false);
});
dir01.refuses("one about somebody never employed there, to be sent again", () => {
  const p = company();
  expect(moved(p, 11).code).toBe("UNKNOWN_PERSON");
  expect(left(p, 11).code).toBe("UNKNOWN_PERSON");
});
dir01.refuses("one that is later than the departure, until the hire arrives", () => {
  const p = company();
  hired(p, 10);
  left(p, 20);
  expect(moved(p, 21).code).toBe("UNKNOWN_PERSON");
  expect(hired(p, 21).code).toBeNull();
  expect(moved(p, 21)).toMatchObject({ code: null, passedOver: [] });
});
dir01.accepts("one that is not later than the departure, without effect", () => {
  const p = company();
  hired(p, 10);
  left(p, 20);
  expect(moved(p, 20)).toMatchObject({ events: [], passedOver: ["person eve: older-time"] });
  expect(moved(p, 15)).toMatchObject({ events: [], passedOver: ["person eve: older-time"] });
});
dir01.accepts("a hire of somebody in service, without effect on any value", () => {
  const p = company();
  hired(p, 10);
  moved(p, 11);
  const told = hired(p, 12);
  expect(told.passedOver).toEqual(["person eve: already-in-service"]);
  expect(employment(p)).toMatchObject({ number: 1, departments: ["d2"] });
});

const dir02 = rule("DIR-02");
dir02.happens(
  "a hire or departure is late by newer word, of its own kind from the same moment",
  () => {
    const p = company();
    hired(p, 10);
    expect(hired(p, 10).passedOver).toEqual(["person eve: older-time"]);
    expect(left(p, 9).passedOver).toEqual(["person eve: older-time"]);
    left(p, 20);
    expect(left(p, 20).passedOver).toEqual(["person eve: older-time"]);
    expect(hired(p, 19).passedOver).toEqual(["person eve: older-time"]);
    expect(serves(p)).toBe(false);
  },
);
dir02.doesNot("joining and leaving, or leaving and joining, at one moment", () => {
  const p = company();
  expect(hired(p, 10).passedOver).toEqual([]);
  expect(moved(p, 10).passedOver).toEqual([]);
  expect(left(p, 10).passedOver).toEqual([]);
  expect(serves(p)).toBe(false);
  expect(hired(p, 11).passedOver).toEqual([]);
  expect(left(p, 12).passedOver).toEqual([]);
  expect(hired(p, 12).passedOver).toEqual([]);
  expect(employment(p)).toMatchObject({ inService: true, number: 3 });
});
dir02.happens("word that is so already is noted, and what lies before it is late", () => {
  const p = company();
  hired(p, 10);
  const again = hired(p, 30);
  expect(happened(again, "person.noted")).toEqual([{ ...eve, kind: "hired", at: 30 }]);
  expect(left(p, 20).passedOver).toEqual(["person eve: older-time"]);
  expect(serves(p)).toBe(true);
  left(p, 40);
  const twice = left(p, 60);
  expect(happened(twice, "person.noted")).toEqual([{ ...eve, kind: "left", at: 60 }]);
  expect(twice.passedOver).toEqual(["person eve: already-so"]);
  expect(hired(p, 50).passedOver).toEqual(["person eve: older-time"]);
  expect(serves(p)).toBe(false);
});
dir02.happens("a fact from before the employment began is late", () => {
  const p = company();
  hired(p, 10);
  expect(moved(p, 9).passedOver).toEqual(["person eve: older-time"]);
  expect(moved(p, 10).passedOver).toEqual([]);
});
dir02.doesNot("by a line of a list, which is no word", () => {
  const p = company();
  listed(p, 10);
  expect(left(p, 9).passedOver).toEqual([]);
  expect(serves(p)).toBe(false);
});
dir02.doesNot("where a number says which employment is meant", () => {
  const p = company();
  hired(p, 10, { number: 1 });
  expect(left(p, 5, { number: 1 }).passedOver).toEqual([]);
  expect(hired(p, 3, { number: 2 }).passedOver).toEqual([]);
  expect(moved(p, 1, { number: 2 }).passedOver).toEqual([]);
  expect(moved(p, 9, { number: 1 }).passedOver).toEqual(["person eve: older-number"]);
  expect(left(p, 9, { number: 1 }).passedOver).toEqual(["person eve: older-number"]);
  expect(employment(p)).toMatchObject({ inService: true, number: 2, departments: ["d2"] });
});

const dir03 = rule("DIR-03");
dir03.happens("an employment without a number gets the next above the latest known", () => {
  const p = company();
  hired(p, 10);
  expect(employment(p)).toMatchObject({ number: 1, given: null });
  left(p, 20);
  hired(p, 30, { number: 7 });
  left(p, 40);
  hired(p, 50);
  expect(employment(p)).toMatchObject({ number: 8, given: null });
});
dir03.happens("the first number that a list gives is adopted, and nobody leaves by it", () => {
  const p = company();
  hired(p, 10);
  const told = listed(p, 20, { number: 5 });
  expect(happened(told, "person.numbered")).toEqual([{ ...eve, number: 5 }]);
  expect(followed(told)).toEqual(["person.numbered"]);
  expect(moved(p, 21, { number: 5 }).passedOver).toEqual([]);
  expect(moved(p, 21, { number: 4 }).passedOver).toEqual(["person eve: older-number"]);
  expect(moved(p, 21, { number: 6 }).code).toBe("UNKNOWN_PERSON");
  left(p, 30);
  hired(p, 40);
  expect(employment(p)).toMatchObject({ number: 6, given: null });
});
dir03.doesNot("by a number that is not higher, nor by a hire", () => {
  const p = company();
  hired(p, 10);
  const same = listed(p, 20, { number: 1 });
  expect([followed(same), same.passedOver]).toEqual([[], []]);
  expect(listed(p, 20, { number: 0 }).passedOver).toEqual(["person eve: older-number"]);
  expect(employment(p)).toMatchObject({ given: null, inService: true });
  const told = hired(p, 30, { number: 2 });
  expect(told.events.map(({ type }) => type)).toEqual(["person.resigned", "person.hired"]);
  expect(happened(told, "person.resigned")).toMatchObject([{ because: "hired" }]);
});
dir03.happens("a line with a lower number is followed as if it had none", () => {
  const p = company();
  hired(p, 10, { number: 5 });
  moved(p, 11);
  const told = listed(p, 20, { number: 3 });
  expect(told.passedOver).toEqual(["person eve: older-number"]);
  expect(employment(p)).toMatchObject({ number: 5, departments: ["d1"] });
});
dir03.doesNot("by a list that is older than what is known", () => {
  const p = company();
  hired(p, 10);
  moved(p, 30);
  const told = listed(p, 20, { number: 5 });
  expect([followed(told), told.passedOver]).toEqual([[], ["person eve: older-time"]]);
  expect(employment(p)).toMatchObject({ given: null, departments: ["d2"] });
});
dir03.happens("a line with a higher number of the source's is another employment", () => {
  const p = company();
  hired(p, 10, { number: 1 });
  const told = listed(p, 20, { number: 2 });
  expect(followed(told)).toEqual(["person.resigned", "person.hired"]);
  expect(employment(p)).toMatchObject({ number: 2, given: 2 });
});
