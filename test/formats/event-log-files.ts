// Event logs for tests: the published ones beside the repository, a small sound one to be spoilt, and a text read as a log.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEventsHead, openEvents, type OpenedLog } from '../../formats/events.ts';
import { openTable } from '../../formats/table-file.ts';
import { root } from '../source-files.ts';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks';

/** Undefined where the file is not beside the repository. */
export function published(which: 'emergency-department' | 'small'): string | undefined {
  const file = join(root, `../shared/data/event-log-${which}.csv`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Three people who wait for one of two cubicles, are then seen, and leave; times in hours. */
export const SOUND = `entity_id,event_type,event,time,resource_id
1,arrival_departure,arrival,0,
1,queue,cubicle_wait_begins,0,
1,resource_use,cubicle_begins,0,1
2,arrival_departure,arrival,1,
2,queue,cubicle_wait_begins,1,
2,resource_use,cubicle_begins,1,2
1,resource_use_end,cubicle_ends,3,1
1,resource_use,doctor_begins,3,1
3,arrival_departure,arrival,3.5,
3,queue,cubicle_wait_begins,3.5,
3,resource_use,cubicle_begins,4,1
1,resource_use_end,doctor_ends,5,1
1,arrival_departure,depart,5,
2,resource_use_end,cubicle_ends,6,2
2,arrival_departure,depart,6,
3,resource_use_end,cubicle_ends,9,1
3,arrival_departure,depart,9,
`;

export async function mined(text: string, unit?: Unit, name = 'log.csv'): Promise<OpenedLog> {
  const table = await openTable(new Uint8Array(new TextEncoder().encode(text)), isEventsHead);
  return openEvents(table, name, unit);
}
