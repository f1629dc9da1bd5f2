/** Whether what was made of an operation is what inputs may say. */
import type { DirectoryChange } from "../../directory/model.ts";
import { personFields } from "../../schema/directory.ts";
import { anyId } from "../../schema/ids.ts";
import { nameText } from "../../schema/texts.ts";
import { readAs } from "../work.ts";
import type { Translation } from "./kept.ts";

/** Where a text of a person or department comes from, for whoever has to mend it. */
const FROM: { readonly [field: string]: readonly string[] } = {
  name: ["body", "displayName"],
  title: ["body", "title"],
  email: ["body", "emails"],
  phone: ["body", "phoneNumbers"],
};

/** Notes names that are too long, ids of the caller's own that are none, and the like. */
export function checkMade({ work }: Translation, changes: readonly DirectoryChange[]): void {
  const found = work.problems.length;
  for (const { data } of changes) {
    if ("fields" in data) readAs(work, personFields(), data.fields, ["fields"]);
    if ("name" in data) readAs(work, nameText, data.name, ["fields", "name"]);
    for (const name of ["department", "parent"] as const) {
      const id = name in data ? (data as { readonly [name]?: unknown })[name] : null;
      if (id !== null) readAs(work, anyId, id, ["settings", "groups", "id"]);
    }
    const many = "roles" in data ? data.roles : "departments" in data ? data.departments : [];
    for (const id of many) readAs(work, anyId, id, ["settings", "groups", "id"]);
  }
  for (const [index, { path, problem }] of [...work.problems.entries()].slice(found)) {
    const [head, field = "name"] = path;
    if (head === "fields") work.problems[index] = { path: FROM[field] ?? ["settings"], problem };
  }
}
