// A slider of "What if": under the thumb it stands where it was put, until the stage says where it is.
import { useId, useState } from 'react';
import type { Chooser, Lever } from './choices.ts';

export function WhatIf({ lever, choose }: { readonly lever: Lever } & Pick<Chooser, 'choose'>) {
  const id = useId();
  const { path, label, least, most, step, value, said, isMoved } = lever;
  const [put, setPut] = useState<number>();
  const letGo = () => setPut(undefined);
  return (
    <p className="choosing-lever" data-path={path} data-moved={isMoved || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={put ?? value}
        aria-valuetext={said}
        onChange={(event) => {
          const to = Number(event.target.value);
          setPut(to);
          choose({ path, value: to });
        }}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <output htmlFor={id}>{said}</output>
    </p>
  );
}
