// The answers for hours, teams, preparation, visits, surge, limits of starts and care elsewhere: each by the means of its oracle.
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../engine/index.ts';
import { verifyCase } from '../../engine/checks/verify.ts';
import type { CheckDocument } from '../../engine/checks/index.ts';
import { putOffOnceAtMost, unmet, visitsOfPlan } from '../theory/oracles/by-period.ts';
import {
  letGo,
  monthByMonth,
  office,
  threeBeds,
  twoBeds,
  twoStaff,
  waitAtMost,
  weekdays,
} from '../theory/oracles/by-the-week.ts';
import { meanWaitsByPriority } from '../theory/oracles/cobham.ts';
import { erlangC } from '../theory/oracles/erlang.ts';
import {
  careElsewhere,
  equalWards,
  leavingTheList,
  preparedFromBed,
  preparedInTurn,
  seenInBed,
  surgeBeds,
  swaps,
} from '../theory/oracles/held-places.ts';
import { daily, exponentialStandingStill, fixedStandingStill, toOpening } from '../theory/oracles/hours.ts';
import { meanWaitOnePlace } from '../theory/oracles/pollaczek-khinchine.ts';

const all = checkGroups().flat();
const inHours = toOpening(office, 1);
const leaving = toOpening(letGo, 1);
const still = [fixedStandingStill(daily(weekdays, 8, 18), 1.2), exponentialStandingStill(daily(weekdays, 8, 18), 0.8)];
const assessed = exponentialStandingStill(office, 3 / 24);
const [beds, held, seen] = [twoBeds(), threeBeds(), twoStaff()];
const [forTeam, forPlace] = [erlangC(2, 5, 0.24), erlangC(3, 5, 0.36)];
const inBed = seenInBed(5, 4, 3, 0.5, 1, 0.14);
const getReady = meanWaitOnePlace(3, 0.18, Math.hypot(0.08, 0.08));
const inTurn = preparedInTurn(3.8, 3, 0.15, 0.3);
const twice = preparedFromBed(4, { beds: 2, room: 2, stay: 0.3 }, { places: 2, getReady: 0.12, stay: 0.35 });
const missed = [12, 14, 14, 12, 12, 10, 9].reduce((sum, number) => sum + unmet(15, number), 0) / 7;
const late = putOffOnceAtMost(6, 5);
const fit = monthByMonth(
  30,
  4,
  6,
  Array.from({ length: 14 }, () => 1),
);
const surge = surgeBeds(8, 0.4, { beds: 4, extra: 2, openAt: 5, closeAt: 1 });
const months = monthByMonth(80, 0.9, 40, [31, 29, 31, 30]);
const risen = leavingTheList(10, 4, 0.4, 1.5);
const same = careElsewhere(10, { beds: 3, stay: 0.3 }, { beds: 2, stay: 0.45 }, false);
const turn = careElsewhere(5, { beds: 2, stay: 0.3 }, { beds: 1, stay: 0.3 * 1.6 }, true);
const later = waitAtMost(12, 4, 0.4, 0.2);
const equal = equalWards(6, 0.2);
const ring = swaps([3, 2], [0.3, 0.4], [0.5, 0.7]);
const byDelay = meanWaitsByPriority([5, 5].map((arrivalsPerDay) => ({ arrivalsPerDay, meanDays: 0.05, sdDays: 0.05 })));
/** 2024 has 366 days at the first year's price, 2025 has 365 at a tenth more. */
const prices = (366 * 1 + 365 * 1.1) / 731;
const cost = {
  ward: 365.25 * prices * (3 * 300 + 150 + 400),
  care: 365.25 * (visitsOfPlan(2, 2, 1) * 40 + 60),
  held: 365.25 * ((1 + inHours.mean) * 200 + inHours.mean * 150),
};

