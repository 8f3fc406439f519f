// How fast a picture plays, in words: "½ day a second", "7 days a second".

export const saySpeed = (days: number): string => `${days === 0.5 ? '½' : days} ${days > 1 ? 'days' : 'day'} a second`;
