/** Every refusal code, in order of precedence. */
import { APPS_REFUSALS } from "./apps.ts";
import { DIRECTORY_REFUSALS } from "./directory.ts";
import type { RefusalEntry } from "./entry.ts";
import { FLOWS_REFUSALS } from "./flows.ts";
import { GROUPS_REFUSALS } from "./groups.ts";
import { JOINING_REFUSALS } from "./joining.ts";
import { LICENSES_REFUSALS } from "./licenses.ts";
import { LINKING_REFUSALS } from "./linking.ts";
import { PROTOCOL_REFUSALS } from "./protocol.ts";
import { ROSTER_REFUSALS } from "./roster.ts";
import { SPACES_REFUSALS } from "./spaces.ts";

export { NOTICES } from "./notices.ts";

const entries: { readonly [code: string]: RefusalEntry } = {
  ...PROTOCOL_REFUSALS,
  ...DIRECTORY_REFUSALS,
  ...SPACES_REFUSALS,
  ...JOINING_REFUSALS,
  ...ROSTER_REFUSALS,
  ...LICENSES_REFUSALS,
  ...GROUPS_REFUSALS,
  ...APPS_REFUSALS,
  ...FLOWS_REFUSALS,
  ...LINKING_REFUSALS,
};

type Each = readonly [code: string, entry: RefusalEntry];

/** Puts codes where they say that they stand; one that no chain leads to is a mistake. */
function ranked(): readonly Each[] {
  const all = Object.entries(entries);
  const behind = new Map<string | null, Each>(
    all.flatMap((each) => (each[1].after === undefined ? [] : [[each[1].after, each] as const])),
  );
  const ahead = new Map<string, Each>(
    all.flatMap((each) => (each[1].before === undefined ? [] : [[each[1].before, each] as const])),
  );
  const found: Each[] = [];
  const put = (each: Each): void => {
    const first = ahead.get(each[0]);
    if (first !== undefined) put(first);
    found.push(each);
  };
  for (let each = behind.get(null); each !== undefined; each = behind.get(each[0])) put(each);
  const lost = all.filter(([code]) => !found.some(([known]) => known === code));
  if (lost.length > 0) {
    throw new Error(
      `no place in the order of precedence: ${lost.map(([code]) => code).join(", ")}`,
    );
  }
  return found;
}

/** Code and entry, in order of precedence. */
export const REFUSAL_ENTRIES = ranked();
