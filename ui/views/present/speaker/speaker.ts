// What a presentation and the private window say to each other, over a channel that never leaves this browser; and what a phone hears and says.
import type { Ask, Choice, Choices } from '../choices/choices.ts';
import type { Command } from '../keys.ts';
import type { DayTable } from '../maps/maps-table.tsx';

export interface Told {
  /** What the step is about; empty outside the story. */
  readonly about: string;
  /** On the slide. */
  readonly title: string;
  readonly notes: string;
  /** What has no room on the slide. */
  readonly inFull: string;
  readonly next: string;
  /** Counted from 1; undefined: no step of the story. */
  readonly step: number | undefined;
  readonly steps: number;
  readonly date: string;
  readonly isPlaying: boolean;
  readonly isBlack: boolean;
  readonly table: DayTable;
}

/** From the stage, and from the speaker. */
export type ToSpeaker =
  | { readonly told: Told }
  | { readonly choices: Choices }
  | { readonly said: string }
  | { readonly answer: string; readonly to: Ask }
  | { readonly over: true }
  | { readonly hello: true };
export type ToStage =
  | { readonly hello: true }
  | { readonly bye: true }
  | { readonly command: Command }
  | { readonly choice: Choice }
  | { readonly ask: Ask };

/** To the private window on a phone, and from it, by way of the one on the laptop. */
export type ToPhone =
  | Extract<ToSpeaker, { told: Told } | { choices: Choices } | { over: true }>
  /** Milliseconds since the talk began: the clocks of two machines may differ. */
  | { readonly passed: number };
export type FromPhone = Extract<ToStage, { command: Command } | { choice: Choice }> | { readonly restart: true };

/** One for each presentation, so that two of them in one browser do not talk across each other. */
export function channelOf(id: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel(`onward.speaker.${id}`) : undefined;
}

const KEY = 'onward.speaker';

/** The same after a reload, so that an open private window goes on. */
export function presentationId(): string {
  const fresh = Math.random().toString(36).slice(2, 10);
  try {
    const id = sessionStorage.getItem(KEY) ?? fresh;
    sessionStorage.setItem(KEY, id);
    return id;
  } catch {
    return fresh;
  }
}

/** "4:05", "1:00:12". */
export function sayElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
