// One press puts what was measured into the open model, where the planner says; it can be taken back, and why it cannot be is said.
import { useId, useState } from 'react';

interface Place {
  readonly path: string;
  readonly name: string;
}

interface Props {
  readonly of: 'stay' | 'stream';
  readonly places: readonly Place[];
  /** Gives why not, or nothing. */
  readonly onPut: (path: string, name: string) => Promise<string>;
  readonly children: React.ReactNode;
}

const asks = { stay: 'Stay of', stream: 'Arrivals of' } as const;

export function IntoModel({ of, places, onPut, children }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  const place = places.find(({ path }) => path === chosen) ?? places[0];
  if (!place) return <p>The open model has no {of === 'stay' ? 'service with a stay' : 'arrivals'} to put it into.</p>;
  const put = async () => {
    setSaid('');
    const why = await onPut(place.path, place.name);
    setSaid(why === '' ? 'Done: it counts from now on.' : `It was not put in. ${why}`);
  };
  return (
    <form
      className="bring-into"
      aria-label="Put it into the model"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <label htmlFor={id}>{asks[of]}</label>{' '}
      <select id={id} value={place.path} onChange={({ target }) => setChosen(target.value)}>
        {places.map(({ path, name }) => (
          <option key={path} value={path}>
            {name}
          </option>
        ))}
      </select>{' '}
      {children} <button type="submit">Put it into the model</button>
      <output>{said}</output>
    </form>
  );
}
