// Fitted stays: which shape fits them best and why, the picture of who is still there, every shape in a table, and the way into the model.
import { useState } from 'react';
import { useStore } from 'zustand';
import { shapesToTake, sourceOfStays, stayPiece, type FittedNumber, type Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { Chart } from '../../parts/chart/chart.tsx';
import { revise } from '../../session/revise.ts';
import { namedRows, ownTable } from '../../state/own-table.ts';
import { settings } from '../../state/settings.ts';
import type { StaysFound } from '../../worker/file-protocol.ts';
import { IntoModel } from './into-model.tsx';
import { Sideways } from './sideways.tsx';
import { withPiece } from './with-piece.ts';

interface Props {
  readonly found: StaysFound;
  readonly doubts: readonly string[];
}

export function StaysPanel({ found, doubts }: Props) {
  const { fit, words, curve } = found;
  const [chosen, setChosen] = useState<string>();
  const shapes = shapesToTake(fit);
  const shape = chosen !== undefined && shapes.includes(chosen) ? chosen : shapes[0];
  const doubtful = [...doubts, ...found.doubts];
  return (
    <>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {doubtful.length > 0 && <p className="bring-doubts">Doubtful: {doubtful.join('; ')}.</p>}
      <StillThere curve={curve} shape={shape} says={words[0]} />
      {fit.shapes.length > 0 && (
        <Sideways>
          <Shapes fit={fit} />
        </Sideways>
      )}
      <Target found={found} shape={shape}>
        <label>
          Shape{' '}
          <select value={shape} onChange={({ target }) => setChosen(target.value)}>
            {shapes.map((each) => (
              <option key={each} value={each}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      </Target>
    </>
  );
}

const nameOf = (shape: string): string =>
  shape === 'empirical' ? 'the records themselves' : shape === 'weibull' ? 'Weibull' : shape;

/** The whole width is as long as all but the last hundredth stay. */
const LAST_SHARE = 0.01;
const MOST_TICKS = 6;

function StillThere({
  curve: { columns, rows },
  shape,
  says,
}: {
  readonly curve: StaysFound['curve'];
  readonly shape: string;
  readonly says: string;
}) {
  const until = rows.findIndex(([, share]) => share < LAST_SHARE);
  const ends = [[0, ...columns.slice(1).map(() => 1)], ...(until < 0 ? rows : rows.slice(0, until + 1))];
  // The records go down in steps: each length is there twice, with the share before it and the share after.
  const seen = ends.flatMap((row, at) => (at === 0 ? [row] : [row.with(1, ends[at - 1][1]), row]));
  const column = columns.indexOf(shape);
  const longest = seen.at(-1)![0];
  // Even steps, because a picture counts in steps.
  const scale = (seen.length - 1) / longest;
  const percent = (at: number) => seen.map((row) => 100 * row[at]);
  const step = niceStep(longest / MOST_TICKS);
  const ticks = Array.from({ length: Math.floor(longest / step) + 1 }, (_, n) => n * step);
  return (
    <div className="bring-picture">
      <h3>People still there after so many days, per cent</h3>
      <Chart
        line={percent(1)}
        at={seen.map(([days]) => days * scale)}
        {...(column >= 0 && { beside: percent(column) })}
        ticks={ticks.map((days) => ({ at: days * scale, label: String(days) }))}
        most={100}
        says={`Of 100 people, how many are still there after each number of days. ${says}`}
      />
      <p className="small">
        Line: the records (Kaplan–Meier: people still there count for as long as they were seen).
        {column >= 0 && ` Dashed: ${nameOf(shape)}.`}
      </p>
      <details>
        <summary>The picture as a table</summary>
        <table>
          <caption className="hidden">People still there, per cent</caption>
          <ColumnHeads of={['Days', 'The records', ...columns.slice(2).map(nameOf)]} />
          <tbody>
            {ticks.map((days) => {
              const row = seen.findLast(([at]) => at <= days)!;
              return (
                <tr key={days}>
                  <th scope="row">{days}</th>
                  {row.slice(1).map((share, at) => (
                    <td key={columns[at + 1]}>{(100 * share).toFixed(1)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((times) => times * power >= least) ?? 10) * power;
}

function Shapes({ fit }: Pick<StaysFound, 'fit'>) {
  return (
    <div className="bring-scroll">
      <table>
        <caption className="hidden">Every shape</caption>
        <ColumnHeads
          of={[
            'Shape',
            'Mean, days',
            'Standard deviation, days',
            'AIC, more than the best',
            'Furthest from the records',
          ]}
        />
        <tbody>
          {fit.shapes.map(({ shape, mean, sd, aicMore, gap }) => (
            <tr key={shape} data-shape={shape}>
              <th scope="row">{nameOf(shape)}</th>
              <td data-value={mean.value}>{ranged(mean)}</td>
              <td data-value={sd.value}>{ranged(sd)}</td>
              <td>{aicMore.toFixed(1)}</td>
              <td>
                {(100 * gap.share).toFixed(1)} of 100, at {short(gap.days)} days
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const short = (days: number): string => String(Number(days.toPrecision(3)));
const ranged = ({ value, low, high }: FittedNumber): string =>
  `${short(value)} (${low === null ? 'no least' : short(low)} to ${high === null ? 'no limit' : short(high)})`;

function Target({
  found,
  shape,
  children,
}: {
  readonly found: StaysFound;
  readonly shape: string;
  readonly children: React.ReactNode;
}) {
  const model = useStore(settings, (s) => s.model);
  const file = useStore(ownTable, namedRows);
  if (!model) return null;
  const places = staysOf(model);
  return (
    <IntoModel
      of="stay"
      places={places}
      onPut={(path, name) => {
        const source = sourceOfStays(found.fit, file, found.dates);
        const { stay, evidence } = stayPiece(found.fit, source, path, shape);
        return revise(withPiece(model, path, stay, evidence), `${name}: the stay is now as measured in ${file}.`);
      }}
    >
      {children}
    </IntoModel>
  );
}

/** Every stay of the document: one a service, or one a kind of person in it. */
function staysOf(model: Model): { path: string; name: string }[] {
  return Object.entries(model.stations).flatMap(([id, { label, stay }]) => {
    if (typeof stay !== 'object' || stay === null) return [];
    if ('shape' in stay) return [{ path: `stations.${id}.stay`, name: label }];
    return Object.entries(stay).flatMap(([who, one]) =>
      typeof one === 'object' && one !== null && 'shape' in one
        ? [
            {
              path: `stations.${id}.stay.${who}`,
              name: `${label}, ${model.needs[who]?.label ?? (who === 'else' ? 'everybody else' : who)}`,
            },
          ]
        : [],
    );
  });
}
