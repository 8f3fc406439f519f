// How to do a report again: the command, the seed, the version, the document's fingerprint, and the link.
import { makeManifest, VERSION, type Model } from '../../../engine/index.ts';
import { linkNow } from '../../address/address-bar.ts';
import type { Told } from '../../parts/beside/model-view.tsx';
import { ownOptions } from '../../model/own-options.ts';
import { isShipped, nameInTerminal } from '../../model/shipped-models.ts';
import { commandFor } from '../../shown/numbers.ts';
import { sayRuns } from '../../words/numbers/runs.ts';

/** Command, seed and version: the same numbers to the last digit. */
export function Again({ model, shown }: Told) {
  const { seed, replications, option, conditions, set } = shown.settings;
  const command = commandFor(nameForCommand(model), shown);
  const { modelHash } = makeManifest(model, { seed, replications, options: [option], baseline: null, conditions, set });
  return (
    <section aria-labelledby="report-again">
      <h2 id="report-again">How to do it again</h2>
      <p>
        Onward {VERSION} gives the same numbers to the last digit on every computer: model <code>{model.id}</code>{' '}
        (fingerprint <code>{modelHash.slice(0, 16)}</code>), seed {seed},{' '}
        {sayRuns(replications, model.calendar.runDays)}.
      </p>
      {command === undefined ? (
        <p>Dated changes made by hand have no command; the link below includes them.</p>
      ) : (
        <pre className="report-command">{command}</pre>
      )}
      <p>
        The link to this screen: <span className="report-link">{linkNow()}</span>
      </p>
    </section>
  );
}

/** A document of one's own is named by its file. */
const nameForCommand = (model: Model): string =>
  isShipped(model.id) && ownOptions(model).length === 0 ? nameInTerminal(model.id) : `${model.id}.json`;
