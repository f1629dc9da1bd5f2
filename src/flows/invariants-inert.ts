/** What always holds of the notes of settings that name what is gone (DIR-11, DIR-20). */
import type { ListedEntry } from "../apps/model.ts";
import { type AnyBucket, entriesIn, type Width } from "../core/bucket.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { checkedEntries, type Invariant, named, STRUCTURE, strays } from "../core/invariants.ts";
import type { DepartmentOf, Setting } from "../core/notice.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { inertId } from "../directory/select/inert.ts";
import { inertOf } from "../directory/select/keys.ts";
import { unitCovering } from "../licenses/select/holding.ts";
import { officeOfText } from "../roster/select/offices.ts";
import type { All, Check } from "./invariants-found.ts";
import type { FlowsReads } from "./select/flows.ts";
import { definitionKey } from "./select/keys.ts";
import { namedIn } from "./select/naming.ts";

/** An entry of a setting, and whose setting it is. */
interface Entry {
  readonly owner: string;
  readonly setting: Setting;
  readonly of: DepartmentOf;
}

/** The first part of a bucket's name, and the id that its set is under. */
function partsOf(own: string): readonly [word: string, under: string] {
  const slash = own.indexOf("/");
  return [own.slice(0, slash), own.slice(slash + 1)];
}

const departmentOf = (organization: string, department: string): DepartmentOf => ({
  organization: organization as OrganizationId,
  department: department as DepartmentId,
});

/** What the buckets of a kind hold. */
function entriesOf(
  all: All,
  kind: "ruled" | "link-ruled" | "selected" | "listed" | "distribution-listed" | "office",
  width: Width,
): (readonly [owner: string, own: string, entry: readonly [string, ...unknown[]]])[] {
  return all
    .of(kind)
    .flatMap(({ owner, own, record }) =>
      entriesIn(width, record as AnyBucket).map((entry) => [owner, own, entry] as const),
    );
}

function ofScopes(all: All): Entry[] {
  return entriesOf(all, "ruled", "one").flatMap(([space, own, [department]]): Entry[] => {
    const [word, organization] = partsOf(own);
    if (!word.startsWith("d") || all.get("association", space, organization) === null) return [];
    const setting = { kind: "scope", space, organization } as Setting;
    return [{ owner: organization, setting, of: departmentOf(organization, department) }];
  });
}

function ofLinkScopes(all: All): Entry[] {
  return entriesOf(all, "link-ruled", "one").flatMap(([trunk, own, [department]]): Entry[] => {
    const [word, organization] = partsOf(own);
    if (!word.startsWith("d") || all.get("link", trunk, organization) === null) return [];
    const setting = { kind: "link-scope", trunk, organization } as Setting;
    return [{ owner: organization, setting, of: departmentOf(organization, department) }];
  });
}

function ofSights(all: All): Entry[] {
  return all.of("link").flatMap(({ owner, own, record }) => {
    const { hiddenExcept, ownOnlyExcept } = record;
    const setting = { kind: "sight", trunk: owner, organization: own } as Setting;
    return [...hiddenExcept.departments, ...ownOnlyExcept.departments].map(
      (department): Entry => ({ owner, setting, of: departmentOf(owner, department) }),
    );
  });
}

/** What Members see, and whom hiding one does not bind, in Associations that last. */
function ofSightsInSpaces(all: All): Entry[] {
  return (["shown", "excepted"] as const).flatMap((kind) =>
    all.of(kind).flatMap(({ owner: space, own, record }) => {
      const [, organization] = partsOf(own);
      // What is kept of a former Member says nothing until it is given back.
      if (all.get("association", space, organization) === null) return [];
      const owner = all.get("space", space)?.host ?? "";
      const of = kind === "shown" ? "visibility" : "hiding";
      const setting = { kind: of, space, organization } as Setting;
      return record.departments
        .filter(([each, order]) => all.get("association", space, each)?.order === order)
        .map(([each, , department]): Entry => {
          return { owner, setting, of: departmentOf(each, department) };
        });
    }),
  );
}

/** The departments that lists and permissions of Trunks name. */
function ofDistributions(all: All): Entry[] {
  const setting = (trunk: string, app: string, isList: boolean) =>
    ({ kind: isList ? "distribution" : "distribution-permissions", trunk, app }) as Setting;
  const mounted = all.of("distribution").flatMap(({ owner, own, record }) => {
    const { permissions = [] } = all.get("distribution-permission", owner, own) ?? {};
    return [record, ...permissions.map((each) => each.for)].flatMap((audience, i) =>
      (audience?.mounts ?? []).map(
        ([department]): Entry => ({
          ...{ owner, setting: setting(owner, own, i === 0) },
          of: departmentOf(owner, department),
        }),
      ),
    );
  });
  const listed = entriesOf(all, "distribution-listed", "one").flatMap(([owner, own, entry]) => {
    const [department, of] = entry as ListedEntry;
    const [word, app] = partsOf(own);
    const [, permission, sort] = /^(\d*)([dp])\./u.exec(word) ?? [];
    if (sort !== "d") return [];
    const isBelow = (each: string, order: number): boolean =>
      all
        .get("lineage", each)
        ?.above.some(([upper, , , , , ticket]) => upper === owner && 2 * ticket + 1 === order) ===
      true;
    return of
      .filter(([each, order]) => isBelow(each, order))
      .map(
        ([each]): Entry => ({
          ...{ owner, setting: setting(owner, app, permission === "") },
          of: departmentOf(each, department),
        }),
      );
  });
  return [...mounted, ...listed];
}

