/** Lines of full lists that are put off: where they are kept, and in which order steps follow them. */

import { valueBytes } from "../../core/bucket.ts";
import type { ListId } from "../../core/ids.ts";
import { must, read } from "../../core/transaction.ts";
import type { PutOffLine, ReturnsIndex } from "../model.ts";
import type { ListOf } from "./lists.ts";
import type { Reading } from "./organizations.ts";

/** Where a record of lines that are put off is kept, below its organization. */
export const returnsName = (list: ListId, page: number, place: number): string =>
  `${page}${place === 0 ? "" : `+${place}`}/${list}`;

/** The records of a page with lines that are put off. */
export function placesOf([, , first, next]: ReturnsIndex): number[] {
  return Array.from({ length: next - first }, (_, place) => first + place);
}

/** The most bytes that a line takes in its record. */
export const lineBytes = (line: PutOffLine): number => valueBytes(JSON.stringify(line));

/** The lines of a page of a list that are put off. */
export function linesPutOff(
  tx: Reading,
  { organization, list }: ListOf,
  page: number,
): PutOffLine[] {
  const index = read(tx, "list", organization, list)?.returns?.find(([each]) => each === page);
  if (index === undefined) return [];
  return placesOf(index).flatMap(
    (place) => must(tx, "returns", organization, returnsName(list, page, place)).lines,
  );
}
