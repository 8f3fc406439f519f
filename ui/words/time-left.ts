// How long something will still take, in words as rough as the guess is.

const MINUTE_MS = 60_000;

export function sayTimeLeft(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE_MS);
  if (minutes >= 2) return `about ${minutes} minutes to go`;
  return `about ${Math.max(5, 5 * Math.round(milliseconds / 5000))} seconds to go`;
}
