// The document that a new model starts as: the answers given, a line of evidence for every number, and all of them illustrative.
import { MOST_PLACES, nursingOf100, rounded, USUAL, type BlankAnswers } from './questions.ts';

const GIVEN = 'Answered when this model was begun. Put the real source here, and its range.';
const NOT_ASKED = 'A usual value for a new model, not one of this place. Put a real one here, and its source.';

/**
 * The document that complete answers make, ready for `validate`. A pathway that nobody needs is left out. `title` and `startDate`
 * (YYYY-MM-DD) are taken as they are: see `refusedTitle` and `refusedStart`.
 */
export function blankModel(answers: BlankAnswers, title: string, startDate: string): object {
  const evidence: Record<string, object> = {};
  const known = (path: string, source: string) => (evidence[path] = { status: 'illustrative', source });
  for (const path of ['calendar.warmUpDays', 'calendar.runDays', 'experiment.replications', 'experiment.seed'])
    known(path, NOT_ASKED);
  known('streams.acute.arrivalsPerDay', GIVEN);
  known('streams.acute.shares', GIVEN);
  known('stations.acute.beds', NOT_ASKED);
  known('stations.acute.stay.days', NOT_ASKED);
  const pathways = pathwaysOf(answers);
  for (const { id, placesKey, next } of pathways) {
    known(`stations.${id}.${placesKey}`, GIVEN);
    known(`stations.${id}.stay.meanDays`, GIVEN);
    known(`stations.${id}.stay.sdDays`, NOT_ASKED);
    known(`needs.${id}.priority`, NOT_ASKED);
    if (next.length > 1) known(`stations.${id}.next`, NOT_ASKED);
  }
  const each = <T>(of: (pathway: Pathway) => T) => Object.fromEntries(pathways.map((one) => [one.id, of(one)]));
  const most = (value: number) => Math.max(10, Math.ceil(value * 3));
  const arrivals = answers.arrivalsPerDay!;
  return {
    schemaVersion: 1,
    id: idFor(title),
    title,
    about: 'A new model. Every number in it is illustrative until somebody gives it a source.',
    calendar: { startDate, warmUpDays: 365, runDays: 365 },
    experiment: { replications: 100, seed: 1 },
    needs: each(({ id, label, meaning }) => ({ label, meaning, goesTo: id, priority: 2 })),
    streams: {
      acute: {
        label: 'Ready to leave acute hospital with support',
        arrivalsPerDay: arrivals,
        shares: each(({ of100 }) => rounded(of100 / 100, 12)),
        startsAt: 'acute',
      },
    },
    stations: {
      acute: {
        kind: 'ward',
        label: 'Acute hospital',
        about:
          'People who no longer need an acute hospital and are waiting for the next place. Everyone here is delayed.',
        beds: 'unlimited',
        stay: { shape: 'fixed', days: 0 },
        next: [{ to: 'need' }],
      },
      ...each(({ kind, station, placesKey, places, days, sdOfMean, next }) => ({
        kind,
        label: station,
        [placesKey]: places,
        stay: { shape: 'lognormal', meanDays: days, sdDays: rounded(days * sdOfMean, 2) },
        next,
      })),
      home: { kind: 'exit', label: 'Home, support ended' },
    },
    options: [
      { id: 'today', title: 'Today' },
      ...pathways.map(({ id, placesKey, places, station }) => ({
        id: `more-${id}`,
        title: `A tenth more: ${station.toLowerCase()}`,
        set: { [`stations.${id}.${placesKey}`]: Math.min(MOST_PLACES, places + Math.max(1, Math.ceil(places / 10))) },
      })),
    ],
    controls: [
      ...pathways.map(({ id, placesKey, places, station }) => ({
        path: `stations.${id}.${placesKey}`,
        label: station,
        group: 'Places',
        least: 0,
        most: Math.min(MOST_PLACES, most(places)),
        step: 1,
      })),
      {
        path: 'streams.acute.arrivalsPerDay',
        label: 'People ready to leave',
        group: 'Demand',
        least: rounded(arrivals / 4, 4),
        most: rounded(arrivals * 3, 4),
        step: rounded(arrivals / 40, 4),
      },
      ...pathways.map(({ id, days, station }) => ({
        path: `stations.${id}.stay.meanDays`,
        label: `${station}: mean stay`,
        group: 'How long people stay',
        least: rounded(days / 4, 4),
        most: rounded(days * 3, 4),
        step: days < 5 ? 0.1 : 1,
      })),
    ],
    evidence,
  };
}

interface Pathway {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  readonly of100: number;
  readonly kind: 'caseload' | 'ward';
  readonly station: string;
  readonly placesKey: 'places' | 'beds';
  readonly places: number;
  readonly days: number;
  readonly sdOfMean: number;
  readonly next: readonly object[];
}

function pathwaysOf(answers: BlankAnswers): Pathway[] {
  const { homeOf100 = 0, bedsOf100 = 0 } = answers;
  const homeward = [{ to: 'home' }];
  const { stepsDown } = USUAL.bed;
  const all: Pathway[] = [
    {
      id: 'p1',
      label: 'Pathway 1: home with support',
      meaning:
        'Able to be at home with help from health or social care staff who visit. Say here what it means locally.',
      of100: homeOf100,
      kind: 'caseload',
      station: 'Home with support',
      placesKey: 'places',
      places: answers.homePlaces!,
      days: answers.homeDays!,
      sdOfMean: USUAL.home.sdOfMean,
      next: homeward,
    },
    {
      id: 'p2',
      label: 'Pathway 2: a bed to recover in',
      meaning: 'Not yet able to be at home: a bed for a time, to recover. Say here what it means locally.',
      of100: bedsOf100,
      kind: 'ward',
      station: 'Beds to recover in',
      placesKey: 'beds',
      places: answers.beds!,
      days: answers.bedDays!,
      sdOfMean: USUAL.bed.sdOfMean,
      next:
        homeOf100 > 0
          ? [
              { to: 'p1', share: stepsDown, priority: 1 },
              { to: 'home', share: 1 - stepsDown },
            ]
          : homeward,
    },
    {
      id: 'p3',
      label: 'Pathway 3: a nursing bed',
      meaning: 'The most complex needs: a bed with nursing day and night. Say here what it means locally.',
      of100: nursingOf100(answers),
      kind: 'ward',
      station: 'Nursing beds',
      placesKey: 'beds',
      places: answers.nursingBeds!,
      days: answers.nursingDays!,
      sdOfMean: USUAL.nursing.sdOfMean,
      next: homeward,
    },
  ];
  return all.filter((one) => one.of100 > 0);
}

/** "St Mary's, 2027" → "st-mary-s-2027" */
function idFor(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'our-place' : plain;
}
