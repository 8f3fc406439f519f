// The Costs view: what a year costs by service, how much of that is for empty places, how an option differs, and each price's source.
import { useState } from 'react';
import type { Model, Row } from '../../../engine/index.ts';
import { Bars } from '../../parts/beside/bars.tsx';
import { LinesTable } from '../../parts/beside/lines-table.tsx';
import { Key, ModelView, type Told } from '../../parts/beside/model-view.tsx';
import { saveText } from '../../ground/save-file.ts';
import { isCompared, isEnough, rowOf } from '../../shown/numbers.ts';
import {
  EMPTY,
  MONEY_LIMIT,
  NOT_ENTERED,
  prices,
  sayCost,
  sayCostChange,
  sayEmpty,
  sayPrice,
  sayPrices,
} from '../../words/costs.ts';
import { partLines, pricesOf, serviceLines, stretchesOf, totalLine, unpriced } from '../../shown/cost-lines.ts';

export const CostsPage = () => (
  <ModelView title="Costs" finding={findingOf} limit={MONEY_LIMIT}>
    {(told) => <Costs {...told} />}
  </ModelView>
);

/** Priced, though a run that does not settle has no average of it. */
const hasCost = (row: Row | undefined): boolean => typeof row?.value === 'number' || row?.settles === false;

const isEntered = ({ shown }: Told): boolean => hasCost(rowOf(shown.option, 'all', 'cost'));

function findingOf(told: Told) {
  const { shown, what } = told;
  if (!isEntered(told)) return undefined;
  return isCompared(shown)
    ? sayCostChange(what, rowOf(shown.differences, 'all', 'cost'), isEnough(shown))
    : sayCost(what, rowOf(shown.option, 'all', 'cost'));
}

function Costs(told: Told) {
  const { model, shown, what } = told;
  if (!isEntered(told)) return <NotEntered model={model} />;
  const services = serviceLines(model, shown);
  const lines = services.length > 1 ? [...services, totalLine] : services;
  const parts = partLines(model);
  const empty = sayEmpty(rowOf(shown.option, 'all', 'cost', EMPTY), rowOf(shown.option, 'all', 'cost', 'open places'));
  const missing = unpriced(model, services);
  const used = [...new Set(services.flatMap((line) => stretchesOf(shown, line, 'option').map(({ of }) => of)))];
  return (
    <>
      <section aria-label="By service">
        <h3>A year by service</h3>
        {empty !== '' && <p>{empty}.</p>}
        <Bars
          lines={services}
          shown={shown}
          says="What a year costs, by service"
          stretches={(line, of) => stretchesOf(shown, line, of)}
        />
        <Key shown={shown} stretches={used.map((of) => [of, of === 'open places' ? 'open places in use' : of])} />
        <LinesTable caption="A year by service" of="Service" {...{ lines, shown }} name={what} />
        {missing.length > 0 && (
          <p className="not-entered">
            {missing.join(', ')}: {NOT_ENTERED}.
          </p>
        )}
      </section>
      <section aria-label="By what is paid for">
        <h3>A year by what is paid for</h3>
        <Bars lines={parts} shown={shown} says="What a year costs, by what is paid for" />
        <LinesTable caption="A year by what is paid for" of="Paid for" {...{ lines: parts, shown }} name={what} />
      </section>
      <Prices model={model} />
    </>
  );
}

function Prices({ model }: { readonly model: Model }) {
  return (
    <section aria-label="Prices">
      <h3>The prices</h3>
      <p>
        {sayPrices(model)} <a href="#/method/rule-19">How costs are counted</a>
      </p>
      <div className="lines-scroll">
        <table>
          <caption className="hidden">The prices and where they are from</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Price</th>
              <th scope="col">For</th>
              <th scope="col">Where it is from</th>
            </tr>
          </thead>
          <tbody>
            {pricesOf(model).map(({ station, key, per, pounds, evidence }) => (
              <tr key={`${station} ${key}`}>
                <th scope="row">{model.stations[station].label}</th>
                <td>{sayPrice(pounds)}</td>
                <td>{per}</td>
                <td>
                  {evidence
                    ? `${evidence.status}: ${evidence.source}`
                    : `no source, so it does not count: add one to include it`}
                  {evidence?.note && <span className="evidence-line">{evidence.note}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const saveModel = (model: Model): string => saveText(`${JSON.stringify(model, null, 2)}\n`, `${model.id}.json`);

/** Nothing is made up: it says what is missing, and how to add it. */
function NotEntered({ model }: { readonly model: Model }) {
  const given = pricesOf(model);
  const [said, setSaid] = useState('');
  return (
    <section aria-label="What is missing">
      <h2>No costs yet: {given.length > 0 ? 'no price here has a source' : 'this model has no prices'}</h2>
      {given.length > 0 && (
        <ul className="dots">
          {given.map(({ station, key, per, pounds }) => (
            <li key={`${station} ${key}`}>
              {model.stations[station].label}: {sayPrice(pounds)} for {per}. It has no source, so it does not count.
            </li>
          ))}
        </ul>
      )}
      <h3>To add a price</h3>
      <ol>
        <li>
          Save the model as a text file.{' '}
          <button type="button" onClick={() => setSaid(saveModel(model))}>
            Save the model document
          </button>{' '}
          <output>{said}</output>
        </li>
        <li>
          In that file, give each service its price in pounds. A price can be for{' '}
          {prices.map(({ per }) => per).join('; ')}.
        </li>
        <li>
          Beside it, say where the price is from, and whether it is measured, estimated or illustrative. A price without
          a source does not count.
        </li>
        <li>Open the file here, under “Share and open”. This view then shows what a year costs.</li>
      </ol>
      <p>
        The words to write are under <a href="#/method/rule-19">How costs are counted</a>;{' '}
        <a href="#/explore?m=costs&v=1">a small model with prices</a> shows them at work.
      </p>
    </section>
  );
}
