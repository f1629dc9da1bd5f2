/** The partners' directories, made up, as the facts that they report. */
import { adminOf, type Firm, HOST, MORNING, PARTNERS } from "./cast.ts";
import { personName, type Random } from "./random.ts";

/** A fact as a line of JSON has it. */
export interface FactLine {
  readonly id: string;
  readonly at: number;
  readonly from: { readonly organization: string } | { readonly platform: true };
  readonly type: string;
  readonly data: { readonly [name: string]: unknown };
}

const parts = ["Management 管理", "Sales 销售", "Production 生产", "Delivery 交付"];

/** What each reports besides its people: its departments, and who its main admin is. */
export const FACTS_BESIDE_PEOPLE = parts.length + 1;

/** Every organization, as the platform reports it. */
export function organizationFacts(): FactLine[] {
  return [HOST, ...PARTNERS].map(({ id, name, certified, edition }) => ({
    id: `registered-${id}`,
    at: MORNING,
    from: { platform: true },
    type: "organization.registered",
    data: { organization: id, name, certified, edition, sso: false },
  }));
}

/** One partner's departments, people and main admin. */
export function partnerFacts(random: Random, { id, people }: Firm): FactLine[] {
  const facts: FactLine[] = [];
  const report = (type: string, data: FactLine["data"]): void => {
    facts.push({
      id: `${id}-${facts.length}`,
      at: MORNING,
      from: { organization: id },
      type,
      data: { organization: id, ...data },
    });
  };
  const departments = parts.map((name, n) => ({ department: `${id}-d${n}`, name }));
  for (const each of departments) report("department.created", { ...each, parent: null });
  const hire = (person: string, name: string, places: readonly string[]): void =>
    report("person.hired", { person, number: 1, departments: places, fields: { name } });
  const admin = adminOf({ id });
  hire(admin, personName(random), [`${id}-d0`]);
  report("admin.changed", { person: admin, number: 1, role: "main", spacePermission: true });
  // He Ying works for the Host and, some days of the week, for one of its suppliers.
  const shared = id === "jiangnan" ? 1 : 0;
  if (shared > 0) hire("he-ying", "He Ying 何颖", [`${id}-d3`]);
  for (let n = 1; n < people - shared; n += 1) {
    const place = random.pick(departments).department;
    hire(`${id}-${String(n).padStart(3, "0")}`, personName(random), [place]);
  }
  return facts;
}
