/**
 * The membership module of a partner portal: companies apply to join hubs, staff get seats as their
 * company selects them, seats are limited, whoever finds none queues. It knows nothing of interorg, and
 * is written as many such modules are: classes, maps, state that is changed in place, exceptions.
 */
import { Company, type Employee, type Hiring, Hub, type Selection, sends } from "./records.ts";

/** Bugs that can be planted, one at a time. */
export const BUGS = {
  "rejoin-skips-cap": "a company that comes back gets its seats without a look at the limit",
  "leaves-one-hub": "somebody who resigns loses the seat in one hub only",
  "joins-counted-early": "the limit of joins is looked at on application, not on approval",
  "last-come-first": "a seat that becomes free goes to whoever queued last",
  "seat-per-contract": "a person with two employers takes two seats",
} as const;

export type Bug = keyof typeof BUGS;

export interface Limits {
  readonly seats: number;
  readonly joins: number;
  readonly companies: number;
}

export interface Application {
  readonly hub: string;
  readonly company: string;
  readonly selection: Selection;
  /** The contracts that the people selected had on application. */
  readonly contracts: ReadonlyMap<string, number | null>;
  status: "pending" | "approved" | "rejected" | "withdrawn";
}

export class Refused extends Error {}

function must(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Refused(why);
}

export class Portal {
  readonly hubs = new Map<string, Hub>();
  readonly applications = new Map<string, Application>();
  readonly #companies = new Map<string, Company>();
  readonly #links = new Map<string, string>();
  readonly #limits: Limits;
  readonly #bug: Bug | null;

  constructor(limits: Limits, bug: Bug | null = null) {
    this.#limits = limits;
    this.#bug = bug;
  }

  register(company: string): void {
    this.#companies.set(company, new Company(company));
  }

  addTeam(company: string, team: string): void {
    this.#company(company).teams.add(team);
  }

  makeAdmin(company: string, person: string): void {
    this.#company(company).admins.add(person);
  }

