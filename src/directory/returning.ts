/** Lines of full lists that name somebody who has left: an undoing, a hire, or neither. */
import type { OrganizationId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { effect, view } from "../core/rule.ts";
import type { Line } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import type { EmploymentRecord } from "./model.ts";
import { adoptNumber, bringBack } from "./reinstating.ts";
import { retentionOf } from "./select/inert.ts";
import { setSuspended } from "./suspending.ts";

/** RESIGN-06: whether lists take such a departure back: mostly those that only lists had inferred. */
const listTakesBack = view(
  "RESIGN-06",
  ({ reported }: EmploymentRecord, { listReinstates }: Policy): boolean =>
    listReinstates === "any" || (listReinstates === "inferred" && reported === undefined),
);

/**
 * RESIGN-06: whether a line is so late after a departure that it is more likely about somebody who came
 * back, or somebody else; one with the source's number of that employment never is.
 */
const isHire = view(
  "RESIGN-06",
  ({ given, times, at: last }: EmploymentRecord, { number }: Line, at: number, policy: Policy) =>
    (given === null || number !== given) && at >= (times.ended ?? last) + retentionOf(policy),
);

/** How many people lines of lists, and their silence, may still bring back or take out in one step. */
export interface Room {
  left: number;
}

/** DIR-08: whether a line may bring somebody back in this step; if not, it is put off. */
const hasRoom = view("DIR-08", ({ left }: Room): boolean => left > 0);

/**
 * What a line comes to that names somebody out of service: a hire, an employment in force again, or
 * nothing, with the reason.
 */
export function absorbReturn(
  tx: Deciding,
  policy: Policy,
  organization: OrganizationId,
  known: EmploymentRecord,
  line: Line,
  at: number,
  room: Room,
): PassedOverReason | "back" | "hire" {
  // A list as of the same moment is not newer than the departure.
  if (at < known.at || at <= (known.times.ended ?? known.at)) return "older-time";
  if (isHire(known, line, at, policy)) return "hire";
  if (!listTakesBack(known, policy)) return "reported-left";
  if (!hasRoom(room)) return "next-step";
  room.left -= 1;
  takeBack(tx, organization, known, line);
  return "back";
}

/** RESIGN-06: the employment is in force again, as the line says it is. */
const takeBack = effect(
  "RESIGN-06",
  (tx: Deciding, organization: OrganizationId, known: EmploymentRecord, line: Line): void => {
    const { person, number, index, departments, probation, fields, source } = line;
    const whose = source === undefined ? {} : { source };
    const said = {
      fields,
      ...(departments === undefined ? {} : { departments }),
      ...(probation === undefined ? {} : { probation }),
      ...whose,
    };
    bringBack(tx, organization, person, "list", said, index);
    const numbered = number === undefined ? {} : { number };
    adoptNumber(tx, known, { organization, person, ...numbered, ...whose }, index);
    setSuspended(tx, organization, line);
  },
);
