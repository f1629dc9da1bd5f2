/** How events about groups change records. */
export const groupsEvolvers = {};
