// Beside a link: that the model does not fit into it, where it does not, and its file.
import { useState } from 'react';
import { useStore } from 'zustand';
import { MOST_IN_MAIL, wholeLink } from '../../address/address-bar.ts';
import { carriedOf } from '../../address/carried.ts';
import { saveText } from '../../ground/save-file.ts';
import { settings } from '../../state/settings.ts';
import { sayCount } from '../../words/numbers/count.ts';

export function LinkNeedsFile() {
  const model = useStore(settings, (s) => s.model);
  useStore(settings, (s) => s.present);
  const [said, setSaid] = useState('');
  const letters = wholeLink()?.length ?? 0;
  if (!model || letters <= MOST_IN_MAIL) return null;
  const isWhole = carriedOf(model)?.[0] === 'z';
  return (
    <p className="link-needs-file">
      With {isWhole ? 'the model' : 'what you entered in the model'} the link would have {sayCount(letters)} characters;
      mail programs break links of more than {sayCount(MOST_IN_MAIL)}. The link only names the model: send its file as
      well.{' '}
      <button type="button" onClick={() => setSaid(saveText(JSON.stringify(model, null, 2), `${model.id}.json`))}>
        Save the model to send with the link
      </button>{' '}
      <output>{said}</output>
    </p>
  );
}
