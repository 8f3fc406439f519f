// A small picture of an option: a bar for the places of each service, and a mark where today’s are. The words beside it say the same.
import { max } from 'd3';
import type { Model, Option } from '../../../engine/index.ts';
import { valueInDocument, valueUnderOption } from '../../model/values.ts';

const ROW_PX = 10;
const WIDTH_PX = 120;
const MOST_ROWS = 6;
const PLACES = /^stations\.[^.]+\.(beds|places|staff|startsPerMonth)$/;

export function PlacesPicture({ model, option }: { readonly model: Model; readonly option: Option }) {
  const rows = (model.controls ?? [])
    .filter(({ path }) => PLACES.test(path))
    .flatMap(({ path }) => {
      const [now, today] = [valueUnderOption(model, option.id, path), valueInDocument(model, path)];
      return typeof now === 'number' && typeof today === 'number' ? [{ path, now, today }] : [];
    })
    .slice(0, MOST_ROWS);
  const most = max(rows.flatMap(({ now, today }) => [now, today])) || 1;
  const x = (value: number) => (WIDTH_PX * value) / most;
  if (rows.length === 0) return null;
  return (
    <svg className="places-picture" width={WIDTH_PX + 4} height={rows.length * ROW_PX} aria-hidden="true">
      {rows.map(({ path, now, today }, at) => (
        <g key={path} transform={`translate(0 ${at * ROW_PX})`}>
          <rect width={x(now)} height={ROW_PX - 3} />
          <line x1={x(today) + 1} x2={x(today) + 1} y1="-1" y2={ROW_PX - 2} />
        </g>
      ))}
    </svg>
  );
}
