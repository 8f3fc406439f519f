// To Explore from a view in which files are given; what there is to say about the model that they became goes along.
import { route } from '../address/route.ts';
import { notices } from '../state/notices.ts';

export async function toExplore(): Promise<void> {
  if (route.getState().view === 'explore') return;
  const said = notices.getState().notices;
  await new Promise<void>((resolve) => {
    const stop = route.subscribe(({ view }) => {
      if (view !== 'explore') return;
      stop();
      resolve();
    });
    location.hash = '#/explore';
  });
  // Whoever goes to another view has read the news of the last one; this is news of where they come to.
  for (const { title, lines, action } of said) if (action) notices.say(title, lines, action);
}
