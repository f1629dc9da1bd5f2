/** Keeps SCIM resources as a service would, and a World that the inputs go to. */
import type { Answer } from "../../src/connect/result.ts";
import {
  type ScimConnected,
  type ScimGroup,
  type ScimNeed,
  type ScimOperation,
  type ScimSettings,
  type ScimUser,
  scim,
} from "../../src/connect/scim/index.ts";
import { apply, defaultPolicy, emptyWorld, type Input, type World } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { fact } from "../../src/testing/index.ts";

type Resource = ScimUser | ScimGroup;
type Inputs = Extract<ScimConnected, { kind: "inputs" }>;

/** What is kept of one organization. */
export class ScimDirectory {
  readonly kept = new Map<string, Resource>();
  /** Every need that an operation had. */
  readonly needed: string[] = [];
  world: World;
  private at = 1_000;
  private version = 0;

  readonly settings: ScimSettings;

  constructor(settings: ScimSettings = { organization: "acme" }) {
    this.settings = settings;
    const about = { organization: "acme", name: "Acme", certified: true } as const;
    const registered = fact("organization.registered", {
      ...{ ...about, edition: "free", sso: false },
    });
    this.world = emptyWorld;
    this.take({ ...registered, id: "registered", at: 1 } as Input);
  }

  private take(input: Input): string {
    const { world, outcome } = apply(this.world, input, defaultPolicy);
    this.world = world;
    return "refusal" in outcome ? outcome.refusal.code : "accepted";
  }

  private answer({ kind, id }: { readonly kind: ScimNeed; readonly id: string }): Answer {
    const to = { kind, id };
    if (kind === "user") return { to, body: this.kept.get(`users/${id}`) ?? null };
    if (kind === "group") return { to, body: this.kept.get(`groups/${id}`) ?? null };
    const groups = [...this.kept].filter(([key]) => key.startsWith("groups/"));
    const member = (group: Resource) =>
      "members" in group && group.members?.some(({ value }) => value === id);
    const body = groups.flatMap(([, group]) =>
      member(group) ? [{ ...group, members: undefined }] : [],
    );
    return { to, body };
  }

  /** Translates, looking up what is needed; nothing is kept. */
  translate(operation: ScimOperation): ScimConnected {
    const answers: Answer[] = [];
    for (let round = 0; ; round += 1) {
      const result = scim(operation, this.settings, JSON.parse(JSON.stringify(answers)));
      if (result.kind !== "needs") return result;
      if (round === 8) throw new Error("asks for ever");
      for (const need of result.needs) {
        this.needed.push(`${need.kind} ${need.id}`);
        answers.push(this.answer(need));
      }
    }
  }

  /** Translates, settles and keeps; what is refused or malformed is thrown. */
  send(method: string, path: string, body?: unknown, id?: string): readonly Input[] {
    this.at += 1_000;
    this.version += 1;
    const operation = { method, path, body, at: this.at, version: this.version };
    const result = this.translate({ ...operation, ...(id === undefined ? {} : { id }) });
    if (result.kind !== "inputs") throw new Error(JSON.stringify(result));
    this.settle(result, path, id);
    return result.inputs;
  }

  private settle(result: Inputs, path: string, id: string | undefined): void {
    for (const input of result.inputs) {
      const parsed = parseInput(JSON.parse(JSON.stringify(input)));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const outcome = this.take(parsed.value);
      if (outcome !== "accepted") throw new Error(`${input.type}: ${outcome}`);
    }
    const [, type = "", own = id ?? ""] = path.split("/");
    const key = `${type.toLowerCase()}/${own}`;
    if (result.resource === null) this.kept.delete(key);
    else this.kept.set(key, result.resource);
  }

  /** What became of an operation, in short: each change with what it says. */
  said(method: string, path: string, body?: unknown, id?: string): unknown[] {
    return this.send(method, path, body, id).flatMap((input) => {
      const changes =
        input.type === "directory.changed"
          ? input.data.changes
          : [{ type: input.type, data: input.data }];
      return changes.map(({ type, data }) => {
        const { organization: _, ...rest } = data as { organization?: string };
        return [type, rest];
      });
    });
  }
}

/** A PATCH of so many operations. */
export const patch = (...Operations: object[]) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations,
});
