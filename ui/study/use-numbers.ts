// Every number of the document under the settings of the screen; a worker works them out again whenever these change.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../engine/index.ts';
import { askForStudy } from '../session/questions.ts';
import { requestOf, type Settings } from '../model/asked.ts';
import { settings } from '../state/settings.ts';
import { linesOf, type AssumptionLine } from '../shown/assumption-lines.ts';

export interface Numbers {
  readonly model: Model;
  /** The settings they are of. */
  readonly present: Settings;
  readonly lines: readonly AssumptionLine[];
}

/** Those of the settings before stay until the new ones come; undefined while there are none of this model. */
export function useNumbers(): { readonly numbers: Numbers | undefined; readonly problem: string } {
  const model = useStore(settings, (s) => s.model);
  const present = useStore(settings, (s) => s.present);
  const [numbers, setNumbers] = useState<Numbers>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!model) return;
    return askForStudy(
      { type: 'numbers', run: requestOf(present) },
      {
        reply(reply) {
          // What is refused, the page says above.
          if (reply.type !== 'numbers') return;
          setProblem('');
          setNumbers({ model, present, lines: linesOf(model, reply.numbers) });
        },
        failed: setProblem,
      },
    );
  }, [model, present]);
  return { numbers: numbers?.model === model ? numbers : undefined, problem };
}
