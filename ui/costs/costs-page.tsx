// The Costs view: what a year costs by service, what of that stands empty, how an option differs, and where each price is from.
import type { Model } from '../../engine/index.ts';
import { Bars } from '../beside/bars.tsx';
import { LinesTable } from '../beside/lines-table.tsx';
import { Key, ModelView, type Told } from '../beside/model-view.tsx';
import { isCompared, isEnough, rowOf } from '../numbers.ts';
import {
  EMPTY,
  MONEY_LIMIT,
  NOT_ENTERED,
  sayCost,
  sayCostChange,
  sayEmpty,
  sayPrice,
  sayPrices,
} from '../words/costs.ts';
import { partLines, pricesOf, serviceLines, stretchesOf, totalLine, unpriced } from './cost-lines.ts';

export const CostsPage = () => (
  <ModelView title="Costs" finding={findingOf} limit={MONEY_LIMIT}>
    {(told) => <Costs {...told} />}
  </ModelView>
);

const isEntered = ({ shown }: Told): boolean => typeof rowOf(shown.option, 'all', 'cost')?.value === 'number';

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
                <th scope="row">{model.stations[station]!.label}</th>
                <td>{sayPrice(pounds)}</td>
                <td>{per}</td>
                <td>
                  {evidence
                    ? `${evidence.status}: ${evidence.source}`
                    : `no source, so it does not count: add one to show`}
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

/** Nothing is made up: it says what is missing, and where it goes. */
function NotEntered({ model }: { readonly model: Model }) {
  const given = pricesOf(model);
  const example = Object.entries(model.stations).find(([, { kind }]) => kind === 'ward' || kind === 'caseload')?.[0];
  return (
    <section aria-label="What is missing">
      <h2>Cost a year – {NOT_ENTERED}</h2>
      {given.length > 0 ? (
        <ul className="dots">
          {given.map(({ station, key }) => (
            <li key={`${station} ${key}`}>
              <code>{`stations.${station}.costs.${key}`}</code> has no line of evidence.
            </li>
          ))}
        </ul>
      ) : (
        <p>
          This model has no prices. A price goes into the document beside the service it is for, and its source into the
          evidence under the same path. A price may be for a place and day, a person and day, a visit, a start, or a
          delayed day.
        </p>
      )}
      {example && (
        <pre>
          <code>{`"stations": { "${example}": { …, "costs": { "personDayGbp": … } } }
"evidence": { "stations.${example}.costs.personDayGbp": { "status": …, "source": … } }`}</code>
        </pre>
      )}
      <p>
        <a href="#/method/rule-19">How costs are counted</a> ·{' '}
        <a href="#/explore?m=costs&v=1">A small model with prices</a>
      </p>
    </section>
  );
}
