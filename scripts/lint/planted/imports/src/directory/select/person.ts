import type { Person } from "../model.ts";

export const personId = (person: Person): string => person.id;
