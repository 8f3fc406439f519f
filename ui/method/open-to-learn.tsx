// A link that opens a model to learn from in the Explore view. The models are fetched one by one, when they are asked for.
import { useState } from 'react';
import { openText } from '../follow.ts';
import { settings } from '../stores/settings.ts';

const files = import.meta.glob<string>('../../models/learn/*.json', { query: '?raw', import: 'default' });

const linkTo = (id: string): string => `#/explore?m=${id}&v=1`;

export function OpenToLearn({ id }: { id: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <a
        href={linkTo(id)}
        onClick={(event) => {
          event.preventDefault();
          open(id).catch(() => setFailed(true));
        }}
      >
        <code>models/learn/{id}.json</code>
      </a>
      {failed && <span role="alert"> (could not be loaded: reload the page)</span>}
    </>
  );
}

/** The address follows only once the model is there: it names the model and does not carry it. */
async function open(id: string): Promise<void> {
  await openText(await files[`../../models/learn/${id}.json`](), linkTo(id));
  if (settings.getState().model?.id === id) location.hash = linkTo(id);
}
