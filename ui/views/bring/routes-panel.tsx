// Where people went: from each place the share of every way with its range, and one press that puts them into the model.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import {
  goalMeant,
  placesMeant,
  routePiece,
  routePlaces,
  withRoutes,
  type Model,
  type RouteFit,
  type RoutePlace,
} from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { valueAt } from '../../model/values.ts';
import { revise } from '../../session/revise.ts';
import { namedRows, ownTable } from '../../state/own-table.ts';
import { settings } from '../../state/settings.ts';
import type { RoutesFound } from '../../worker/file-protocol.ts';
import { Sideways } from './sideways.tsx';

interface Props {
  readonly found: RoutesFound;
  readonly doubts: readonly string[];
}

export function RoutesPanel({ found: { fits, dates }, doubts }: Props) {
  const model = useStore(settings, (s) => s.model);
  return (
    <>
      {doubts.length > 0 && <p className="bring-doubts">Doubtful: {doubts.join('; ')}.</p>}
      {fits.map((fit) => (
        <FromPlace key={fit.from} {...{ fit, dates, model }} />
      ))}
    </>
  );
}

interface FromPlaceProps {
  readonly fit: RouteFit;
  readonly dates: string | null;
  readonly model: Model | undefined;
}

function FromPlace({ fit, dates, model }: FromPlaceProps) {
  const id = useId();
  const file = useStore(ownTable, namedRows);
  const places = model ? routePlaces(model) : [];
  const meant = model ? placesMeant(model, places, fit.from) : [];
  const [chosen, setChosen] = useState<string>();
  const place =
    places.find(({ path }) => path === chosen) ?? (chosen === undefined && meant.length === 1 ? meant[0] : undefined);
  const { goals, choose } = useGoals(model, place, fit);
  const [said, setSaid] = useState('');
  const open = fit.ways.filter(({ to }) => goals.get(to) === undefined);
  const put = async () => {
    const known = new Map([...goals].filter(([, goal]) => goal !== NOT_COUNTED)) as ReadonlyMap<string, string>;
    const piece = routePiece(fit, { path: place!.path, now: valueAt(model!, place!.path), goals: known, file, dates });
    const why =
      typeof piece === 'string'
        ? piece
        : await revise(
            withRoutes(model!, place!.path, piece),
            `${place!.name}: the shares are now as measured in ${file}.`,
          );
    setSaid(why === '' ? 'Done: it counts from now on.' : `It was not put in. ${why}`);
  };
  return (
    <form
      className="bring-routes"
      aria-labelledby={`${id}-from`}
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <h3 id={`${id}-from`}>
        From {fit.from}: {fit.people === 1 ? 'one person' : `${fit.people} people`}
      </h3>
      {model && (
        <p>
          <label htmlFor={id}>This is, in the model,</label>{' '}
          <select id={id} value={place?.path ?? ''} onChange={({ target }) => setChosen(target.value)}>
            <option value="">choose</option>
            {places.map(({ path, name }) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <Sideways>
        <div className="bring-scroll">
          <table>
            <caption className="hidden">Where people went from {fit.from}</caption>
            <ColumnHeads of={['To', 'People', 'Share', '95 % interval']} />
            <tbody>
              {fit.ways.map(({ to, people, share: { value, low, high } }) => (
                <tr key={to}>
                  <th scope="row">{to}</th>
                  <td>{people}</td>
                  <td data-share={value}>{percent(value)}</td>
                  <td>
                    {percent(low!)} to {percent(high!)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Sideways>
      {place && (
        <fieldset className="bring-goals">
          <legend>In the model</legend>
          {fit.ways.map(({ to }) => (
            <label key={to}>
              <span>{to} is</span>{' '}
              <select value={goals.get(to) ?? ''} onChange={({ target }) => choose(to, target.value || undefined)}>
                <option value="">choose</option>
                {place.goals.map((goal) => (
                  <option key={goal.id} value={goal.id}>
                    {goal.name}
                  </option>
                ))}
                <option value={NOT_COUNTED}>not counted</option>
              </select>
            </label>
          ))}
        </fieldset>
      )}
      {place && (
        <p className="bring-into">
          <button type="submit" disabled={open.length > 0}>
            Put these shares into the model
          </button>
          <output>
            {open.length > 0 ? `First say what ${open.map(({ to }) => to).join(', ')} is in the model.` : said}
          </output>
        </p>
      )}
    </form>
  );
}

/** No id begins so. */
const NOT_COUNTED = '-';

/** By name of the file: what the planner chose, else what the name means. */
function useGoals(model: Model | undefined, place: RoutePlace | undefined, { ways }: RouteFit) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string | undefined>>>({});
  const goals = new Map(
    ways.map(({ to }) => {
      const kept = chosen[to];
      const isThere = kept === NOT_COUNTED || place?.goals.some(({ id }) => id === kept);
      return [to, isThere ? kept : to in chosen || !model || !place ? undefined : goalMeant(model, place, to)] as const;
    }),
  );
  return {
    goals,
    choose: (to: string, goal: string | undefined) => setChosen((before) => ({ ...before, [to]: goal })),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
