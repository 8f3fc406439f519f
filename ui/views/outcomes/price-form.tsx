// A price is entered with its source, or not at all: what for, how much, where it is from and how well it is known.
import { useState } from 'react';
import { typedNumber, type Evidence, type Model } from '../../../engine/index.ts';
import { withEvidence } from '../../model/draft/write.ts';
import { revise } from '../../session/revise.ts';
import { prices, sayPrice, type PriceKey } from '../../words/costs.ts';

const known: readonly (readonly [Evidence['status'], string])[] = [
  ['measured', 'measured here'],
  ['estimated', 'estimated, or from elsewhere'],
  ['illustrative', 'made up, to see what it does'],
];

/** "£1,250" as people write it. */
const readPounds = (text: string) => typedNumber(text.replace(/[£\s]/g, ''));

export function PriceForm({ model }: { readonly model: Model }) {
  const services = Object.entries(model.stations).filter(([, { kind }]) => kind !== 'exit');
  const [station, setStation] = useState(services[0]?.[0] ?? '');
  const [problem, setProblem] = useState('');
  const here = model.stations[station] ?? services[0]?.[1];
  if (here === undefined) return null;
  const at = model.stations[station] === here ? station : services[0][0];
  // A visit has a price only where visits are planned, and a place only where there are so many.
  const isForThis = ({ key }: { readonly key: PriceKey }): boolean =>
    key === 'visitGbp'
      ? here.visitsPerDay !== undefined
      : key !== 'placeDayGbp' || [here.beds, here.places, here.staff].some((count) => typeof count === 'number');
  const forThis = prices.filter(isForThis);

  const keep = async (form: FormData) => {
    const pounds = readPounds(String(form.get('pounds')));
    const source = String(form.get('source')).trim();
    if (!('value' in pounds) || pounds.value <= 0)
      return setProblem('Write the price in pounds, such as 395 or 42.50.');
    if (source === '') return setProblem('Say where the price is from. A price without a source does not count.');
    const key = String(form.get('key')) as PriceKey;
    const priced = { ...here, costs: { ...here.costs, [key]: pounds.value } };
    const status = String(form.get('status')) as Evidence['status'];
    const next = withEvidence(
      { ...model, stations: { ...model.stations, [at]: priced } },
      `stations.${at}.costs.${key}`,
      { status, source },
    );
    const per = prices.find((one) => one.key === key)!.per;
    setProblem(await revise(next, `${here.label}: ${sayPrice(pounds.value)} for ${per}. It counts from now on.`));
  };
  return (
    <form
      className="price-form"
      aria-label="A price with its source"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(new FormData(event.currentTarget));
      }}
    >
      <label>
        Service{' '}
        <select value={at} onChange={(event) => setStation(event.target.value)}>
          {services.map(([id, { label }]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        For{' '}
        <select name="key" key={at}>
          {forThis.map(({ key, per }) => (
            <option key={key} value={key}>
              {per}
            </option>
          ))}
        </select>
      </label>
      <label>
        Pounds <input type="text" name="pounds" inputMode="decimal" autoComplete="off" />
      </label>
      <label>
        Where is it from? <input type="text" name="source" autoComplete="off" />
      </label>
      <label>
        How well is it known?{' '}
        <select name="status">
          {known.map(([status, words]) => (
            <option key={status} value={status}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Add this price</button>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
