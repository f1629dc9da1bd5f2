/** How events about licenses change records. */
export const licensesEvolvers = {};
