// Phrases that readers stumbled over, and document paths used where a name is meant: neither appears in anything shown.

export const oddWords = new RegExp(
  [
    'days a day of delay adds',
    'years in 10 lie in it',
    'stands? then empty',
    'take one off to choose',
    'keep only from',
    'waits?, people',
    'who need [^.]*, as a multiple',
    'what comes of it',
    'but for the \\w+ consequences',
    'consequences? of rule \\d',
    'add a source to show',
    'found sound',
  ].join('|'),
  'gi',
);

/** "to leave Acute hospital", "waiting for Care at home": a general name in the middle of a sentence has its "the" and no capital. */
export const nameWithoutThe = /\b(?:to leave|leaves?|in|into|from|for) (?:Acute|Community|Supportive|Care) [a-z]+/g;

/** `needs.p1.priority`: where a number is in a document. */
export const placeInDocument =
  /\b(?:needs|stations|streams|initial|options|conditions|attributes|population|consequencesOfDelay|calendar|experiment|evidence)\.[a-z][\w-]*(?:\.[\w-]+)*/g;
