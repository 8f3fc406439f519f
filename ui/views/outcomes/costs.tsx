// What a year costs by service, how much of that is for empty places, how an option differs, and each price with its source.
import { useEffect, useRef } from 'react';
import type { Model, Row } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { Bars } from '../../parts/beside/bars.tsx';
import { LinesTable } from '../../parts/beside/lines-table.tsx';
import { Key, type Told } from '../../parts/beside/model-view.tsx';
import { route } from '../../address/route.ts';
import { isCompared, isEnough, rowOf } from '../../shown/numbers.ts';
import {
  EMPTY,
  MONEY_LIMIT,
  NOT_ENTERED,
  sayCost,
  sayCostChange,
  sayEmpty,
  sayPrice,
  sayPrices,
} from '../../words/costs.ts';
import { sentenceOf } from '../../words/headline.ts';
import { PriceForm } from './price-form.tsx';
import './outcomes.css';
import { partLines, pricesOf, serviceLines, stretchesOf, totalLine, unpriced } from '../../shown/cost-lines.ts';

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

/** An old link to the costs leads to them. */
const isLinked = () => /^#\/costs\b/.test(route.getState().hash);

export function Costs(told: Told) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void (isLinked() && heading.current?.scrollIntoView()), []);
  const finding = findingOf(told);
  return (
    <section className="costs" aria-labelledby="costs">
      <h2 id="costs" ref={heading}>
        Costs
      </h2>
      {finding && (
        <>
          <p className="costs-finding">{sentenceOf(finding)}</p>
          <p className="limit small">{MONEY_LIMIT}</p>
        </>
      )}
      {finding ? <Entered {...told} /> : <NotEntered model={told.model} />}
    </section>
  );
}

function Entered(told: Told) {
  const { model, shown, what } = told;
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
          <ColumnHeads of={['Service', 'Price', 'For', 'Where it is from']} />
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
      <h3>Add or change a price</h3>
      <PriceForm model={model} />
    </section>
  );
}

/** Nothing is made up: it says what is missing, and asks for it. */
function NotEntered({ model }: { readonly model: Model }) {
  const given = pricesOf(model);
  return (
    <section aria-label="What is missing">
      <h3>No costs yet: {given.length > 0 ? 'no price here has a source' : 'this model has no prices'}</h3>
      {given.length > 0 && (
        <ul className="dots">
          {given.map(({ station, key, per, pounds }) => (
            <li key={`${station} ${key}`}>
              {model.stations[station].label}: {sayPrice(pounds)} for {per}. It has no source, so it does not count.
            </li>
          ))}
        </ul>
      )}
      <p>
        Enter a price and say where it is from: this page then shows what a year costs.{' '}
        <a href="#/method/rule-19">How costs are counted</a>;{' '}
        <a href="#/explore?m=costs&v=1">a small model with prices</a>.
      </p>
      <PriceForm model={model} />
    </section>
  );
}
