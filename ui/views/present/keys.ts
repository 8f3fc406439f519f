// The keys of a presentation, as remote clickers and keyboards send them. Of letters and signs only those that black the screen, and only while nothing else has the focus.

export type Command = 'next' | 'back' | 'first' | 'last' | 'freeze' | 'black' | 'leave';

const commands: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
  ' ': 'freeze',
  b: 'black',
  B: 'black',
  '.': 'black',
  Escape: 'leave',
};

export const everyCommand: readonly Command[] = [...new Set(Object.values(commands))];

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented'>;

/** `on` is what has the focus: a field keeps its own keys, a button keeps the space bar, a dialog keeps all of them. */
export function commandOf(pressed: Pressed, on: 'stage' | 'button' | 'field' | 'dialog'): Command | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = pressed;
  if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || on === 'dialog') return undefined;
  const command = Object.hasOwn(commands, key) ? commands[key] : undefined;
  if (command === 'leave') return command;
  if (on === 'field' || (on === 'button' && (command === 'freeze' || command === 'black'))) return undefined;
  return command;
}

/** What has the focus, for `commandOf`. */
export function focusOn(target: EventTarget | null): Parameters<typeof commandOf>[1] {
  if (!(target instanceof Element)) return 'stage';
  if (target.closest('dialog')) return 'dialog';
  if (target.closest('input, select, textarea')) return 'field';
  return target.closest('button, a, summary') ? 'button' : 'stage';
}

/** The step a command leads to; `at` is undefined before the first. */
export function stepAfter(command: Command, at: number | undefined, steps: number): number | undefined {
  const last = steps - 1;
  if (command === 'first') return 0;
  if (command === 'last') return last;
  if (command === 'next') return at === undefined ? 0 : Math.min(last, at + 1);
  if (command === 'back') return at === undefined ? 0 : Math.max(0, at - 1);
  return undefined;
}
