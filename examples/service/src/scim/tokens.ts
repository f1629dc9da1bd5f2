/**
 * Which organization a provisioning service speaks for. Each has a token of its own that opens nothing else:
 * what it sends is about its own organization, whatever the body says.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { ScimSettings } from "interorg/connect/scim";
import * as z from "zod";

/** What an organization's provisioning service may say, and what is meant by it. */
export type Tenant = Pick<ScimSettings, "organization"> & {
  readonly inactive: "suspended" | "departed";
  readonly groups: "departments" | "roles";
};

/** Finds the organization that a token belongs to. */
export type Tenants = (token: string) => Tenant | undefined;

const file = z.record(
  z.string().min(1),
  z.strictObject({
    organization: z.string().min(1).max(128),
    inactive: z.enum(["suspended", "departed"]).default("suspended"),
    groups: z.enum(["departments", "roles"]).default("departments"),
  }),
);

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Tenants by token, out of parsed JSON; throws an error that says where it is wrong. */
export function tenantsFrom(json: unknown): Tenants {
  const parsed = file.safeParse(json);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const known = Object.entries(parsed.data).map(([token, tenant]): readonly [Buffer, Tenant] => [
    digest(token),
    tenant,
  ]);
  return (token) => {
    const given = digest(token);
    // All are compared, each in constant time: how long it takes tells nothing about any of them.
    let found: Tenant | undefined;
    for (const [own, tenant] of known) if (timingSafeEqual(own, given)) found = tenant;
    return found;
  };
}
