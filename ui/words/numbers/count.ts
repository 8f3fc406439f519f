// A number of people, runs or places in figures, thousands apart. One formatter serves all: making one takes long.
const grouped = new Intl.NumberFormat('en-GB');

export const sayCount = (count: number): string => grouped.format(count);
