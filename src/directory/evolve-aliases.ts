/** What is known of a text as an id, and as a key. */
import { updateEntry } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { edit } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import type { Alias, AliasEntry, RenamedSort } from "./model.ts";
import { aliasesOf } from "./select/keys.ts";

/** What can be renamed in an organization. */
export interface Ids {
  readonly organization: OrganizationId;
  readonly sort: RenamedSort;
}

/** Changes what is known of a text as an id and as a key; nothing is kept of one that is just both. */
export function alias(
  tx: Evolving,
  { organization, sort }: Ids,
  id: string,
  change: (alias: Alias) => Alias,
): void {
  const record = edit(tx, "organization", organization);
  const index = record.renamed?.[sort] ?? EMPTY_HASH;
  const where = aliasesOf(organization, sort);
  const after = updateEntry(tx, where, index, id, (entry?: AliasEntry) => {
    const all = change(entry?.[1] ?? {});
    const { key = id, id: called = id, natural = id, holders = [], former = [] } = all;
    const kept: Alias = {
      ...(key === id ? {} : { key }),
      ...(holders.length === 0 ? {} : { holders }),
      ...(called === id ? {} : { id: called }),
      ...(former.length === 0 ? {} : { former }),
      ...(natural === id ? {} : { natural: natural as PersonId }),
    };
    return Object.keys(kept).length === 0 ? null : [id, kept];
  });
  record.renamed = { ...record.renamed, [sort]: after };
}
