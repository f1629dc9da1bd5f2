/** How events about flows change records. */
export const flowsEvolvers = {};