const oracles: Readonly<Record<string, number>> = {
  'admits.mean-wait': inHours.mean,
  'admits.wait-share': toOpening(office, 0).share,
  'admits.over-a-day': inHours.share,
  'admits.closed-hours': 10 * inHours.mean,
  'admits-two-beds.mean-wait': beds.meanWait,
  'admits-two-beds.full': beds.full,
  'admits-two-beds.no-place': beds.noPlace,
  'admits-two-beds.closed-hours': beds.closed,
  'releases.mean-wait': leaving.mean,
  'releases.wait-share': toOpening(letGo, 0).share,
  'releases.over-a-day': leaving.share,
  'releases.closed-hours': 10 * leaving.mean,
  'releases.delayed': 10 * leaving.mean,
  'releases.occupancy': 10 * (2 + leaving.mean),
  'stands-still-fixed.stay': still[0],
  'stands-still-fixed.occupancy': 10 * still[0],
  'stands-still-random.stay': still[1],
  'stands-still-random.occupancy': 10 * still[1],
  'stands-still-three-beds.waiting': held.waiting,
  'stands-still-three-beds.mean-wait': held.waiting / 3,
  'stands-still-three-beds.occupancy': held.occupancy,
  'team-staff.mean-delay': forTeam.meanWait + 0.24 + forPlace.meanWait,
  'team-staff.waiting': forTeam.meanWaiting,
  'team-staff.assessment': forTeam.meanWaiting + 5 * 0.24,
  'team-staff.no-place': forPlace.meanWaiting,
  'team-staff.delayed': forTeam.meanWaiting + 5 * 0.24 + forPlace.meanWaiting,
  'team-held-beds.delayed': inBed.delayed,
  'team-held-beds.assessment': inBed.delayed,
  'team-held-beds.not-yet-seen': inBed.notYetSeen,
  'team-held-beds.waiting': inBed.waiting,
  'team-held-beds.turned-away': inBed.turnedAwayPerDay,
  'team-hours.mean-delay': assessed,
  'team-hours.assessment': 10 * assessed,
  'team-hours.waiting': 10 * inHours.mean,
  'team-hours.being-seen': 10 * (assessed - inHours.mean),
  'team-staff-hours.mean-delay': (seen.seen + seen.waiting) / 3,
  'team-staff-hours.waiting': seen.waiting,
  'team-staff-hours.being-seen': seen.seen,
  'team-staff-hours.assessment': seen.seen + seen.waiting,
  'prepared-bed.mean-wait': getReady + 0.08,
  'prepared-bed.free': 0.46,
  'prepared-bed.occupancy': 0.3,
  'prepared-bed.preparation': 0.24,
  'prepared-bed.no-place': 3 * getReady,
  'prepared-beds.full': inTurn.full,
  'prepared-beds.waiting': inTurn.waiting,
  'prepared-beds.preparation': inTurn.waiting - inTurn.noPlace,
  'prepared-transfer.delayed': twice.delayed,
  'prepared-transfer.preparation': twice.preparing,
  'prepared-transfer.no-place': twice.delayed - twice.preparing,
  'prepared-transfer.free': twice.free,
  'prepared-transfer.turned-away': twice.turnedAwayPerDay,
  'prepared-hours.mean-delay': 0.75 + inHours.mean,
  'prepared-hours.preparation': 7.5 + 10 * inHours.mean,
  'visit-plans.delivered': 4 * visitsOfPlan(3, 3, 1),
  'visits-missed.missed': missed,
  'visits-missed.delivered': 15 - missed,
  'visits-put-off.deferred': late.putOff,
  'visits-put-off.missed': late.missed,
  'visits-put-off.delivered': 6 - late.missed,
  'visits-fit.day-4': fit.begins[4],
  'visits-fit.waiting': fit.waiting,
  'visits-fit.visits': fit.waiting,
  'surge.open': surge.open,
  'surge.waiting': surge.waiting,
  'surge.mean-wait': surge.waiting / 8,
  'surge.full': surge.full,
  'starts-limit.month-2': months.begins[1],
  'starts-limit.month-3': months.begins[2],
  'starts-limit.waiting': months.waiting,
  'starts-limit.cause': months.waiting,
  'rising.waiting': risen.waiting,
  'rising.risen': 1.5 * risen.waiting,
  'rising.not-risen': 10 - 1.5 * risen.waiting,
  'same-care-elsewhere.elsewhere': same.there,
  'same-care-elsewhere.right-place': same.rightShare,
  'same-care-elsewhere.home': 10,
  'turn-kept.right': turn.here,
  'turn-kept.elsewhere': turn.there,
  'turn-kept.wait-share': turn.bothFull / turn.rightFull,
  'turn-kept.starts-elsewhere': 5 * turn.rightFull,
  'turn-kept.starts': turn.rightStartsPerDay,
  'second-choice-later.elsewhere': 12 * later.longer,
  'second-choice-later.waiting': 12 * later.meanWait,
  'equal-lists.waiting': equal.waiting / 2,
  'equal-lists.north': equal.first,
  'equal-lists.south': equal.second,
  'rings.gridlocks': ring.perDay,
  'rings.delayed-east': ring.firstReady,
  'rings.delayed-west': ring.secondReady,
  'rings.occupancy': ring.inFirst,
  'longest-delayed.assessed': 5 * byDelay[0],
  'longest-delayed.direct': 5 * byDelay[1],
  'longest-delayed.direct-wait': byDelay[1],
  'stays-by-who.city': 3.8 * 1,
  'stays-by-who.coast': 2.6 * 3,
  'stays-by-who.hills': 3.6 * 3,
  'stays-by-who.hills-home': 3.6 + 0.4 * 6.4,
  'own-hospitals.city': erlangC(2, 3.6, 0.3).meanWait,
  'own-hospitals.coast': erlangC(3, 5.4, 0.33).meanWait,
  'costs.ward': cost.ward,
  'costs.care': cost.care,
  'costs.held': cost.held,
  'costs.all': cost.ward + cost.care + cost.held,
};

