// A number and its noun: "1 simulated period", "30 simulated periods".

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
