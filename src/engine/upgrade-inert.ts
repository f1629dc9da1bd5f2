/** Lists, permissions and flows of version 1 that name removed departments, as version 2 notes them. */
import { type AnyBucket, type Entry, entriesIn, packed } from "../core/bucket.ts";
import { keyText } from "../core/keys.ts";
import type { DepartmentOf, Setting } from "../core/notice.ts";
import { inertId } from "../directory/select/inert.ts";
import type { AnyRecord, Now } from "./upgrade-step.ts";

const WIDTH = "bare";

/** The ids noted with an owner: they all stand in the first bucket and the pages that follow it. */
function noted(owner: string, now: Now): string[] {
  const page = (own: string) => now(keyText(["inert", owner, own])) as AnyBucket | undefined;
  const first = page("0");
  const names = Array.from({ length: first?.more ?? 0 }, (_, i) => `0+${i + 1}`);
  const pages = [first, ...names.map(page)];
  return pages.flatMap((each) =>
    each === undefined ? [] : entriesIn<readonly [string]>(WIDTH, each).map(([id]) => id),
  );
}

/** Notes with whose setting it is those departments of a setting that were removed. */
function note(
  owner: unknown,
  setting: Setting,
  named: readonly DepartmentOf[],
  now: Now,
): readonly AnyRecord[] {
  if (typeof owner !== "string") return [];
  const gone = named.filter(({ organization, department }) => {
    const record = now(keyText(["department", organization, department]));
    return (record as { readonly removed?: boolean } | undefined)?.removed === true;
  });
  if (gone.length === 0) return [];
  const text = keyText(["directory", owner, ""]);
  const directory = now(text);
  const before = noted(owner, now);
  const ids = [...new Set([...before, ...gone.map((each) => inertId(setting, each))])].sort();
  if (directory === undefined || ids.length === before.length) return [];
  const pages = packed(
    WIDTH,
    ids.map((id): Entry => [id]),
  ).map((page, number): AnyRecord => {
    return [keyText(["inert", owner, number === 0 ? "0" : `0+${number}`]), page];
  });
  return [...pages, [text, { ...directory, inert: { buckets: 1, count: ids.length } }]];
}

/** What the departments of an authorized list, or of a permission, come to (a bucket of `listed`). */
export function inertInList(
  [space, own]: readonly [space: string, own: string],
  entries: readonly Entry[],
  now: Now,
): readonly AnyRecord[] {
  const [, permission, app] = /^(\d*)d\.[^/]*\/(.*)$/u.exec(own) ?? [];
  if (app === undefined) return [];
  const kind = permission === "" ? "list" : "permissions";
  const setting = { kind, space, app } as Setting;
  const named = entries.flatMap(([department, of]) =>
    Array.isArray(of)
      ? of.map((each: unknown) => {
          const [organization] = Array.isArray(each) ? each : [];
          return { organization, department } as DepartmentOf;
        })
      : [],
  );
  const { host } = (now(keyText(["space", space, ""])) ?? {}) as { readonly host?: unknown };
  return note(host, setting, named, now);
}

/** What the approvers of a flow come to (a `definition`). */
export function inertInFlow(
  record: unknown,
  [app, own]: readonly [app: string, own: string],
  now: Now,
): readonly AnyRecord[] {
  const flow = own.slice(own.indexOf("/") + 1);
  const setting = { kind: "flow", app, flow } as Setting;
  const { steps } = (record ?? {}) as { readonly steps?: unknown };
  const named = (Array.isArray(steps) ? steps : []).flatMap((step: unknown) => {
    const { approvers } = (step ?? {}) as { readonly approvers?: unknown };
    return (Array.isArray(approvers) ? approvers : []).filter(
      (each: unknown) => (each as { readonly kind?: unknown } | null)?.kind === "department-heads",
    ) as DepartmentOf[];
  });
  const known = now(keyText(["app", app, ""])) as
    | { readonly owner?: { readonly organization?: unknown } }
    | undefined;
  return note(known?.owner?.organization, setting, named, now);
}
