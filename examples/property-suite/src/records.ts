/** What the portal keeps: companies with their staff, hubs with their seats and queues. */

/** Whom a company sends to a hub: everybody or some teams, with people who differ from their team. */
export interface Selection {
  readonly everybody: boolean;
  readonly teams: ReadonlyMap<string, boolean>;
  readonly people: Map<string, boolean>;
}

export interface Employee {
  readonly person: string;
  readonly contract: number;
  readonly teams: readonly string[];
  active: boolean;
}

/** Somebody to be employed, with the contract's number if it is known. */
export interface Hiring extends Pick<Employee, "person" | "teams"> {
  readonly contract?: number | undefined;
}

export interface Seat {
  readonly company: string;
  readonly person: string;
}

export class Company {
  readonly id: string;
  readonly teams = new Set<string>();
  readonly admins = new Set<string>();
  readonly employees = new Map<string, Employee>();

  constructor(id: string) {
    this.id = id;
  }

  hire({ person, contract, teams }: Omit<Employee, "active">): Employee {
    const known = teams.filter((team) => this.teams.has(team));
    const hired = { person, contract, teams: known, active: true };
    this.employees.delete(person);
    this.employees.set(person, hired);
    return hired;
  }

  dismiss(employee: Employee): void {
    employee.active = false;
    this.admins.delete(employee.person);
  }

  contractOf(person: string): number | null {
    const employee = this.employees.get(person);
    return employee?.active ? employee.contract : null;
  }

  knows({ teams, people }: Selection): boolean {
    return (
      [...teams.keys()].every((team) => this.teams.has(team)) &&
      [...people.keys()].every((person) => this.contractOf(person) !== null)
    );
  }

  /** A selection without the people whose contract has ended since. */
  stillThere(selection: Selection, contracts: ReadonlyMap<string, number | null>): Selection {
    const people = [...selection.people].filter(([person]) => {
      const contract = this.contractOf(person);
      return contract !== null && contract === contracts.get(person);
    });
    return { ...selection, people: new Map(people) };
  }

  /** The active people whom a selection sends. */
  sent(selection: Selection): string[] {
    return [...this.employees.values()]
      .filter((employee) => employee.active && sends(selection, employee))
      .map(({ person }) => person);
  }
}

/** Whether a selection sends somebody: what it says of the person, or else of one of the teams. */
export function sends({ everybody, teams, people }: Selection, employee: Employee): boolean {
  const own = people.get(employee.person);
  if (own !== undefined) return own;
  if (employee.teams.length === 0) return everybody;
  return employee.teams.some((team) => teams.get(team) ?? everybody);
}

export class Hub {
  readonly id: string;
  readonly owner: Company;
  /** Companies and whom they send, the owner's first. */
  readonly members = new Map<string, Selection>();
  readonly former = new Set<string>();
  seats: Seat[] = [];
  queue: Seat[] = [];
  readonly #byPerson: boolean;

  constructor(id: string, owner: Company, byPerson: boolean) {
    this.id = id;
    this.owner = owner;
    this.#byPerson = byPerson;
    this.members.set(owner.id, { everybody: false, teams: new Map(), people: new Map() });
  }

  /** How many seats are taken: a person takes one, for however many companies. */
  taken(seats: readonly Seat[] = this.seats): number {
    return this.#byPerson ? new Set(seats.map(({ person }) => person)).size : seats.length;
  }

  isSeated(person: string): boolean {
    return this.#byPerson && this.seats.some((seat) => seat.person === person);
  }

  /** Who would come in if a company sent these: those who have neither a seat nor a place to wait. */
  newcomers(company: string, people: readonly string[]): Seat[] {
    const has = (list: readonly Seat[], person: string) =>
      list.some((each) => each.company === company && each.person === person);
    return people
      .filter((person) => !has(this.seats, person) && !has(this.queue, person))
      .map((person) => ({ company, person }));
  }

  /** The seats that stay if a company sends these. */
  staying(company: string, people: readonly string[]): Seat[] {
    return this.seats.filter((seat) => seat.company !== company || people.includes(seat.person));
  }

  send(company: string, people: readonly string[]): void {
    const newcomers = this.newcomers(company, people);
    this.seats = [...this.staying(company, people), ...newcomers];
    this.queue = this.queue.filter(
      (each) => each.company !== company || people.includes(each.person),
    );
  }

  drop(company: string, person: string): void {
    const others = (each: Seat) => each.company !== company || each.person !== person;
    this.seats = this.seats.filter(others);
    this.queue = this.queue.filter(others);
  }
}
