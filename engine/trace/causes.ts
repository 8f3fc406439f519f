// Causes: why somebody who is ready to move on is still waiting.

/** Causes of a delayed moment, in the order in which the first that applies is taken. */
export const causes = ['assessment', 'preparation', 'no place', 'starts limit', 'visits', 'closed hours'] as const;
export const ASSESSMENT = 0;
export const PREPARATION = 1;
export const NO_PLACE = 2;
export const STARTS_LIMIT = 3;
export const VISITS = 4;
export const CLOSED_HOURS = 5;
