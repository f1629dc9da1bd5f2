/** A resource after a PATCH. */
import { InvalidScimPatchOp, type ScimPatchOperation, scimPatch } from "scim-patch";
import { filter, parse } from "scim2-parse-filter";
import { bad, good, type Read, type ScimType } from "./problems.ts";
import { readMembers, type ScimGroup, type ScimMember, type ScimUser } from "./resources.ts";
import { patchSteps, type Step } from "./steps.ts";
import type { Json } from "./values.ts";

type Members = Map<string, ScimMember>;

/**
 * Members are told apart by whom they name and nothing else: a member with another display name is the
 * same one, and taking out a list of nobody takes out nobody.
 */
function changeMembers(members: Members, step: Step): Read<null> {
  const at = [...step.place, "value"];
  if (step.sub !== null) return bad([...step.place, "path"], "not-a-path", "invalidPath");
  if (step.filter !== null) {
    const matches = filter(parse(step.filter));
    for (const member of [...members.values()]) if (matches(member)) members.delete(member.value);
    if (step.op === "remove") return good(null);
  }
  const whole = step.op === "remove" && step.value === undefined && step.filter === null;
  if (whole || (step.op === "replace" && step.filter === null)) members.clear();
  const named = readMembers(step.value, at);
  if (!named.ok) return named;
  for (const member of named.value) {
    if (step.op === "remove") members.delete(member.value);
    else if (!members.has(member.value)) members.set(member.value, member);
  }
  return good(null);
}

function pathOf({ extension, attribute, filter: condition, sub }: Step): string {
  const head = extension === null ? attribute : `${extension}:${attribute}`;
  return head + (condition === null ? "" : `[${condition}]`) + (sub === null ? "" : `.${sub}`);
}

const SCIM_TYPES: readonly unknown[] = ["invalidSyntax", "invalidPath", "invalidValue", "noTarget"];

/** What the patch library makes of a step; it throws where it cannot. */
function applied(resource: object, step: Step): Read<null> {
  const operation = { op: step.op, path: pathOf(step), value: step.value } as ScimPatchOperation;
  try {
    scimPatch(resource as Parameters<typeof scimPatch>[0], [operation]);
    return good(null);
  } catch (error) {
    // Nothing to take away is no error: it is away.
    if (step.op === "remove" && error instanceof InvalidScimPatchOp) return good(null);
    const code = (error as { readonly scimCode?: unknown }).scimCode;
    const scimType = SCIM_TYPES.includes(code) ? (code as ScimType) : "invalidValue";
    return bad([...step.place], scimType === "noTarget" ? "no-target" : "not-applicable", scimType);
  }
}

/** What a resource is after a PATCH, still to be read as one; nothing of it is shared. */
export function patched(before: ScimUser | ScimGroup, body: unknown): Read<Json> {
  const steps = patchSteps(body);
  if (!steps.ok) return steps;
  const { members: had, ...rest } = before as ScimGroup & Json;
  const members: Members = new Map((had ?? []).map((member) => [member.value, member]));
  const resource = JSON.parse(JSON.stringify(rest)) as object;
  for (const step of steps.value) {
    const inMembers = step.attribute === "members" && step.extension === null;
    const done = inMembers ? changeMembers(members, step) : applied(resource, step);
    if (!done.ok) return done;
  }
  return good({ ...resource, ...(members.size > 0 ? { members: [...members.values()] } : {}) });
}
