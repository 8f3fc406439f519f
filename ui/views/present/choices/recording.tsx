// Recording: what is on the stage becomes a step of the story, with a title and notes; and what else is kept of a talk.
import { copyText } from '../../../ground/copy-text.ts';
import { useId, useState } from 'react';
import { saveText } from '../../../ground/save-file.ts';
import type { Chooser, Choices } from './choices.ts';
import './choosing.css';

interface RecordingProps extends Chooser {
  readonly choices: Choices;
  /** Of the step that is shown: what a new one begins with. */
  readonly title: string;
  readonly notes: string;
  /** What came of the last choice. */
  readonly said: string;
}

export function Recording({ choices, title, notes, said, choose, ask }: RecordingProps) {
  const id = useId();
  const [newTitle, setTitle] = useState(title.slice(0, 200));
  const [newNotes, setNotes] = useState(notes);
  const [own, setOwn] = useState('');
  const { isEdited, canTakeOut, isRecorded } = choices;
  return (
    <div className="choosing">
      <fieldset className="choosing-record">
        <legend>Record what is on the screen as a step</legend>
        <label htmlFor={`${id}-title`}>Title</label>
        <input
          id={`${id}-title`}
          type="text"
          maxLength={200}
          value={newTitle}
          onChange={(event) => setTitle(event.target.value)}
        />
        <label htmlFor={`${id}-notes`}>Notes</label>
        <textarea
          id={`${id}-notes`}
          maxLength={2000}
          rows={2}
          value={newNotes}
          onChange={(event) => setNotes(event.target.value)}
        />
        {isEdited && <p>What was moved is kept with the step, as an option of your own.</p>}
        <div className="choosing-row">
          <button
            type="button"
            disabled={newTitle.trim() === ''}
            onClick={() => choose({ record: { title: newTitle, notes: newNotes } })}
          >
            Record a step
          </button>
          <button type="button" disabled={!canTakeOut} onClick={() => choose({ story: 'without this step' })}>
            Take this step out
          </button>
          {isRecorded && (
            <button type="button" onClick={() => choose({ story: 'as it was' })}>
              Back to the document’s story
            </button>
          )}
        </div>
      </fieldset>
      <div className="choosing-row">
        <button type="button" onClick={() => void ask('link').then(copy).then(setOwn)}>
          Copy link to this step
        </button>
        <button
          type="button"
          onClick={() => void ask('document').then((text) => setOwn(saveText(text, 'model-with-its-story.json')))}
        >
          Save the model with its story
        </button>
      </div>
      <output>{said || own}</output>
    </div>
  );
}

const copy = (link: string): Promise<string> =>
  copyText(link, 'Link', () => 'the link is in the address bar of the presentation.');
