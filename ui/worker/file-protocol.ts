// Messages between the page and the worker that reads and writes files a planner brings.
import type { Model } from '../../engine/index.ts';

export type FileRequest =
  | { readonly type: 'read'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'write'; readonly model: Model };

export type FileReply =
  /** A model document as text. */
  | { readonly type: 'document'; readonly text: string; readonly understood: readonly string[] }
  | { readonly type: 'refused'; readonly problems: readonly string[] }
  | { readonly type: 'written'; readonly bytes: Uint8Array<ArrayBuffer> };