function ofOffices(all: All): Entry[] {
  return entriesOf(all, "office", "several").flatMap(([trunk, own, [place]]): Entry[] => {
    const [, organization] = partsOf(own);
    const { role, node } = officeOfText(`${trunk} ${organization} ${place}`);
    const setting = { kind: "liaison", trunk, role } as Setting;
    if (node.department === null) return [];
    return [{ owner: trunk, setting, of: departmentOf(organization, node.department) }];
  });
}

function ofAutomatic(all: All): Entry[] {
  return entriesOf(all, "selected", "bare").flatMap(([host, own, [department]]): Entry[] => {
    const [word, organization] = partsOf(own);
    const pool = all.get("pool", host);
    if (pool?.hierarchy !== undefined && pool.hierarchy.number === Number.parseInt(word, 10)) {
      const setting = { kind: "seats", trunk: host, organization } as Setting;
      return [{ owner: host, setting, of: departmentOf(organization, department) }];
    }
    const unit = pool?.units.find(({ number }) => number === Number.parseInt(word, 10));
    if (pool === null || unit === undefined) return [];
    const { space } = unit;
    if (unitCovering(pool, space, organization as OrganizationId) !== unit) return [];
    if (all.get("association", space, organization) === null) return [];
    const setting = { kind: "automatic", space, organization } as Setting;
    return [{ owner: host, setting, of: departmentOf(organization, department) }];
  });
}

function ofAudiences(all: All): Entry[] {
  return entriesOf(all, "listed", "one").flatMap(([space, own, entry]) => {
    const [department, of] = entry as ListedEntry;
    const [word, app] = partsOf(own);
    const [, permission, sort] = /^(\d*)([dp])\./u.exec(word) ?? [];
    if (sort !== "d") return [];
    const kind = permission === "" ? "list" : "permissions";
    const setting = { kind, space, app } as Setting;
    const owner = all.get("space", space)?.host ?? "";
    return of
      .filter(([each, order]) => all.get("association", space, each)?.order === order)
      .map(([each]): Entry => ({ owner, setting, of: departmentOf(each, department) }));
  });
}

function ofFlows(all: All): Entry[] {
  return all.of("flow").flatMap(({ owner: app, own: flow, record }) => {
    const owner = all.get("app", app)?.owner;
    const definition = all.get(...definitionKey(app as never, flow as never, record.version));
    if (owner?.kind !== "organization" || definition === null) return [];
    const setting = { kind: "flow", app, flow } as Setting;
    return namedIn(definition).map((of): Entry => ({ owner: owner.organization, setting, of }));
  });
}

/** Whatever of a setting names what is gone is noted with whose setting it is. */
const noted: Check = (all, say) => {
  const notes = new Map<string, ReadonlySet<string>>();
  for (const { owner, record } of all.of("directory")) {
    const found = checkedEntries(
      (bucket) => all.get("inert", owner, bucket),
      inertOf(owner as OrganizationId),
      record.inert ?? EMPTY_HASH,
      (what) => say(`inert entries of ${named(owner)}: ${what}`),
    );
    notes.set(owner, new Set(found.map(([id]) => id)));
  }
  for (const { owner, setting, of } of [
    ...ofScopes(all),
    ...ofLinkScopes(all),
    ...ofSights(all),
    ...ofSightsInSpaces(all),
    ...ofDistributions(all),
    ...ofOffices(all),
    ...ofAutomatic(all),
    ...ofAudiences(all),
    ...ofFlows(all),
  ]) {
    if (all.get("department", of.organization, of.department)?.removed !== true) continue;
    const id = inertId(setting, of);
    if (notes.get(owner)?.has(id) !== true) say(`${named(owner, id)} is inert, and not noted`);
  }
};

/** No bucket is left behind. */
const reachable: Check = (all, say) => {
  const bucketsOf = (owner: string): number => all.get("directory", owner)?.inert?.buckets ?? 0;
  const belongs = ({ owner, own }: { readonly owner: string; readonly own: string }): boolean =>
    Number.parseInt(own, 10) < bucketsOf(owner);
  strays(all.of("inert"), "inert", belongs, say);
};

/** The invariants of what is noted as inert. */
export const inertInvariants: readonly Invariant<FlowsReads>[] = [
  { rules: ["DIR-11"], check: noted },
  { rules: [STRUCTURE], check: reachable },
];