  openHub(by: Company, id: string, selection: Selection): void {
    must(!this.hubs.has(id), "the name is taken");
    this.hubs.set(id, new Hub(id, by, this.#bug !== "seat-per-contract"));
    this.select(by, id, () => selection);
  }

  openLink(by: Company, hub: string, link: string): void {
    this.#links.set(link, this.#ownHub(by, hub).id);
  }

  apply(by: Company, id: string, link: string, selection: Selection): void {
    const hub = this.hubs.get(this.#links.get(link) ?? "");
    must(hub !== undefined, "no such link");
    must(!hub.members.has(by.id), "in the hub already");
    const pending = [...this.applications.values()].some(
      (each) => each.hub === hub.id && each.company === by.id && each.status === "pending",
    );
    must(!pending && !this.applications.has(id), "applied already");
    must(by.knows(selection), "strangers are selected");
    must(this.#joins(by) < this.#limits.joins, "in too many hubs");
    const contracts = new Map(
      [...selection.people.keys()].map((person) => [person, by.contractOf(person)]),
    );
    const about = { hub: hub.id, company: by.id, selection, contracts };
    this.applications.set(id, { ...about, status: "pending" });
  }

  withdraw(by: Company, hub: string, id: string): void {
    this.#pending(id, hub, by.id).status = "withdrawn";
  }

  reject(by: Company, hub: string, company: string, id: string): void {
    this.#ownHub(by, hub);
    this.#pending(id, hub, company).status = "rejected";
  }

  approve(by: Company, hubId: string, companyId: string, id: string): void {
    const hub = this.#ownHub(by, hubId);
    const company = this.#company(companyId);
    const application = this.#pending(id, hubId, companyId);
    const counted = this.#bug === "joins-counted-early";
    must(counted || this.#joins(company) < this.#limits.joins, "in too many hubs");
    must(hub.members.size - 1 < this.#limits.companies, "enough companies");
    const selection = company.stillThere(application.selection, application.contracts);
    const back = this.#bug === "rejoin-skips-cap" && hub.former.has(companyId);
    must(back || this.#fits(hub, company, selection), "not enough seats");
    application.status = "approved";
    hub.members.set(companyId, selection);
    hub.send(companyId, company.sent(selection));
    this.#promote(hub);
  }

  /** Puts a company out of a hub; its staff go with it. */
  expel(by: Company, hubId: string, company: string): void {
    const hub = this.#ownHub(by, hubId);
    must(company !== by.id && hub.members.delete(company), "not in the hub");
    hub.former.add(company);
    hub.send(company, []);
    this.#promote(hub);
  }

  /** Changes whom a company sends to a hub: all who come in find seats, or nothing changes. */
  select(by: Company, hubId: string, change: (now: Selection) => Selection): void {
    const hub = this.#hub(hubId);
    const now = hub.members.get(by.id);
    must(now !== undefined, "not in the hub");
    const next = change(now);
    must(by.knows(next), "strangers are selected");
    must(this.#fits(hub, by, next), "not enough seats");
    hub.members.set(by.id, next);
    hub.send(by.id, by.sent(next));
    this.#promote(hub);
  }

  /** Without a contract's number it is the next one, of whoever is not employed yet. */
  hire(companyId: string, { person, teams, contract }: Hiring): void {
    const company = this.#company(companyId);
    const before = company.employees.get(person);
    const last = before?.contract ?? 0;
    if (contract === undefined && before?.active) return;
    if (before !== undefined && contract !== undefined && contract <= last) return;
    if (before?.active) this.#release(company, before);
    const hired = company.hire({ person, teams, contract: contract ?? last + 1 });
    for (const hub of this.hubs.values()) {
      const selection = hub.members.get(companyId);
      if (selection !== undefined && sends(selection, hired)) this.#admit(hub, company, hired);
      this.#promote(hub);
    }
  }

  /** Without a contract's number it is the present one that ends. */
  resign(companyId: string, person: string, contract?: number): void {
    const company = this.#company(companyId);
    const employee = company.employees.get(person);
    must(employee !== undefined, "nobody we know");
    const named = contract ?? employee.contract;
    must(named <= employee.contract, "nobody we know");
    if (!employee.active || named < employee.contract) return;
    this.#release(company, employee);
    for (const hub of this.hubs.values()) this.#promote(hub);
  }

  /** The company that somebody acts for, as one of its admins. */
  actingFor(company: string, person: string): Company {
    const found = this.#company(company);
    must(found.admins.has(person), "no admin of that company");
    return found;
  }

  #release(company: Company, employee: Employee): void {
    company.dismiss(employee);
    const hubs = [...this.hubs.values()].filter(({ members }) => members.has(company.id));
    const left = this.#bug === "leaves-one-hub" ? hubs.slice(0, 1) : hubs;
    for (const hub of left) hub.drop(company.id, employee.person);
    for (const hub of hubs) hub.members.get(company.id)?.people.delete(employee.person);
  }

  /** Somebody new takes a seat if one is free and nobody queues, and queues otherwise. */
  #admit(hub: Hub, company: Company, { person }: Employee): void {
    const free = hub.queue.length === 0 && hub.taken() < this.#limits.seats;
    const list = free || hub.isSeated(person) ? hub.seats : hub.queue;
    list.push({ company: company.id, person });
  }

  /** Whether all who would come in find seats; people in the queue are not among them. */
  #fits(hub: Hub, company: Company, selection: Selection): boolean {
    const people = company.sent(selection);
    const staying = hub.staying(company.id, people);
    const after = hub.taken([...staying, ...hub.newcomers(company.id, people)]);
    return after === hub.taken(staying) || after <= this.#limits.seats;
  }

  /** Free seats go to the queue in turn; whoever is seated for another company needs none. */
  #promote(hub: Hub): void {
    for (;;) {
      const seated = hub.queue.find(({ person }) => hub.isSeated(person));
      const turn = this.#bug === "last-come-first" ? hub.queue.at(-1) : hub.queue[0];
      const next = seated ?? (hub.taken() < this.#limits.seats ? turn : undefined);
      if (next === undefined) return;
      hub.queue = hub.queue.filter((each) => each !== next);
      hub.seats.push(next);
    }
  }

  #joins({ id }: Company): number {
    return [...this.hubs.values()].filter((hub) => hub.owner.id !== id && hub.members.has(id))
      .length;
  }

  #pending(id: string, hub: string, company: string): Application {
    const found = this.applications.get(id);
    const own = found !== undefined && found.hub === hub && found.company === company;
    must(own && found.status === "pending", "nothing to review");
    return found;
  }

  #ownHub(by: Company, id: string): Hub {
    const hub = this.#hub(id);
    must(hub.owner === by, "another company's hub");
    return hub;
  }

  #company(id: string): Company {
    const found = this.#companies.get(id);
    must(found !== undefined, "no such company");
    return found;
  }

  #hub(id: string): Hub {
    const found = this.hubs.get(id);
    must(found !== undefined, "no such hub");
    return found;
  }
}
