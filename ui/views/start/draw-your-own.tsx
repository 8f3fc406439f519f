// A model drawn from nothing: services and the routes between them, in the view that is for it.
import { drawFromNothing } from '../../session/draw.ts';

export const DrawYourOwn = () => (
  <p>
    <button
      type="button"
      onClick={() => {
        drawFromNothing();
        location.hash = '#/build';
      }}
    >
      Draw your own
    </button>{' '}
    Services, who comes, and the routes between them, by pointer or by keys.
  </p>
);
