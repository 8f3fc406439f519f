// scratch
import type { MakeProps } from './take-away.tsx';
export const MovingPicture = (_props: Pick<MakeProps, 'work' | 'isReady'>) => null;
