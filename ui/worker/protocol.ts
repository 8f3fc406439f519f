// What the page and its workers say to each other: the engine's own messages, and a few only a page needs.
import type { Model, NumberFacts, RunRequest, WorkReply, WorkRequest, offered } from '../../engine/index.ts';

export type OfferedRow = ReturnType<typeof offered>[number];

/** What can be read off the document under a request, without running anything. */
export interface Reading {
  readonly offered: readonly OfferedRow[];
  /** In force at the start, by path: a share follows when its neighbour is moved. */
  readonly values: Readonly<Record<string, number | 'unlimited'>>;
  readonly facts: Readonly<Record<string, NumberFacts>>;
}

export type PageRequest =
  | WorkRequest
  | { type: 'read'; id: number; model: Model; run: RunRequest; paths: readonly string[] }
  /** Stops whatever carries this id. */
  | { type: 'cancel'; id: number };

export type PageReply =
  | WorkReply
  | { type: 'reading'; id: number; reading: Reading }
  /** Something threw that should not have; the settings are safe. */
  | { type: 'failed'; id: number; message: string };

/** A request that gets an answer, before the client has numbered it. */
export type Question = PageRequest extends infer R ? (R extends { type: 'cancel' } ? never : Unnumbered<R>) : never;
type Unnumbered<R> = R extends { id: number } ? Omit<R, 'id'> : never;
