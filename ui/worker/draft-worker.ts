// A worker for drawings: it is hired when somebody draws, says what may be drawn, and then judges each drawing that it is sent.
import type { Draft } from '../model/draft/draft.ts';
import { drafted, palette, type Drafted, type Palette } from './drafted.ts';

export interface DraftRequest {
  readonly id: number;
  readonly draft: Draft;
}
export type DraftReply =
  | { readonly type: 'palette'; readonly palette: Palette }
  | { readonly type: 'drafted'; readonly id: number; readonly drafted: Drafted };

const reply = (message: DraftReply) => self.postMessage(message);

self.onmessage = ({ data: { id, draft } }: MessageEvent<DraftRequest>) =>
  reply({ type: 'drafted', id, drafted: drafted(draft) });
reply({ type: 'palette', palette: palette() });
