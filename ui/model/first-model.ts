// The document a first visitor sees running: alone in the first piece of the page, the others come with their list.

export const FIRST_MODEL = 'ilkeston-2019';

export const textOfFirstModel = (): Promise<string> =>
  import('../../models/ilkeston-2019.json?raw').then((file) => file.default);
