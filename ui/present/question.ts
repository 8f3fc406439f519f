// A question from the floor: Escape goes to Explore with the same option and day, and Escape there comes back to the step as it was left.
import { writeAddress } from '../address.ts';
import { route } from '../route.ts';
import { followed } from '../stores/followed.ts';
import { locality } from '../stores/locality.ts';
import { notices } from '../stores/notices.ts';
import { playhead, seek } from '../stores/playhead.ts';
import { settings } from '../stores/settings.ts';
import { stageAnew, staged } from '../stores/staged.ts';

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
