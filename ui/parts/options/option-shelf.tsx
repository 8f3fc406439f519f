// The shelf: a card for each option made here, with a picture of its places and what it changes; named, noted, moved, copied, deleted.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Model, Option } from '../../../engine/index.ts';
import { ownOptions } from '../../model/own-options.ts';
import { change, duplicate, move, remove } from '../../session/own-options.ts';
import { settings } from '../../state/settings.ts';
import { sayChanges } from '../../words/option-changes.ts';
import { Found } from './found.tsx';
import { PlacesPicture } from './places-picture.tsx';
import './options.css';

export function OptionShelf({ model }: { readonly model: Model }) {
  const own = ownOptions(model);
  if (own.length === 0) return null;
  return (
    <details className="option-shelf" open>
      <summary>Your options ({own.length})</summary>
      <ul>
        {own.map((option, at) => (
          <Card key={option.id} model={model} option={option} isFirst={at === 0} isLast={at === own.length - 1} />
        ))}
      </ul>
    </details>
  );
}

interface CardProps {
  readonly model: Model;
  readonly option: Option;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Card({ model, option, isFirst, isLast }: CardProps) {
  const id = useId();
  const isShown = useStore(settings, (s) => s.present.option === option.id);
  const [title, setTitle] = useState(option.title);
  const [about, setAbout] = useState(option.about ?? '');
  const save = () => {
    if (title.trim() === '') setTitle(option.title);
    else if (title !== option.title || about !== (option.about ?? '')) void change(option.id, { title, about });
  };
  const changes = sayChanges(model, option);
  return (
    <li className="option-card" data-shown={isShown || undefined} data-option={option.id}>
      <label htmlFor={`${id}-title`} className="hidden">
        Name
      </label>
      <input
        id={`${id}-title`}
        type="text"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <PlacesPicture model={model} option={option} />
      <Found model={model} option={option} />
      <p className="about">{changes.length > 0 ? changes.slice(0, 4).join(' · ') : 'The same as today.'}</p>
      <label htmlFor={`${id}-note`} className="hidden">
        Note
      </label>
      <textarea
        id={`${id}-note`}
        rows={1}
        maxLength={1000}
        placeholder="A note"
        value={about}
        onChange={(event) => setAbout(event.target.value)}
        onBlur={save}
      />
      <div className="option-acts">
        <button type="button" aria-pressed={isShown} onClick={() => settings.choose(option.id)}>
          {isShown ? 'Shown' : 'Show'}
        </button>
        <button type="button" onClick={() => void duplicate(option)}>
          Copy
        </button>
        <button
          type="button"
          disabled={isFirst}
          onClick={() => void move(option.id, -1)}
          aria-label={`Up: ${option.title}`}
        >
          ↑
        </button>
        <button
          type="button"
          disabled={isLast}
          onClick={() => void move(option.id, 1)}
          aria-label={`Down: ${option.title}`}
        >
          ↓
        </button>
        <button type="button" onClick={() => void remove(option)} aria-label={`Delete: ${option.title}`}>
          Delete
        </button>
      </div>
    </li>
  );
}
