// A model drawn from nothing: services and the routes between them, in the view that is for it.
import { blankDraft } from '../../model/draft/draft.ts';
import { drawn } from '../../state/draft.ts';

export const DrawYourOwn = () => (
  <p>
    <button
      type="button"
      onClick={() => {
        drawn.begin(blankDraft('Our place', `${new Date().getFullYear() + 1}-04-01`), false);
        location.hash = '#/build';
      }}
    >
      Draw your own
    </button>{' '}
    Services, who comes, and the routes between them, by pointer or by keys.
  </p>
);
