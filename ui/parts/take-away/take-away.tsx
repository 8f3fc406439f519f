// What can be taken away from the screen, in the Share menu: papers, numbers, charts, the command, a code to scan, the page itself.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { compareOptions } from '../../session/questions.ts';
import { commandFor, isCompared } from '../../shown/numbers.ts';
import { saveFile, saveText } from '../../ground/save-file.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { optionsOf } from '../../model/values.ts';
import { copyText } from '../../ground/copy-text.ts';
import { saveDifferences, saveSlides, saveSummary, saveWord, saveWorkbook } from '../../export/files.ts';
import { XLSX } from '../../export/papers/workbook.ts';
import { Make, type MakeProps } from '../../export/make.tsx';
import { saveMap } from '../../export/pictures/map-picture.ts';
import { MovingPicture } from './moving-picture.tsx';
import { saveOfflinePage } from '../../export/offline-page.ts';
import { isAsShipped, nameForCommand } from '../../export/origin.ts';
import { QrCode } from './qr-code.tsx';
import { Working, useWork, type Task } from '../../export/work.tsx';
import { workbookOf } from '../../session/own-files.ts';
import './export.css';

export interface TakeAwayProps {
  readonly say: (words: string) => void;
}

export function TakeAway({ say }: TakeAwayProps) {
  const model = useStore(settings, (s) => s.model);
  const shown = useStore(results, (s) => s.shown);
  const isDone = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const work = useWork(say);
  if (!model) return null;
  const button = { work, isReady: isDone };
  const compared = isCompared(shown);
  return (
    <div className="take-away">
      <Working work={work} />
      <fieldset>
        <legend>A board paper, with charts to edit</legend>
        <Make {...button} what="The Word paper" task={saveWord}>
          Word
        </Make>
        <Make {...button} what="The slides" task={saveSlides}>
          PowerPoint
        </Make>
      </fieldset>
      <fieldset>
        <legend>The numbers</legend>
        <Make {...button} what="The workbook" task={saveWorkbook}>
          Excel workbook
        </Make>
        <Make {...button} what="The table" task={saveSummary('csv')}>
          All numbers, CSV
        </Make>
        <Make {...button} what="The table" task={saveSummary('parquet')}>
          All numbers, Parquet
        </Make>
        {compared && (
          <Make {...button} what="The table" task={saveDifferences}>
            Differences, CSV
          </Make>
        )}
        <AllOptions model={model} {...button} />
      </fieldset>
      <fieldset>
        <legend>The model, to be changed in Excel and opened here again</legend>
        <Make work={work} isReady what="The model" task={saveModel(model)}>
          Model as a workbook
        </Make>
      </fieldset>
      <Command model={model} say={say} />
      <fieldset>
        <legend>The map</legend>
        <Make {...button} what="The picture" task={saveMap('png')}>
          PNG
        </Make>
        <Make {...button} what="The picture" task={saveMap('svg')}>
          SVG
        </Make>
        <MovingPicture {...button} />
      </fieldset>
      <fieldset>
        <legend>The page itself</legend>
        <Make work={work} isReady what="The page" task={(_progress, signal) => saveOfflinePage(signal)}>
          Save this page for offline use
        </Make>
        <p>One file: it opens from a disk or an email, on this very screen, with no network.</p>
      </fieldset>
      <QrCode />
    </div>
  );
}

const saveModel =
  (model: Model): Task =>
  async (_progress, signal) =>
    saveFile(await workbookOf(model, signal), `${model.id}.xlsx`, XLSX);

function AllOptions({ model, ...button }: Pick<MakeProps, 'work' | 'isReady'> & { readonly model: Model }) {
  const options = optionsOf(model).map(({ id }) => id);
  if (options.length < 2) return null;
  const task: Task = async (progress, signal) =>
    saveText(`${await compareOptions(options, progress, signal)}\n`, `onward-${model.id}-all-options.json`);
  return (
    <Make {...button} what="The comparison" task={task}>
      Save all {options.length} options compared, as JSON
    </Make>
  );
}

/** A model from a file of one's own is found by a terminal only when it has been saved beside it. */
function Command({ model, say }: { readonly model: Model; readonly say: (words: string) => void }) {
  const shown = useStore(results, (s) => s.shown);
  const [known, setKnown] = useState<{ readonly model: Model; readonly asShipped: boolean }>();
  useEffect(() => {
    let isWanted = true;
    isAsShipped(model).then(
      (asShipped) => isWanted && setKnown({ model, asShipped }),
      () => isWanted && setKnown({ model, asShipped: false }),
    );
    return () => void (isWanted = false);
  }, [model]);
  if (!shown || known?.model !== model) return null;
  const { asShipped } = known;
  const command = commandFor(nameForCommand(model, asShipped), shown);
  const copy = () => copyText(command, 'The command', () => 'select it above and copy it.').then(say);
  return (
    <fieldset>
      <legend>The same numbers in a terminal, to the last digit</legend>
      <code>{command}</code>
      <button type="button" onClick={() => void copy()}>
        Copy the command
      </button>
      {!asShipped && (
        <>
          <p>This model does not come with Onward: save its file where the command is run.</p>
          <button
            type="button"
            onClick={() => say(saveText(`${JSON.stringify(model, null, 2)}\n`, nameForCommand(model, false)))}
          >
            Save the model for the terminal
          </button>
        </>
      )}
    </fieldset>
  );
}
