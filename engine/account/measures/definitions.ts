// What each measure counts, in a sentence: for the tables and papers that print it, which are fetched when they are used.

/** By id of the measure. */
export const definitions: Readonly<Record<string, string>> = {
  occupancy: 'People holding places here, delayed ones included.',
  open: 'Places in force, or the people there if they are more.',
  free: 'Places that are neither held nor reserved.',
  full: 'Share of the time with no place free.',
  waiting: 'People who asked for this station first and have not moved, wherever they are, each counted once.',
  delayed: 'People holding a place here who are ready to go on and have not gone.',
  delayDays:
    'Days from being ready (or arriving) to moving or giving up, per person, when the wait ends, counted where they went; zero when at once.',
  delayedShare: 'Of the people whose wait ended here, the share who waited at all.',
  stayDays: 'Days from admission to leaving, delay included, of people who left.',
  journeyDays: 'Days from arriving to leaving the model, per person, at the exit they took.',
  starts: 'Admissions a day; at an exit, the people who left by it.',
  leaves: 'People who left their place here, a day.',
  turnedAway: 'People who found the waiting room full and were turned away, a day.',
  leftWaiting: 'People who gave up waiting for this station, a day.',
  gridlocks:
    'Times a day that every place of a set of stations was held by someone waiting for a place of that set; the ring then moves at once.',
  rightPlace: 'Of the people placed for their need for the first time, the share placed where that need goes to.',
  closeToHome: 'Of admissions to places with a locality, the share of people who live in that locality.',
  distance:
    'Of admissions to places on the map, the straight line from the middle of where the people of that locality live. Roads are longer.',
  delayCause:
    'Mean number of delayed or waiting people by cause, at the station they asked for first; the causes add up to everyone delayed or waiting outside.',
  visits:
    'Visits a day, whole days only: delivered; deferred, each time one is put off to the next day; missed, when one has been put off as often as it may be.',
  cost: 'Places in force, days of care, visits, starts and delayed days, each at its price and added; prices rise at each anniversary of the start date. Only prices with a source count. Empty places are those of the places in force that are neither held nor reserved.',
  offered:
    'Places needed on average, by flow balance from the document alone: arrivals if all went where their need says, times the mean stay.',
};
