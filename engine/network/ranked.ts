// Finds how a waiting list is ranked, by the id of its order of service (queue discipline).
import { disciplines, type Discipline } from '../model/disciplines/index.ts';

/** Of a station that names none. */
export const USUAL_ORDER = 'first-come';

export const rankDayIn = (order: string): Discipline['rankDay'] =>
  disciplines.find((one) => one.order === order)!.rankDay;
