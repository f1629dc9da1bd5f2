/** Questions about a directory (DIR-20). */
import { departmentsAsked } from "./directory-departments.ts";
import { departuresKept } from "./directory-departures.ts";
import { inertEntries } from "./directory-inert.ts";
import { listsWaiting } from "./directory-lists.ts";
import { peopleAsked } from "./directory-people.ts";
import { personAsked } from "./directory-person.ts";
import { sourcesAsked } from "./directory-sources.ts";

/** A function for every question about a directory. */
export const directoryQueries = {
  "directory.person": personAsked,
  "directory.people": peopleAsked,
  "directory.departments": departmentsAsked,
  "directory.lists": listsWaiting,
  "directory.departures": departuresKept,
  "directory.inert": inertEntries,
  "directory.sources": sourcesAsked,
};
