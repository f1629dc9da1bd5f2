/** An organization's scope in a Space, or on a Link, as it is. */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { inertAmong } from "../../directory/select/inert.ts";
import type { AssociationRecord, Container, LinkRecord, ScopeRule } from "../../spaces/model.ts";
import { partIn } from "../../spaces/select/container.ts";
import type { RuledEntry } from "../model.ts";
import { ruledDepartments, ruledPeople } from "./keys.ts";
import type { Reading } from "./scope.ts";

/** What an organization has selected and taken out; what names removed departments, apart (DIR-11). */
export function ownScope(tx: Reading, of: Container, organization: OrganizationId, policy: Policy) {
  const part = partIn(tx, of, organization) as AssociationRecord | LinkRecord;
  const departments = ruledDepartments(of, organization);
  const people = ruledPeople(of, organization);
  const ofDepartments = allEntries<RuledEntry>(tx, departments, part.departments);
  const ofPeople = allEntries<RuledEntry>(tx, people, part.people);
  const ids = <Id extends string>(entries: readonly RuledEntry[], wanted: ScopeRule): Id[] =>
    entries.filter(([, rule]) => rule === wanted).map(([id]) => id as Id);
  const selected = ids<DepartmentId>(ofDepartments, "in");
  const excluded = ids<DepartmentId>(ofDepartments, "out");
  const inertIn = (named: readonly DepartmentId[]) =>
    part.inert === true ? inertAmong(tx, policy, organization, named) : [];
  const inert = inertIn(selected);
  const gone = inertIn(excluded).map(({ department }) => department);
  const isInert = new Set(inert.map(({ department }) => department));
  return {
    whole: part.whole,
    departments: selected.filter((each) => !isInert.has(each)),
    people: ids<PersonId>(ofPeople, "in"),
    exclude: {
      departments: excluded.filter((each) => !gone.includes(each)),
      people: ids<PersonId>(ofPeople, "out"),
    },
    inert: { departments: inert, exclude: { departments: gone } },
  };
}
