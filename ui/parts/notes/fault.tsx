// What a fault of ours was, to be read, and copied for whoever looks after Onward. Fetched when it happens.
import { useState } from 'react';
import { useStore } from 'zustand';
import { copyText } from '../../ground/copy-text.ts';
import { isShipped, nameInTerminal } from '../../model/shipped-models.ts';
import { faultReport } from '../../shown/fault-report.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import './fault.css';

export function Fault() {
  const message = useStore(results, (s) => s.message);
  const { present, model } = useStore(settings);
  const [said, setSaid] = useState('');
  const shippedAs = model && isShipped(model.id) ? nameInTerminal(model.id) : undefined;
  const report = faultReport({ message, settings: present, model, shippedAs, browser: navigator.userAgent });
  return (
    <>
      <p>For whoever looks after Onward for you. No name is in it, and nothing of the model but its fingerprint.</p>
      <pre className="fault-report">{report}</pre>
      <button
        type="button"
        onClick={() => void copyText(report, 'The report', () => 'select it above and copy it.').then(setSaid)}
      >
        Copy the report
      </button>{' '}
      <output>{said}</output>
    </>
  );
}
