/** The number that an employment is known by. */
import type { EmploymentRecord } from "../model.ts";

/**
 * The source's number for an employment; until there is one, the one it had of a source that vouches no
 * more, or the library's.
 */
export const numberOf = ({
  number,
  given,
  hadNumber,
}: Pick<EmploymentRecord, "number" | "given" | "hadNumber">): number =>
  given ?? hadNumber ?? number;
