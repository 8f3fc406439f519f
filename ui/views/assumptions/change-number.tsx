// A number changed where it is explained: typed, or taken to an end of its range; the engine checks first whether it may be.
import { useState } from 'react';
import { useStore } from 'zustand';
import { sayProblem, type Model } from '../../../engine/index.ts';
import { askForStudy } from '../../session/questions.ts';
import { NumberBox } from '../../parts/sliders/number-box.tsx';
import { playhead } from '../../state/playhead.ts';
import { requestOf } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { entryOf } from '../../model/values.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { isShare, sayNumber, unitOf } from '../../words/numbers/number-value.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';

interface Props {
  readonly model: Model;
  readonly line: AssumptionLine;
}

export function ChangeNumber({ model, line }: Props) {
  const { path, value, facts, evidence, range } = line;
  const [problem, setProblem] = useState('');
  const isEdited = useStore(settings, (s) => s.present.set[path] !== undefined);
  const control = entryOf(model, path);
  if (!control)
    return (
      <p className="small">
        The length of the run, the number of simulated years and the seed are the same for every option.
      </p>
    );

  const change = (to: number) => {
    setProblem('');
    const { present } = settings.getState();
    const request = requestOf(present);
    askForStudy(
      { type: 'numbers', run: { ...request, set: { ...request.set, [path]: to } } },
      {
        reply(reply) {
          if (reply.type === 'refused') setProblem(reply.problems.map(sayProblem).join(' '));
          if (reply.type !== 'numbers') return;
          settings.move(path, to, Math.floor(playhead.getState().day));
          settings.settle();
        },
        failed: setProblem,
      },
    );
  };
  const ends = range === undefined ? [] : [evidence?.low, evidence?.high];
  const name = sayNumberName(model, path, facts.title);
  const shown = isShare(facts) ? { ...facts, unit: 'share' } : facts;
  return (
    <div className="change-number">
      <span>Change it to</span>
      <NumberBox label={name} control={control} facts={shown} value={value} onEnter={change} />
      <span>{unitOf(facts, path)}</span>
      {ends.map(
        (end) =>
          end !== undefined &&
          end !== value && (
            <button key={end} type="button" onClick={() => change(end)}>
              Try {sayNumber(end, facts, path)}
            </button>
          ),
      )}
      {isEdited && (
        <button type="button" onClick={() => putBack(path)}>
          Put back
        </button>
      )}
      {problem !== '' && (
        <p className="problem" role="alert">
          It stays as it was: {problem}
        </p>
      )}
    </div>
  );
}

/** As the option has it; one step to undo, like any change. */
export function putBack(path: string): void {
  const { present } = settings.getState();
  const { [path]: _, ...set } = present.set;
  settings.become({ ...present, set, moves: present.moves.filter((move) => move.path !== path) });
}
