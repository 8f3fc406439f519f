// A plan by month: which service each of its pathways is, what it would make of the model, and one press that puts it there.
import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  PLAN,
  PLAN_MIX,
  plannedModel,
  sayProblem,
  serviceMeant,
  servicesOf,
  type Model,
  type PlanAsks,
} from '../../../engine/index.ts';
import { monthsOfServices } from '../../../formats/records/plan-of-services.ts';
import type { Settings } from '../../model/asked.ts';
import { revise } from '../../session/revise.ts';
import { ownTable } from '../../state/own-table.ts';
import { keepPlan, keptPlan } from '../../state/plan-columns.ts';
import { settings } from '../../state/settings.ts';
import type { PlanFound } from '../../worker/file-protocol.ts';
import { BesidePlan } from './beside-plan.tsx';

export function PlanPanel({ found }: { readonly found: PlanFound }) {
  const model = useStore(settings, (s) => s.model);
  // Another plan may say by itself what its capacity counts.
  return model ? <Plan key={String(found.isInPlaces)} model={model} found={found} /> : null;
}

interface Props {
  readonly model: Model;
  readonly found: PlanFound;
}

const LEFT_OUT = '';

function Plan({ model, found: { rows, isInPlaces } }: Props) {
  const id = useId();
  const file = useStore(ownTable, (s) => s.files[0]?.name ?? '');
  const [kept, setKept] = useState(() => ({ ...keptPlan(), ...(isInPlaces && { capacityIn: 'places' as const }) }));
  const [stream, setStream] = useState<string>();
  const [said, setSaid] = useState('');
  const services = servicesOf(model);
  const streams = Object.entries(model.streams);
  const pathways = [...new Set(rows.map(({ pathway }) => pathway))];
  const serviceOf = (pathway: string): string | undefined => {
    const before = kept.services[pathway];
    if (before === LEFT_OUT || services.some((one) => one.id === before)) return before;
    return serviceMeant(model, pathway);
  };
  const open = pathways.filter((pathway) => serviceOf(pathway) === undefined);
  const by = streams.find(([one]) => one === stream)?.[0] ?? streams[0][0];
  const change = (more: Partial<typeof kept>) => {
    const next = { ...kept, ...more };
    setKept(next);
    keepPlan(next);
    setSaid('');
  };
  const asks: PlanAsks = {
    months: monthsOfServices(
      rows.flatMap((row) => {
        const service = serviceOf(row.pathway);
        return service === undefined || service === LEFT_OUT ? [] : [{ ...row, service }];
      }),
    ),
    stream: by,
    capacityIn: kept.capacityIn,
    file,
  };
  const planned = usePlanned(model, asks);
  const put = async () => {
    if (!('document' in planned)) return;
    const { document } = planned;
    const shown = sayShown(document);
    const why = await revise(document, `The plan ${file} is in the model. ${shown}`, (now) =>
      seenOfPlan(document, now),
    );
    setSaid(why === '' ? `Done: it counts from now on. ${shown}` : `It was not put in. ${why}`);
  };
  return (
    <form
      className="bring-plan"
      aria-label="The plan in the model"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <table>
        <caption className="hidden">What each pathway of the plan is in the model</caption>
        <thead>
          <tr>
            <th scope="col">Pathway of the plan</th>
            <th scope="col">Service of the model</th>
          </tr>
        </thead>
        <tbody>
          {pathways.map((pathway) => (
            <tr key={pathway}>
              <th scope="row">{pathway}</th>
              <td>
                <select
                  aria-label={`${pathway}, in the model`}
                  value={serviceOf(pathway) ?? 'choose'}
                  onChange={({ target }) => change({ services: { ...kept.services, [pathway]: target.value } })}
                >
                  {serviceOf(pathway) === undefined && <option value="choose">choose</option>}
                  {services.map(({ id: service, name }) => (
                    <option key={service} value={service}>
                      {name}
                    </option>
                  ))}
                  <option value={LEFT_OUT}>left out</option>
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ capacity }) => capacity !== null) && (
        <p>
          <label htmlFor={`${id}-in`}>Capacity counts</label>{' '}
          <select
            id={`${id}-in`}
            value={kept.capacityIn}
            onChange={({ target }) => change({ capacityIn: target.value === 'places' ? 'places' : 'people' })}
          >
            <option value="people">people who can begin in the month</option>
            <option value="places">places</option>
          </select>
        </p>
      )}
      {streams.length > 1 && rows.some(({ demand }) => demand !== null) && (
        <p>
          <label htmlFor={`${id}-by`}>Its people come by</label>{' '}
          <select id={`${id}-by`} value={by} onChange={({ target }) => setStream(target.value)}>
            {streams.map(([one, { label }]) => (
              <option key={one} value={one}>
                {label ?? one}
              </option>
            ))}
          </select>
        </p>
      )}
      {open.length > 0 ? (
        <p>First say what {open.join(', ')} is in the model.</p>
      ) : 'problem' in planned ? (
        <p role="alert">{planned.problem}</p>
      ) : (
        <>
          <p>In the model:</p>
          <ul className="bring-planned">
            {planned.said.map((one) => (
              <li key={one}>{one.charAt(0).toUpperCase() + one.slice(1)}.</li>
            ))}
          </ul>
          <p className="bring-into">
            <button type="submit">Put the plan into the model</button>
            <output>{said}</output>
          </p>
          <BesidePlan model={planned.document} months={asks.months} capacityIn={kept.capacityIn} />
        </>
      )}
    </form>
  );
}

/** What was put in is what is shown: its option, where it has one, under its condition. */
function seenOfPlan(model: Model, now: Settings): Settings {
  const has = (condition: string) => now.conditions.includes(condition) || condition === PLAN_MIX;
  const conditions = (model.conditions ?? []).map(({ id }) => id).filter(has);
  // As when an option is chosen: what was moved over the one before is laid aside.
  return hasPlan(model)
    ? { ...now, option: PLAN, conditions, set: {}, changes: [], moves: [] }
    : { ...now, conditions };
}

const hasPlan = ({ options = [] }: Model): boolean => options.some(({ id }) => id === PLAN);

/** "Explore shows the option “As planned” with “Needs change by month, as in the plan” switched on." */
function sayShown(model: Model): string {
  const option = model.options?.find(({ id }) => id === PLAN);
  const mix = model.conditions?.find(({ id }) => id === PLAN_MIX);
  if (!option && !mix) return 'Explore shows its demand.';
  const shown = option ? `the option “${option.title}”` : 'its demand';
  return `Explore shows ${shown}${mix ? `, with “${mix.title}” switched on` : ''}.`;
}

/** What the plan would make of the model, or why it cannot. */
function usePlanned(model: Model, asks: PlanAsks) {
  const of = JSON.stringify(asks);
  return useMemo(() => {
    try {
      const planned = plannedModel(model, JSON.parse(of) as PlanAsks);
      return 'path' in planned ? { problem: sayProblem(planned) } : planned;
    } catch (error) {
      return { problem: `The plan does not fit this model. ${error instanceof Error ? error.message : String(error)}` };
    }
  }, [model, of]);
}
