/** People and departments that get another id: whoever or whatever has it is the same as before. */
import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { isToRecord } from "../core/recording.ts";
import { effect, view } from "../core/rule.ts";
import { emit, notify, read } from "../core/transaction.ts";
import { recountAlone } from "./counting.ts";
import { aboutDepartment } from "./departments.ts";
import { type Deciding, ofLiving, unsourced } from "./facts.ts";
import type { DirectoryEvents, DirectoryFact, RenamedSort } from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import { aliasOf, idOf, isRepeated, isTaken } from "./select/aliases.ts";
import type { Reading } from "./select/organizations.ts";
import { emitRename, idSaid } from "./translating.ts";

type FactOf<Type extends DirectoryFact["type"]> = OfType<DirectoryFact, Type>;

/** DIR-15: a rename that names a former id, or is older than the latest one, comes too late. */
const isLate = view(
  "DIR-15",
  (
    tx: Reading,
    organization: OrganizationId,
    sort: RenamedSort,
    key: string,
    at: number,
  ): boolean => {
    const { former = [], id = key } = aliasOf(tx, organization, sort, key);
    return idSaid(tx, organization, sort, key) !== id || former.some(([, until]) => at < until);
  },
);

/** Whether a rename names nobody by now, and says what is so; a source that repeats itself need not send it again. */
function isSaidAgain(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  key: string,
  to: string,
): boolean {
  const kind = sort === "people" ? "employment" : "department";
  if (read(tx, kind, organization, key) !== null) return false;
  return isRepeated(tx, organization, sort, idSaid(tx, organization, sort, key), to);
}

const passAgain = (tx: Deciding, fact: FactOf<"person.renamed" | "department.renamed-id">) =>
  ofLiving<never>(tx, fact, () => {
    passOver(tx, "already-so", fact.data);
    return null;
  });

/** A fact that somebody has another id (DIR-14). */
export function renamePerson(tx: Deciding, fact: FactOf<"person.renamed">) {
  const { data, at } = fact;
  const { organization, person, to } = data;
  if (isSaidAgain(tx, organization, "people", person, to)) return passAgain(tx, fact);
  return aboutEmployment(tx, fact, (employment) => {
    if (idOf(tx, organization, "people", person) === to) return;
    if (isLate(tx, organization, "people", person, at)) passOver(tx, "older-time", data);
    else if (isTaken(tx, organization, "people", to, person))
      flagPerson(tx, under(data, employment));
    else renameEmployed(tx, under(data, employment));
  });
}

/** DIR-14: from now on the employment goes by another id, and everything bound to it with it. */
const renameEmployed = effect(
  "DIR-14",
  (tx: Deciding, wish: DirectoryEvents["person.renamed"]): void => {
    emitRename(tx, "person.renamed", wish);
    recountAlone(tx, wish);
  },
);

/** DIR-14, AMB-118: the id is or was somebody else's, who would be mixed up with whoever is renamed. */
const flagPerson = effect(
  "DIR-14",
  (tx: Deciding, wish: Omit<DirectoryEvents["person.flagged"], "reason">): void => {
    const { organization, person } = wish;
    const reason = "id-in-use";
    passOver(tx, reason, wish);
    emit(tx, "person.flagged", { ...wish, reason });
    notify(tx, {
      kind: "PERSON_FLAGGED",
      to: [{ kind: "authorized-admins", organization }],
      data: { organization, person, reason },
    });
  },
);

/** A fact that a department has another id (DIR-16); a revision says more than any time. */
export function renameDepartmentId(tx: Deciding, fact: FactOf<"department.renamed-id">) {
  const { data, at } = fact;
  const { organization, department, to, revision } = data;
  if (isSaidAgain(tx, organization, "departments", department, to)) return passAgain(tx, fact);
  return aboutDepartment(tx, fact, null, ({ revisions }, tells) => {
    const same = idOf(tx, organization, "departments", department) === to;
    if (tells && same && revision === undefined) return;
    if (!isToRecord(tx, data, revisions.id, same)) return;
    if (revision === undefined && isLate(tx, organization, "departments", department, at)) {
      passOver(tx, "older-time", data);
      return;
    }
    const wish = unsourced(data);
    if (isTaken(tx, organization, "departments", to, department)) flagDepartment(tx, wish);
    else changeId(tx, wish);
  });
}

/** DIR-16: from now on the department goes by another id; nobody moves. */
const changeId = effect(
  "DIR-16",
  (tx: Deciding, wish: DirectoryEvents["department.id-changed"]): void => {
    emitRename(tx, "department.id-changed", wish);
  },
);

/** DIR-16: another department has or had the id. */
const flagDepartment = effect(
  "DIR-16",
  (tx: Deciding, wish: DirectoryEvents["department.id-changed"]): void => {
    const { organization, department } = wish;
    const reason = "id-in-use";
    passOver(tx, reason, wish);
    emit(tx, "department.flagged", { ...wish, reason });
    notify(tx, {
      kind: "DEPARTMENT_FLAGGED",
      to: [{ kind: "authorized-admins", organization }],
      data: { organization, department, reason },
    });
  },
);
