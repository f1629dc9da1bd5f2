/** Inputs as the races send them: short makers with ids that no two trials share. */
import type { Input, InputOf, InputType } from "../../src/index.ts";

/** The admin of an organization, who is also its first person. */
export const adminOf = (organization: string): string => `${organization}-admin`;

let sent = 0;

/** A new input id. */
export function freshId(): string {
  sent += 1;
  return `i${sent}`;
}

/** A command by an organization's admin. */
export function command(
  organization: string,
  type: InputType,
  data: object,
  id = freshId(),
): Input {
  return {
    id,
    at: 1_000,
    by: { organization, person: adminOf(organization) },
    type,
    data,
  } as never;
}

/** A command by the platform's support staff. */
export function supported(type: InputType, data: object): Input {
  return { id: freshId(), at: 1_000, by: { support: "staff" }, type, data } as never;
}

/** A fact from the platform. */
export function platform(type: InputType, data: object): Input {
  return { id: freshId(), at: 1_000, from: { platform: true }, type, data } as never;
}

/** A fact from an organization about itself. */
export function reported(organization: string, type: InputType, data: object): Input {
  const about = { organization, ...data };
  return { id: freshId(), at: 1_000, from: { organization }, type, data: about } as never;
}

/** A hire. */
export function hire(organization: string, person: string, number = 1): Input {
  const fields = { name: person };
  return reported(organization, "person.hired", { person, number, departments: [], fields });
}

/** A certified organization of the highest edition, with an admin. */
export function organization(name: string): Input[] {
  const data = { organization: name, name, certified: true, edition: "exclusive", sso: false };
  const admin = { person: adminOf(name), number: 1, role: "main", spacePermission: true };
  return [
    platform("organization.registered", data),
    hire(name, adminOf(name)),
    reported(name, "admin.changed", admin),
  ];
}

/** A Space, with an invitation named after it. */
export function space(host: string, name: string, scope?: object): Input[] {
  const data = scope === undefined ? { space: name, name } : { space: name, name, scope };
  return [
    command(host, "space.create", data),
    command(host, "invitation.issue", { space: name, invitation: `to-${name}`, form: "link" }),
  ];
}

/** An organization's application to a Space, named after both. */
export function applies(applicant: string, to: string, scope: object = {}): Input {
  const application = `${applicant}-to-${to}`;
  return command(applicant, "application.submit", { application, invitation: `to-${to}`, scope });
}

/** The Host's review of an application. */
export function review(
  verdict: "approve" | "reject",
  host: string,
  to: string,
  applicant: string,
): InputOf<"application.approve"> {
  const data = { space: to, organization: applicant, application: `${applicant}-to-${to}` };
  return command(host, `application.${verdict}`, data) as InputOf<"application.approve">;
}

/** An application and its approval. */
export function joins(applicant: string, host: string, to: string, scope: object = {}): Input[] {
  return [applies(applicant, to, scope), review("approve", host, to, applicant)];
}

/** So many people of the Host, `p0` and on. */
export const staff = (count: number): Input[] =>
  Array.from({ length: count }, (_, i) => hire("host", `p${i}`));

/** Licenses that the Host buys. */
export const bought = (purchased: number): Input =>
  platform("license.purchased", { organization: "host", purchased });

/** The Host's own unit. */
export const hostUnit = { kind: "host", organization: "host" };

/** Licenses that the Host grants to people of an organization in a unit. */
export const grantedOf =
  (organization: string, unit: object) =>
  (people: readonly string[]): Input =>
    command("host", "license.grant", {
      unit,
      people: people.map((person) => ({ organization, person })),
    });

/** Those that it grants to its own people. */
export const granted = grantedOf("host", hostUnit);
