/** How events about apps change records. */
export const appsEvolvers = {};
