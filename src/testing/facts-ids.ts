/** Facts of a World in the ids that people and departments have: records name them by their keys. */
import type { OrganizationId } from "../core/ids.ts";
import { beginReading } from "../core/transaction.ts";
import type { RenamedSort } from "../directory/model.ts";
import { idOf } from "../directory/select/aliases.ts";
import type { Records } from "../engine/types.ts";
import type { World } from "../engine/world.ts";

/** Names under which identities stand as pairs, one or several. */
const PAIRS: ReadonlySet<string> = new Set([
  ...["roster", "waiting", "grants", "identity", "starter", "participants", "submitter"],
  ...["submitters", "holder", "holders", "initiator", "who", "behalf"],
  ...["ownCounterparts", "hostCounterparts"],
]);
/** Names under which people and departments stand, one or several. */
const SORTS: { readonly [name: string]: RenamedSort } = {
  person: "people",
  people: "people",
  successor: "people",
  manager: "people",
  standIn: "people",
  department: "departments",
  departments: "departments",
  heads: "departments",
  parent: "departments",
  mount: "departments",
};
/** Names under which departments of a Trunk stand: in its Links, not its Branches', and in its lists. */
const OF_TRUNK: ReadonlySet<string> = new Set([
  ...["mount", "hiddenExcept", "ownOnlyExcept", "list", "permissions"],
]);
/** Names of lists that stand in the order of the ids in them. */
const SORTED: ReadonlySet<string> = new Set([
  ...["people", "departments", "heads", "admins", "rules", "roster", "mounts", "offices", "staff"],
]);

type Say = (organization: unknown, sort: RenamedSort, id: string) => string;

const orderOf = (item: unknown): string => {
  if (Array.isArray(item)) return item.join("\u0000");
  if (typeof item === "string") return item;
  const { organization, person, department, alone } = item as {
    readonly organization?: string;
    readonly person?: string;
    readonly department?: string | null;
    readonly alone?: boolean;
  };
  const id = person ?? department ?? "";
  return [organization ?? "", id, alone === true ? 1 : 0].join("\u0000");
};

const isText = (value: unknown): value is string => typeof value === "string";

function oneIn(say: Say, value: unknown, name: string, home: unknown): unknown {
  const sort = Object.hasOwn(SORTS, name) ? SORTS[name] : undefined;
  if (isText(value)) return sort === undefined ? value : say(home, sort, value);
  if (!Array.isArray(value)) return inNames(say, value, home);
  const [first, second] = value as unknown[];
  if (name === "rules" && isText(second)) {
    const kind = first === "person" ? "people" : "departments";
    return [first, say(home, kind, second), ...value.slice(2)];
  }
  const isPair = value.length === 2 && isText(first) && isText(second);
  if (!isPair || !(PAIRS.has(name) || sort !== undefined)) return value;
  return [first, say(first, sort ?? "people", second)];
}

function inNames(say: Say, value: unknown, home: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { organization, trunk } = value as {
    readonly organization?: OrganizationId;
    readonly trunk?: OrganizationId;
  };
  const fields = Object.entries(value).map(([name, each]) => {
    const own = (OF_TRUNK.has(name) ? trunk : organization) ?? home;
    // Nobody of an industry book has another id, and Members of Spaces are organizations.
    if (name === "members") return [name, each];
    const isPair = PAIRS.has(name) && Array.isArray(each) && isText(each[0]);
    if (!Array.isArray(each) || isPair) return [name, oneIn(say, each, name, own)];
    const all = each.map((item) => oneIn(say, item, name, own));
    if (SORTED.has(name)) all.sort((one, two) => (orderOf(one) < orderOf(two) ? -1 : 1));
    return [name, all];
  });
  return Object.fromEntries(fields);
}

/** Facts in ids. */
export function inIds<Facts extends object>(world: World, facts: Facts): Facts {
  const tx = beginReading<Records>(world.table, true);
  const say: Say = (organization, sort, id) =>
    isText(organization) ? idOf(tx, organization as OrganizationId, sort, id) : id;
  return inNames(say, facts, undefined) as Facts;
}
