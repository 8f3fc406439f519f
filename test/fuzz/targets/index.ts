// Everything that people bring, a line each: how it is loaded, and how many of all inputs it gets beside the others.
import type { Target } from '../target.ts';

export interface Line {
  readonly share: number;
  load(): Promise<Target>;
}

const tables = () => import('./tables.ts');
const counts = () => import('./counts.ts');
const logs = () => import('./logs.ts');
const messages = () => import('./messages.ts');

export const targets: Readonly<Record<string, Line>> = {
  model: { share: 20, load: async () => (await import('./model.ts')).model },
  link: { share: 12, load: async () => (await import('./link.ts')).link },
  stays: { share: 6, load: async () => (await tables()).stays },
  arrivals: { share: 6, load: async () => (await tables()).arrivals },
  routes: { share: 6, load: async () => (await tables()).routes },
  series: { share: 6, load: async () => (await counts()).series },
  plan: { share: 6, load: async () => (await counts()).plan },
  events: { share: 6, load: async () => (await logs()).events },
  pathsimr: { share: 6, load: async () => (await logs()).pathsimr },
  unknown: { share: 4, load: async () => (await logs()).unknown },
  sheets: { share: 6, load: async () => (await import('./sheets.ts')).sheets },
  workbook: { share: 2, load: async () => (await import('./workbook.ts')).workbook },
  command: { share: 4, load: async () => (await import('./command.ts')).command },
  kept: { share: 4, load: async () => (await import('./kept.ts')).kept },
  draft: { share: 2, load: async () => (await messages()).draft },
  phone: { share: 2, load: async () => (await import('./phone.ts')).phone },
  answer: { share: 2, load: async () => (await messages()).answer },
  chunk: { share: 2, load: async () => (await messages()).chunk },
};
