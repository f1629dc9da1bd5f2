/** The first load: organizations, the Host's directory as a full list, the partners' as facts. */
import { join } from "node:path";
import { type Input, reconciliationPage } from "interorg";
import { BATCH_MAX } from "interorg/host";
import { parseFact } from "interorg/schema";
import { HOST, MORNING, PARTNERS } from "./cast.ts";
import { FILES } from "./data.ts";
import * as ids from "./ids.ts";
import { type BadLine, inBatches, readFacts, readLines } from "./input.ts";
import * as out from "./output.ts";
import { FACTS_BESIDE_PEOPLE } from "./partner-data.ts";
import { linYue, maLi } from "./people.ts";
import type { Teller } from "./teller.ts";

/** Pages of the Host's list: a power of two, so that no page has more than 2 000 people. */
const PAGES = 8;

/** The parts of the Host's list. */
const PARTS = { departments: 1, people: PAGES };

/** A part of the Host's list, which may be as large as it likes, checked like any other fact. */
function listed(id: string, part: unknown): Input {
  const parsed = parseFact({
    id,
    at: MORNING,
    from: { organization: HOST.id },
    type: "directory.reconciled",
    data: { organization: HOST.id, list: "first", of: PARTS, part },
  });
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

async function rowsOf(path: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const { value } of readLines(path)) rows.push(value);
  return rows;
}

/** The Host's full list: all departments, then the people, page by page. */
async function loadHost(teller: Teller, folder: string): Promise<void> {
  const departments = await rowsOf(join(folder, FILES.departments));
  const all = { kind: "departments", page: 0, pages: 1, departments };
  await teller.accepted(listed("list-departments", all));
  const pages = Array.from({ length: PAGES }, (): unknown[] => []);
  for (const row of await rowsOf(join(folder, FILES.people))) {
    const { person } = row as { readonly person: string };
    pages[reconciliationPage(ids.person(person), PAGES)]?.push(row);
  }
  const bar = out.progress("people of the Host", HOST.people);
  try {
    for (const [page, people] of pages.entries()) {
      const part = { kind: "people", page, pages: PAGES, people };
      await teller.accepted(listed(`list-people-${page}`, part));
      bar.advance(people.length);
    }
  } finally {
    bar.stop();
  }
  out.done(
    `The Host reports its full list: ${out.count(HOST.people)} people on ${PAGES} pages, ` +
      `${out.counted(departments.length, "department")}.`,
  );
}

async function loadFacts(
  teller: Teller,
  what: string,
  path: string,
  total: number,
): Promise<number> {
  const bad: BadLine[] = [];
  const bar = out.progress(what, total);
  let facts = 0;
  try {
    for await (const batch of inBatches(readFacts(path, bad), BATCH_MAX)) {
      const { results } = await teller.batch(batch);
      for (const { kind } of results) teller.check(path, kind, "accepted");
      facts += batch.length;
      bar.advance(batch.length);
    }
  } finally {
    bar.stop();
  }
  teller.check(`bad lines of ${path}`, bad, []);
  return facts;
}

/** The Host's admins: a main admin, and a sub-admin with the Space permission. */
async function nameAdmins(teller: Teller): Promise<void> {
  for (const [{ organization, person }, role] of [
    [linYue, "main"],
    [maLi, "sub"],
  ] as const) {
    const { events } = await teller.accepted({
      ...teller.from({ organization }),
      type: "admin.changed",
      data: { organization, person, number: 1, role, spacePermission: true },
    });
    teller.check("an admin is named", events.length, 1);
  }
}

/** Loads everything that was there before the story begins. */
export async function load(teller: Teller, folder: string): Promise<void> {
  out.heading("Directories are loaded");
  await loadFacts(teller, "organizations", join(folder, FILES.organizations), PARTNERS.length + 1);
  await loadHost(teller, folder);
  const people = PARTNERS.reduce((sum, firm) => sum + firm.people, 0);
  const total = people + PARTNERS.length * FACTS_BESIDE_PEOPLE;
  const facts = await loadFacts(
    teller,
    "facts of the partners",
    join(folder, FILES.partners),
    total,
  );
  teller.check("facts of the partners", facts, total);
  out.done(
    `${PARTNERS.length} partners report ${out.count(people)} people ` +
      `in ${out.count(facts)} single facts, up to ${BATCH_MAX} to a commit.`,
  );
  await nameAdmins(teller);
}