describe('the answers for the rules of stations', () => {
  it.each(Object.entries(oracles))('%s is that of the oracle', (id, exact) => {
    const found = all.find((check) => check.id === id);
    expect(found, `There is no check ${id}.`).toBeDefined();
    expect(Math.abs(found!.expected / exact - 1), `${found!.expected} against ${exact}`).toBeLessThan(1e-9);
  });

  it('every figure of these groups has one', () => {
    const groups = new Set(Object.keys(oracles).map((id) => id.split('.')[0]));
    const ids = all.map(({ id }) => id).filter((id) => groups.has(id.split('.')[0]));
    expect(ids.filter((id) => !(id in oracles))).toEqual([]);
  });
});

/** A document in which a rule is different: the path to a part, and what replaces it (nothing: it is removed). */
function told(document: CheckDocument, path: string, instead: unknown): CheckDocument {
  const copy = structuredClone(document) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const part = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (instead === undefined) delete part[last];
  else part[last] = instead;
  return copy;
}

describe('a rule stated differently is seen', () => {
  it.each<[id: string, path: string, instead?: unknown]>([
    ['admits-two-beds.mean-wait', 'stations.ward.admits.toHour', 17],
    ['releases.over-a-day', 'stations.ward.releases.1.toHour', 16],
    ['stands-still-fixed.stay', 'stations.ward.progresses.fromHour', 8.25],
    ['team-held-beds.delayed', 'stations.team.staff', 2],
    ['team-staff-hours.being-seen', 'stations.team.hours.toHour', 18.5],
    ['prepared-beds.full', 'needs.care.prepare.meanDays', 0.14],
    ['prepared-hours.mean-delay', 'needs.care.prepare.days', 0.5],
    ['prepared-transfer.free', 'stations.acute.next.0.prepare.meanDays', 0.07],
    ['visit-plans.delivered', 'stations.ward.visits.last', 1.5],
    ['visits-missed.missed', 'stations.ward.visitsPerDay.6', 11],
    ['visits-put-off.missed', 'stations.ward.deferDays', 2],
    ['visits-fit.waiting', 'stations.care1.takesAll', true],
    ['surge.waiting', 'stations.ward.surge.closeAtWaiting', 3],
    ['starts-limit.month-2', 'stations.home1.startsPerMonth', 60],
    ['rising.risen', 'consequencesOfDelay.risePerDelayedDay', 0.7],
    ['same-care-elsewhere.elsewhere', 'needs.care.otherwise.0.stayFactor', 1.4],
    ['turn-kept.elsewhere', 'needs.care.otherwise.0.movesOn'],
    ['second-choice-later.elsewhere', 'needs.care.otherwise.0.afterDays', 0.4],
    ['longest-delayed.direct', 'stations.ward.order'],
    ['stays-by-who.hills', 'stations.ward.stay.else.more.meanDays', 5],
    ['costs.ward', 'stations.ward.costs.growthPerYear', 0.08],
  ])('%s: %s', (id, path, instead) => {
    const check = all.find((each) => each.id === id)!;
    expect(verifyCase({ ...check, document: told(check.document, path, instead) }, 1, 40).verdict).toBe('outside');
  });
});
