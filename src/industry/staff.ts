/** Employees in charge of nodes of an industry book: it is said of an employment, and ends with it. */
import type { NodeId, OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { passOver } from "../core/passed-over.ts";
import { isToRecord } from "../core/recording.ts";
import { effect, view } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isKeptStill } from "../directory/select/kept.ts";
import { employmentKnown, hireReported, whyOver } from "../directory/select/meant.ts";
import { about, type Deciding, type StaffSaid, sameSet } from "./facts.ts";
import type { InBook, IndustryEvents, IndustryFacts } from "./model.ts";
import { nodesLedBy, type Reading } from "./select/book.ts";

type Returned = EventOf<DirectoryEvents, "person.reinstated">;

/** INDUSTRY-01: an employee leads these nodes from now on. */
const lead = effect("INDUSTRY-01", (tx: Deciding, said: StaffSaid, number: number): void => {
  const { organization, person, kind, nodes, revision } = said;
  emit(tx, "industry.changed", {
    ...{ organization, person, kind, number, nodes },
    ...(revision === undefined ? {} : { revision }),
  });
});

/** INDUSTRY-01: an employee leads no node any more. */
const cease = effect(
  "INDUSTRY-01",
  (tx: Deciding, ceased: IndustryEvents["industry.left"]): void => {
    emit(tx, "industry.left", ceased);
  },
);

/** What a fact says an employee leads, under the employment that it is about. */
export function changeStaff(tx: Deciding, said: StaffSaid, at: number) {
  const { organization, person, nodes } = said;
  const refusal = employmentKnown(tx, said) ?? hireReported(tx, said, at);
  if (refusal !== null) return refusal;
  const why = whyOver(tx, said, at);
  if (why !== null) {
    passOver(tx, why, about(said));
    return null;
  }
  const { number } = must(tx, "employment", organization, person);
  const staff = read(tx, "industry-staff", organization, person);
  const known = staff?.number === number ? staff : null;
  const isSo = sameSet(known?.nodes ?? [], nodes);
  if (isToRecord(tx, said, known?.revision, isSo)) lead(tx, said, number);
  return null;
}

/** An employee leads no node any more, unless that is so. */
export function endStaff(tx: Deciding, said: IndustryFacts["industry.left"], at: number) {
  const { organization, person } = said;
  const refusal = employmentKnown(tx, said) ?? hireReported(tx, said, at);
  if (refusal !== null) return refusal;
  const { number } = must(tx, "employment", organization, person);
  const why = whyOver(tx, said, at);
  const leads = nodesLedBy(tx, said).length > 0;
  if (why !== null || !leads) passOver(tx, why ?? "already-so", about(said));
  else cease(tx, { organization, person, kind: "staff", number });
  return null;
}

const isOf = (one: InBook, other: InBook): boolean =>
  one.organization === other.organization && one.person === other.person;

/** RESIGN-07: whether nobody has been set to lead a node since a departure was kept. */
const isVacantSince = view(
  "RESIGN-07",
  (tx: Reading, organization: OrganizationId, node: NodeId, departure: number): boolean =>
    (read(tx, "industry-node", organization, node)?.departures ?? 0) <= departure,
);

/** RESIGN-07: whoever is back leads what they led, as long as that is kept, but for what others were set to since. */
export const resumeStaff = effect("RESIGN-07", (tx: Deciding, { seq, data }: Returned): void => {
  const { organization, person, number } = data;
  const staff = read(tx, "industry-staff", organization, person);
  if (staff === null || staff.number !== number) return;
  const leaves = tx.events.some(
    (each) =>
      each.type === "person.resigned" &&
      each.seq < seq &&
      isOf(each.data as Returned["data"], data),
  );
  // A departure and its reinstatement in one input is nothing (DIR-13).
  if (leaves) return;
  const kept = read(tx, "employment", organization, person)?.kept;
  const isStill = kept !== undefined && isKeptStill(kept.until, tx.at);
  const nodes = isStill
    ? staff.nodes.filter((node) => isVacantSince(tx, organization, node, kept.ticket))
    : [];
  if (nodes.length === staff.nodes.length) return;
  emit(tx, "industry.changed", { organization, person, kind: "staff", number, nodes });
});
