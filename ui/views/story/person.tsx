// The panels about one invented person: who she is, her days today, why she waits, what waiting does, and the same days with the plan.
import { useMemo } from 'react';
import { everyValueOf, type Model, type Wait } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { named, WHO } from '../../words/plain/plain.ts';
import {
  A_PLACE_AT_HOME,
  kindOf,
  sayHowUsual,
  sayPlannedOf,
  sayTodayOf,
  sayWay,
  sayWhoSheIs,
} from '../../words/plain/person.ts';
import { HARM, HARM_SOURCE, sayHarmCounted, sayWhyPlainly } from '../../words/plain/why.ts';
import { placeOf } from '../../shown/place.ts';
import { neededIn, type Elsewhere } from '../../words/elsewhere.ts';
import { elsewhereOn } from '../../playback/elsewhere.ts';
import { datedChanges, differing, type Differing } from '../../words/compare.ts';
import { namesOf } from '../../parts/person/told.ts';
import { useWait } from '../../parts/person/use-wait.ts';
import { WayHome } from './drawings.tsx';
import { Panel, WAIT } from './panel.tsx';
import { FullService, Ways } from './pictures.tsx';
import type { Side, Story } from './use-story.ts';

interface PartProps {
  readonly story: Story;
}

export function Who({ story: { model, subject, told } }: PartProps) {
  const kind = kindOf(subject);
  const need = told
    ? model.needs[told.now.run.network.needIds[told.now.run.people.need[told.now.person]]]?.label
    : undefined;
  const wanted = told && wantedBy(told.now);
  const place = wanted ? placeOf(wanted) : undefined;
  const lines =
    told === null
      ? ['Nobody comes and goes within this run. So there is no one person to follow.']
      : need === undefined
        ? [WAIT]
        : sayWhoSheIs(kind, need, place);
  return <Panel id="who" title={`This is ${WHO}`} lines={lines} picture={<WayHome />} />;
}

/** The service that her need calls for. */
function wantedBy({ run, person }: Side) {
  const { network, people, model } = run;
  const [to] = everyValueOf(model.needs[network.needIds[people.need[person]]]?.goesTo).flat();
  return to === undefined ? undefined : model.stations[to];
}

/** For who wants to know how each day goes. */
const WayInWords = ({ side: { run, course } }: { readonly side: Side }) => (
  <details>
    <summary>Day by day</summary>
    <ol className="story-steps">
      {sayWay(course, namesOf(run)).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  </details>
);

export function Today({ story: { subject, told } }: PartProps) {
  if (told === null) return null;
  return (
    <Panel
      id="today"
      title={`What happens to ${WHO} today`}
      lines={[told ? sayTodayOf(told.now.waited, kindOf(subject)) : WAIT]}
      picture={told && <Ways sides={[{ name: 'Today', side: told.now }]} />}
    >
      {told && <WayInWords side={told.now} />}
    </Panel>
  );
}

/** Her longest wait may have begun before the run. */
const firstDayOf = ({ run, longest }: Side): number => Math.max(longest?.fromDay ?? 0, -run.network.warmUpDays);

/** On the first day of her longest wait. */
export function Why({ story: { told } }: PartProps) {
  const side = told?.now;
  const found = useWait(side?.run, side?.longest ? side.person : -1, side ? firstDayOf(side) : 0);
  const wait = found?.wait;
  const elsewhere = useMemo(() => (side && wait ? elsewhereOf(side.run, wait) : []), [side, wait]);
  if (!side?.longest || told?.typical.doesWait === false) return null;
  const names = namesOf(side.run);
  const station = wait && side.run.model.stations[side.run.network.stationIds[wait.station]];
  const isCounted = wait && Number.isFinite(wait.places) && wait.places > 0 && wait.places < 1e6;
  return (
    <Panel
      id="why"
      title="Why does she wait?"
      lines={wait ? sayWhyPlainly(wait, names, elsewhere) : [WAIT]}
      picture={
        isCounted &&
        station && (
          <FullService
            places={wait.places}
            inUse={wait.inUse + wait.promised + wait.turning}
            elsewhere={elsewhere.reduce((people, one) => people + one.people, 0)}
            place={placeOf(station)}
            ahead={wait.ahead}
          />
        )
      }
    />
  );
}

/** Who has a place that she waits for and needs other care, the most first. */
const elsewhereOf = (run: Side['run'], { station, day }: Wait): Elsewhere[] =>
  [...elsewhereOn(run, station, day)]
    .map(([need, people]) => ({ people, care: neededIn(run.model.needs[run.network.needIds[need]].label) }))
    .toSorted((a, b) => b.people - a.people);

/** Only where people wait in a bed that they no longer need. */
export function Harm({ story: { model, subject } }: PartProps) {
  if (kindOf(subject) !== 'to leave' || subject.station === 'all') return null;
  return (
    <Panel
      id="harm"
      title="What waiting does to people"
      lines={[...HARM, sayHarmCounted(model.consequencesOfDelay?.stayDaysPerDelayedDay ?? 0)]}
    >
      <p className="story-source">
        Where this comes from: <cite>{HARM_SOURCE}</cite>
      </p>
    </Panel>
  );
}

/** Longer lists are read in Explore. */
const MOST_CHANGES = 6;

export function Plan({ story: { model, option, columns, told } }: PartProps) {
  if (!option) return null;
  const changes = differing(
    model,
    columns.map(({ run }) => run),
  );
  const dated = datedChanges(model, option.run);
  const rest = Math.max(0, changes.length - MOST_CHANGES) + Math.max(0, dated.length - MOST_CHANGES);
  const lines = told?.planned ? sayPlannedOf(told.now.waited, told.planned.waited) : told === null ? [] : [WAIT];
  return (
    <Panel id="plan" title="What would the plan change?" lines={[]}>
      <div className="story-two">
        <div>
          <p>The plan is called {named(option.title)}.</p>
          {told?.planned && (
            <Ways
              sides={[
                { name: 'Today', side: told.now },
                { name: 'With the plan', side: told.planned },
              ]}
            />
          )}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {told?.planned && <WayInWords side={told.planned} />}
          {told?.planned && <p>{sayHowUsual(told.typical)}</p>}
        </div>
        <div>
          {changes.length > 0 && <Changes of={changes.slice(0, MOST_CHANGES)} />}
          {dated.length > 0 && (
            <ul className="story-dated">
              {dated.slice(0, MOST_CHANGES).map((line) => (
                <li key={line}>{named(line)}</li>
              ))}
            </ul>
          )}
          {rest > 0 && <p>And {rest} more.</p>}
          {changes.slice(0, MOST_CHANGES).some(({ path }) => isOfHomes(model, path)) && <p>{A_PLACE_AT_HOME}</p>}
        </div>
      </div>
    </Panel>
  );
}

/** How many people a service that comes to their houses can help. */
function isOfHomes(model: Model, path: string): boolean {
  const station = model.stations[/^stations\.([^.]+)\.places$/.exec(path)?.[1] ?? ''];
  return station !== undefined && placeOf(station) === 'house';
}

const Changes = ({ of }: { readonly of: readonly Differing[] }) => (
  <table className="story-changes">
    <ColumnHeads of={['What changes', 'Today', 'Plan']} />
    <tbody>
      {of.map(({ path, label, cells }) => (
        <tr key={path}>
          <th scope="row">{named(label)}</th>
          <td>{cells[0].value}</td>
          <td>
            <b>{cells[1].value}</b>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
