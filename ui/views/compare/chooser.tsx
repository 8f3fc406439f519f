// Which options to compare with today: a tick box each, at most three, with the edited settings among them.
import { compared, EDITED, MOST_BESIDE } from '../../state/compared.ts';
import type { Column } from '../../study/columns.ts';

interface ChooserProps {
  readonly offered: readonly Omit<Column, 'letter'>[];
  readonly columns: readonly Column[];
}

export function Chooser({ offered, columns }: ChooserProps) {
  const beside = columns.slice(1);
  const isFull = beside.length >= MOST_BESIDE;
  const choose = (id: string, isOn: boolean) =>
    compared.setState({
      beside: offered
        .map((one) => one.id)
        .filter((one) => (one === id ? isOn : beside.some((column) => column.id === one))),
    });
  return (
    <fieldset className="compare-chooser">
      <legend>
        Compare with today (up to {MOST_BESIDE})
        {isFull && offered.length > MOST_BESIDE && '. Untick one to choose another.'}
      </legend>
      {offered.map(({ id, title }) => {
        const column = beside.find((one) => one.id === id);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={column !== undefined}
              disabled={column === undefined && isFull}
              onChange={(event) => choose(id, event.target.checked)}
            />
            {column && <Letter of={column} />}
            {id === EDITED ? `Being edited: ${title}` : title}
          </label>
        );
      })}
      {offered.length === 0 && <p>This model has no options yet. Change something in Explore and come back.</p>}
    </fieldset>
  );
}

/** A column by its letter and title; today says that it is. */
export const Head = ({ of }: { readonly of: Pick<Column, 'letter' | 'title'> }) =>
  of.letter === '' ? (
    <>{`${/^today/i.test(of.title) ? '' : 'Today: '}${of.title}`}</>
  ) : (
    <>
      <Letter of={of} /> {of.title}
    </>
  );

export const Letter = ({ of }: { readonly of: Pick<Column, 'letter'> }) =>
  of.letter === '' ? null : (
    <span className="compare-letter" data-letter={of.letter}>
      {of.letter}
    </span>
  );
