/** What usually happens. Every organization gets a main admin, `<name>-admin`. */
import type { Edition } from "../../src/index.ts";
import type { Play, Told } from "./play.ts";

/** How an organization is registered: certified, Exclusive, without single sign-on unless said. */
export interface Standing {
  readonly certified?: boolean;
  readonly edition?: Edition;
  readonly sso?: boolean;
}

/** Registers organizations, each with a main admin. */
export function register(p: Play, organizations: readonly string[], how: Standing = {}): void {
  for (const organization of organizations) {
    const { certified = true, edition = "exclusive", sso = false } = how;
    const name = `The ${organization}`;
    p.fact("organization.registered", { organization, name, certified, edition, sso });
    hire(p, organization, `${organization}-admin`);
    appoint(p, organization, `${organization}-admin`, "main");
  }
}

/** Gives or takes an admin role. */
export function appoint(
  p: Play,
  organization: string,
  person: string,
  role: "main" | "sub" | null,
  spacePermission = false,
): Told {
  return p.fact("admin.changed", { organization, person, number: 1, role, spacePermission });
}

/** Hires somebody. */
export function hire(
  p: Play,
  organization: string,
  person: string,
  departments: readonly string[] = [],
  number = 1,
): Told {
  const fields = { name: `Name of ${person}` };
  return p.fact("person.hired", { organization, person, number, departments, fields });
}

/** Lets somebody resign. */
export function resign(p: Play, organization: string, person: string, number = 1): Told {
  return p.fact("person.resigned", { organization, person, number });
}

/** Moves somebody to other departments. */
export function relocate(
  p: Play,
  organization: string,
  person: string,
  departments: readonly string[],
): Told {
  return p.fact("person.relocated", { organization, person, number: 1, departments });
}

/** Creates departments, each `[department, parent]`. */
export function departments(
  p: Play,
  organization: string,
  tree: readonly (readonly [department: string, parent: string | null])[],
): void {
  for (const [department, parent] of tree) {
    const name = `Dept ${department}`;
    p.fact("department.created", { organization, department, parent, name });
  }
}

/** What a scope is, in plain words. */
export interface PlainScope {
  readonly organization?: string;
  readonly whole?: boolean;
  readonly departments?: readonly string[];
  readonly people?: readonly string[];
  readonly exclude?: {
    readonly departments?: readonly string[];
    readonly people?: readonly string[];
  };
}

/** Creates a Space. */
export function create(p: Play, host: string, space: string, scope?: PlainScope): Told {
  const name = `Space ${space}`;
  return p.command(host, "space.create", {
    space,
    name,
    ...(scope === undefined ? {} : { scope }),
  });
}

/** Issues an invitation called `i-<space>`; the same for everybody. */
export function invite(p: Play, host: string, space: string): string {
  const invitation = `i-${space}`;
  p.command(host, "invitation.issue", { space, invitation, form: "qr" });
  return invitation;
}

/** Applies, as application `<organization>-<space>` unless named otherwise. */
export function applyTo(
  p: Play,
  organization: string,
  space: string,
  scope?: PlainScope,
  application = `${organization}-${space}`,
): Told {
  const wish = scope === undefined ? {} : { scope };
  const invitation = `i-${space}`;
  return p.command(organization, "application.submit", { application, invitation, ...wish });
}

/** Approves an application. */
export function approve(
  p: Play,
  host: string,
  organization: string,
  space: string,
  application = `${organization}-${space}`,
): Told {
  return p.command(host, "application.approve", { space, organization, application });
}

/** Invites, applies and approves. */
export function join(
  p: Play,
  host: string,
  space: string,
  organization: string,
  scope?: PlainScope,
  application = `${organization}-${space}`,
): Told {
  invite(p, host, space);
  applyTo(p, organization, space, scope, application);
  return approve(p, host, organization, space, application);
}
