// Which engine this is: a hash of its source, put in when the terminal is built, so that results of two engines are never put together.
import { version } from './house.ts';

/** Set by vite.config.ts. */
declare const ENGINE_VERSION: string | undefined;

/** The same on every machine that has the same source of the engine. */
export const engineVersion: string = typeof ENGINE_VERSION === 'string' ? ENGINE_VERSION : 'sources';

/** Enough of it for people to compare. */
export const shortVersion = (engine: string): string => engine.slice(0, 12);

export const enginePrint = (): string => `${version()} ${engineVersion.slice(0, 16)}`;
