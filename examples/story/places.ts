/** A county, its towns and its villages. All of them are invented. */
import type { Identity, OrganizationId, PersonId } from "interorg";
import * as ids from "./ids.ts";

/** A place of the story. */
export interface Place {
  readonly id: OrganizationId;
  readonly name: string;
  readonly people: readonly PersonId[];
}

/** A place with so many people, the first of whom is its main admin. */
const place = (id: string, name: string, people: number): Place => ({
  id: ids.organization(id),
  name,
  people: Array.from({ length: people }, (_, i) => ids.person(`${id}-${i}`)),
});

export const county = place("anping", "Anping County 安平县", 12);
export const east = place("dongqiao", "Dongqiao Town 东桥镇", 6);
export const west = place("xihe", "Xihe Town 西河镇", 5);
export const ford = place("liudu", "Liudu Village 柳渡村", 3);
export const hill = place("shanqian", "Shanqian Village 山前村", 3);
export const mill = place("mofang", "Mofang Village 磨坊村", 3);
export const lake = place("hubian", "Hubian Village 湖边村", 3);
export const PLACES = [county, east, west, ford, hill, mill, lake];
export const office = ids.department("villages");

export const adminOf = ({ id, people: [person] }: Place) => {
  if (person === undefined) throw new Error(`nobody works for ${id}`);
  return { organization: id, person };
};
export const short = ({ name }: Place): string => name.split(" ")[0] as string;

/** Somebody of a place, by number. */
export function somebody({ id, people }: Place, number: number): Identity {
  const person = people[number];
  if (person === undefined) throw new Error(`nobody number ${number} works for ${id}`);
  return { organization: id, person };
}
