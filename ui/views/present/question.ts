// A question from the floor: Escape goes to Explore with the same option and day, and Escape there comes back to the step as it was left.
import { writeAddress } from '../../address/address-bar.ts';
import { route } from '../../address/route.ts';
import { followed } from '../../state/followed.ts';
import { locality } from '../../state/locality.ts';
import { notices } from '../../state/notices.ts';
import { playhead, seek } from '../../state/playhead.ts';
import { settings } from '../../state/settings.ts';
import { stageAnew, staged } from '../../state/staged.ts';

export function leaveToExplore(): void {
  const { present, model } = settings.getState();
  const { day } = playhead.getState();
  const onStage = staged.getState();
  writeAddress();
  location.hash = '#/explore';

  const stop = route.subscribe(({ view }) => {
    if (view === 'explore') return;
    stop();
    window.removeEventListener('keydown', onKey, { capture: true });
  });
  function back(): void {
    if (settings.getState().model !== model) return;
    if (settings.getState().present !== present) settings.become(present);
    stageAnew(onStage);
    seek(day);
    writeAddress();
    location.hash = '#/present';
  }
  function onKey({ key, target }: KeyboardEvent): void {
    // Whatever else Escape would close here comes first.
    const isBusy =
      followed.getState().person !== undefined ||
      locality.getState().open !== undefined ||
      document.querySelector('header details[open], dialog[open]') !== null ||
      (target instanceof Element && target.closest('input:not([type=range]), select, textarea') !== null);
    if (key === 'Escape' && !isBusy) back();
    // Out of the box with the first, back with the second.
    else if (key === 'Escape' && target instanceof HTMLInputElement) target.blur();
  }
  window.addEventListener('keydown', onKey, { capture: true });
  // Said once the way there has been gone, which forgets the news of the view before.
  window.addEventListener(
    'hashchange',
    () => {
      const step = onStage.step === undefined ? 'the presentation' : `step ${onStage.step + 1}`;
      notices.say('A question', [`Change what you like; ${step} is kept as it was.`], {
        label: `Back to ${step} (Esc)`,
        act: back,
      });
    },
    { once: true },
  );
}
