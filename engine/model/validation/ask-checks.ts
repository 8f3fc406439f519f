// Checks an ask: where it leads, which alternatives will do, and the time it takes to get ready.
import type { Model } from '../document.ts';
import type { Alternative, Way } from '../document/people.ts';
import { error, listWords, warning, type Problem } from '../../ground/problem.ts';
import { leavesOf } from './table-checks.ts';
import { forWho, isTable, type Who } from '../who.ts';

/** An ask as one kind of people means it, and the path of each part in the document. */
interface Ask {
  readonly to: readonly string[];
  readonly otherwise: readonly Alternative[];
  readonly otherwiseAt: string;
  /** Where the time of preparation is written; null without one. */
  readonly prepareAt: string | null;
}

/** Asks as everybody means them: a table may combine parts that are far apart in the document. */
export function askProblems(model: Model, crowd: readonly Who[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const ask of asksOf(model, crowd))
    for (const problem of problemsOf(model, ask)) found.set(`${problem.path} ${problem.found}`, problem);
  return [...found.values()];
}

function problemsOf(model: Model, { to, otherwise, otherwiseAt, prepareAt }: Ask): Problem[] {
  const problems: Problem[] = [];
  const others = otherwise.map((one) => [one.to].flat());
  if (prepareAt !== null) {
    const teams = [to, ...others].flat().filter((id) => model.stations[id].kind === 'team');
    if (teams.length > 0) {
      const hint =
        'A team comes to where people are, so no place is reserved for them while they get ready: give the team a longer stay.';
      problems.push(
        error(prepareAt, `time to get ready for ${listWords(teams)}`, 'no time to get ready before a team', hint),
      );
    }
    const moving = otherwise.findIndex((one) => one.movesOn);
    if (moving >= 0) {
      const hint = `Remove "movesOn" at ${otherwiseAt}.${moving}, or the time to get ready.`;
      problems.push(error(prepareAt, 'time to get ready, and an alternative with "movesOn"', 'one of the two', hint));
    }
  }
  const seen = new Set<string>();
  const inTurn = [...others.entries()].sort(([a], [b]) => otherwise[a].afterDays - otherwise[b].afterDays);
  for (const [at, ids] of inTurn) {
    const path = `${otherwiseAt}.${at}`;
    const needed = ids.filter((id) => to.includes(id));
    const again = ids.filter((id) => seen.has(id) && !to.includes(id));
    for (const id of ids) seen.add(id);
    const kindOf = (id: string) => model.stations[id].kind;
    const noPlace = [...ids, ...to].find((id) => /^(team|exit)$/.test(kindOf(id)));
    const which = noPlace && `${noPlace}, which is a${kindOf(noPlace) === 'team' ? ' team' : 'n exit'}`;
    if (which && otherwise[at].movesOn) {
      const hint = 'People can move with what is left of their stay only from place to place.';
      problems.push(error(`${path}.movesOn`, `"movesOn" with ${which}`, 'places to move from and to', hint));
    }
    if (which && otherwise[at].stayFactor !== undefined) {
      const expected = 'a stay in a place, which can be given elsewhere';
      const hint = `Remove "stayFactor": ${kindOf(noPlace!) === 'team' ? 'a team sees people where they are, and each task has its own length' : 'nobody stays at an exit'}.`;
      problems.push(error(`${path}.stayFactor`, `"stayFactor" with ${which}`, expected, hint));
    }
    if (needed.length > 0 && otherwise[at].movesOn) {
      const hint = 'People there have already arrived, and have nowhere to move on to.';
      problems.push(
        error(`${path}.movesOn`, `"movesOn" from ${listWords(needed)}`, 'another place than the one asked for', hint),
      );
    } else if (needed.length > 0) {
      const hint = 'It has no effect: people are on that list from the start.';
      problems.push(warning(`${path}.to`, `${listWords(needed)}, which is asked for first`, 'another place', hint));
    }
    if (again.length > 0) {
      const hint = 'It has no effect: people have already joined that list by an earlier alternative.';
      problems.push(warning(`${path}.to`, `${listWords(again)} again`, 'each alternative once', hint));
    }
  }
  return problems;
}

function* asksOf(model: Model, crowd: readonly Who[]): Generator<Ask> {
  const seen = new Map<object, string>();
  const pathOf = (part: object | undefined, path: string) => (part && seen.get(part)) ?? path;
  const remember = (path: string, value: unknown) => {
    for (const [at, leaf] of leavesOf(path, value)) if (typeof leaf === 'object' && leaf !== null) seen.set(leaf, at);
  };
  for (const [id, { otherwise }] of Object.entries(model.needs)) remember(`needs.${id}.otherwise`, otherwise);
  for (const who of crowd) {
    const need = model.needs[who.need];
    if (need.otherwise === undefined && need.prepare === undefined) continue;
    const otherwise = forWho<Alternative[]>(need.otherwise, who);
    yield {
      to: [forWho<string | string[]>(need.goesTo, who)!].flat(),
      otherwise: otherwise ?? [],
      otherwiseAt: pathOf(otherwise, ''),
      prepareAt: need.prepare === undefined ? null : `needs.${who.need}.prepare`,
    };
  }
  for (const [id, { next }] of Object.entries(model.stations)) {
    if (next === undefined) continue;
    for (const [path, ways] of leavesOf<Way[]>(`stations.${id}.next`, next))
      for (const [at, way] of ways.entries()) {
        // Without keys of its own it is the ask of the need, looked at above.
        if (way.otherwise === undefined && way.prepare === undefined) continue;
        remember(`${path}.${at}.otherwise`, way.otherwise);
        const isForAll = way.to !== 'need' && !isTable(way.otherwise);
        for (const who of isForAll ? crowd.slice(0, 1) : crowd) {
          if (isTable(next) && forWho<Way[]>(next, who) !== ways) continue;
          const needed = way.to === 'need' ? model.needs[who.need] : undefined;
          const otherwise = forWho<Alternative[]>(way.otherwise ?? needed?.otherwise, who);
          yield {
            to: [needed ? forWho<string | string[]>(needed.goesTo, who)! : way.to].flat(),
            otherwise: otherwise ?? [],
            otherwiseAt: pathOf(otherwise, ''),
            prepareAt: way.prepare ? `${path}.${at}.prepare` : needed?.prepare ? `needs.${who.need}.prepare` : null,
          };
        }
      }
  }
}
