// A text of the drawing with its label: kept on Enter or on leaving it, put back by Escape.
import { useId, useState } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  onEnter(text: string): void;
}

export function TextField({ label, value, hint, onEnter }: TextFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const enter = () => {
    setTyped(undefined);
    if (typed !== undefined && typed.trim() !== value) onEnter(typed.trim());
  };
  return (
    <p className="build-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={hint}
        data-at-rest={typed === undefined}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
    </p>
  );
}
