/** A row as those see it who may, with who submitted it and whose it is (DATA-02, INDUSTRY-04). */
import { shown } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { calledAt } from "./former-ids.ts";
import type { Look } from "./shared-fields.ts";
import type { World } from "./state.ts";
import type { Row } from "./state-areas.ts";
import { asMember, isMember } from "./vocabulary-industry.ts";
import { formerly } from "./vocabulary-renames.ts";

/** The row, as an item of an answer: shown as where it was submitted, else as where it is looked at (VIS-09). */
export function rowShown(world: World, { viewer, shelf }: Look, row: Row) {
  const { owner, space, trunk } = row;
  const own = trunk === undefined ? shelf : { trunk };
  const look = { viewer, shelf: space === null ? own : { space } };
  // Nobody of an industry book is renamed.
  const then = isMember(row) ? row.person : calledAt(world.state, row, row.at);
  return {
    row: row.row,
    space: row.space,
    submitter: { ...shown(world, look, row), ...formerly(then, row.person), ...asMember(row) },
    ...(owner === undefined ? {} : { owner: owner.person }),
    labels: sorted(row.labels),
    at: row.at,
  };
}
