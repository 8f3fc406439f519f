// What each distribution of stay means, in a sentence for a planner: for the schema, which comes with the checks.

/** By shape. */
export const meanings: Readonly<Record<string, string>> = {
  empirical: 'One of the lengths listed, each as likely as its weight: for a stay taken straight from records.',
  erlang: 'A number of equal exponential phases in a row: the more phases, the less the stay varies.',
  exponential: 'The chance of leaving is the same every day; most stays are short and a few are long.',
  fixed: 'Everyone stays exactly this long; 0 for a place that is only passed through.',
  gamma: 'Like the lognormal but with a lighter tail: with sd equal to the mean it is the exponential.',
  lognormal: 'The logarithm of the stay is bell-shaped: most stays lie near the median, with a long tail of long ones.',
  mixture: 'A share of people have one stay and the rest another, as when a few stay very much longer.',
  triangular: 'Between a least and a most, likeliest in between: for an estimate made round a table.',
  uniform: 'Any length between a least and a most, all equally likely.',
  weibull: 'The chance of leaving rises (sd below the mean) or falls (sd above it) with every day already spent.',
};
