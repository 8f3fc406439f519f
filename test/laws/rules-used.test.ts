// What the laws are tested on: a count of the rules that generated models use, and of those that took effect when they ran.
import { describe, expect, it } from 'vitest';
import { rowKeys } from '../../engine/index.ts';
import {
  ARRIVE,
  ASK,
  GAVE_UP,
  LEAVE,
  MOVE,
  OPEN,
  READY,
  RESERVE,
  RING,
  RISE,
  STAYS_HERE,
  TURN,
  TURNED_AWAY,
} from '../../engine/trace/trace.ts';
import { journeysOf } from './journeys.ts';
import { changed, overModels, watched } from './over-models.ts';
import { causeNames } from './standing.ts';

/** By rule, how the text of a document that uses it reads. */
const written: Readonly<Record<string, RegExp>> = {
  'a table by need': /"by":"need"/,
  'a table by stream': /"by":"stream"/,
  'a table by attribute': /"by":"(locality|age)"/,
  'where people live': /"where":\{/,
  'a service close to some people': /"locality":"(west|city|north)"/,
  'a table in a table': /"by":"\w+"(?:,"\w+":[^{}]*)*,"\w+":\{"by":/,
  'stays by who': /"stay":\{"by"/,
  'ways by who': /"next":\{"by"/,
  'places needed by who': /"goesTo":\{"by"/,
  'alternatives by who': /"otherwise":\{"by"/,
  'priority by who': /"priority":\{"by"/,
  'shares by who': /"shares":\{"by"/,
  'starts by who': /"startsAt":\{"by"/,
  'hours of admission': /"admits"/,
  'hours of release': /"releases"/,
  'hours of progress': /"progresses"/,
  'hours of a team': /"kind":"team"[^}]*"hours"|"hours":/,
  'staff without limit': /"staff":"unlimited"/,
  'a team that people come to from outside': /"startsAt":"(assessors|therapists)"/,
  'a surge of staff': /"surge":\{"staff"/,
  'patience with a team': /"kind":"team".*"patience"/,
  'getting ready for a place': /"prepare"/,
  'getting ready to leave': /"to":"home","prepare"/,
  'moving on': /"movesOn"/,
  'longest delayed first': /"longest-delayed"/,
  'visits by weekday': /"visitsPerDay":\[/,
  'visits every day alike': /"visitsPerDay":\d/,
  'all taken on': /"takesAll"/,
  'visits by who': /"visits":\{"by"/,
  'visits put off by two days': /"deferDays":2/,
  'visits and no limit of places': /"kind":"caseload","label":"Station \d","stay"/,
  costs: /"costs"/,
  'prices that rise': /"growthPerYear":-?0\.\d+.*"evidence"/,
  readmission: /"readmission"/,
  'readmission after delay': /"readmitPerDelayedDay"/,
  'longer stays after delay': /"stayDaysPerDelayedDay":\d/,
  'plans by need that must fit': /"visits":\{"by":"need"[^}]*\},"else":[^}]*\}\}(?!,"takesAll")/,
  'days like a Sunday': /"holidays"/,
  'places made ready': /"turnaround"/,
  'places made ready in some hours': /"during"/,
  'patience that ends in staying': /"to":"here"/,
  'the least urgent turned away': /"turnsAway":"least-urgent"/,
  'shorter stays after delay': /"stayDaysPerDelayedDay":-/,
  'needs that rise': /"risePerDelayedDay"/,
  'waited before the start': /"sinceDays"/,
  'no limit from a day on': /"set":\{"[^"]+":"unlimited"/,
  'a mean for each day': /"meansPerDay"/,
  'an endless backlog': /"alwaysWaiting"/,
  'equal stations': /"(to|goesTo)":\["/,
  'starts a month': /"startsPerMonth"/,
  'people there at the start': /"initial"/,
  'delayed for a team at the start': /"delayedFor":\{[^}]*"(assessors|therapists)"/,
  'visits changed on the way': /"set":\{"stations\.\w+\.visitsPerDay"/,
};

describe('the models of the laws', () => {
  it('use every rule of flow, in word and in deed', () => {
    const used = new Map<string, number>(Object.keys(written).map((rule) => [rule, 0]));
    const count = (rule: string, times: number): void => void used.set(rule, (used.get(rule) ?? 0) + times);
    let records = 0;
    overModels({ count: 250 }, {}, (document, model, seed) => {
      const text = JSON.stringify(document);
      for (const [rule, words] of Object.entries(written)) count(rule, words.test(text) ? 1 : 0);
      const { trace, values, program } = watched(model, changed, seed);
      const { keepsPlace } = program.network;
      records += trace.length;
      const journeys = journeysOf(trace, keepsPlace);
      const asked = new Set<number>();
      for (let i = 0; i < trace.length; i++) {
        const [verb, who, station, other, value] = [
          trace.verb[i],
          trace.patient[i],
          trace.station[i],
          trace.other[i],
          trace.value[i],
        ];
        if (verb === RESERVE) count('did: a place reserved', 1);
        if (verb === TURN) count('did: a place made ready', 1);
        if (verb === RING) count('did: moved in a ring', 1);
        if (verb === RISE) count('did: a need risen', 1);
        if (verb === OPEN && other === 1) count('did: surge places opened', 1);
        if (verb === LEAVE && value === GAVE_UP) count('did: gave up', 1);
        if (verb === ASK && value === STAYS_HERE) count('did: gave up and stayed', 1);
        if (verb === LEAVE && value === TURNED_AWAY) count('did: turned away', 1);
        if (verb === MOVE && station === other) count('did: a further stay', 1);
        if (verb === MOVE && keepsPlace[other])
          count(station < 0 ? 'did: seen by a team outside' : 'did: seen by a team in a bed', 1);
        if (verb === MOVE && value !== other) count('did: cared for elsewhere', 1);
        if (verb === READY) asked.add(who);
        else if (verb === MOVE && station >= 0 && !asked.delete(who) && value === other) count('did: moved on', 1);
        else if (verb === ARRIVE) asked.delete(who);
      }
      count('did: being seen at the end', journeys.seen.filter((one) => one.to === Infinity).length);
      rowKeys(program).forEach((key, at) => {
        if (!(values[at] > 0) || key.who !== 'all') return;
        if (key.measure === 'delayCause') count(`did: waited for ${key.statistic}`, 1);
        if (key.measure === 'visits') count(`did: visits ${key.statistic}`, 1);
        if (key.measure === 'cost' && key.station !== 'all') count('did: cost something', 1);
      });
    });
    console.log(
      [...used, ['records', records]].map(([rule, times]) => `${String(times).padStart(8)}  ${rule}`).join('\n'),
    );
    for (const [rule, times] of used) expect(times, rule).toBeGreaterThan(0);
    for (const cause of causeNames) expect(used.get(`did: waited for ${cause}`), cause).toBeGreaterThan(0);
    for (const deed of [
      'a place reserved',
      'moved in a ring',
      'moved on',
      'gave up',
      'gave up and stayed',
      'a place made ready',
      'turned away',
      'seen by a team outside',
      'visits missed',
    ])
      expect(used.get(`did: ${deed}`), deed).toBeGreaterThan(0);
  });
});
