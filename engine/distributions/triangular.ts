// Triangular stay: for when only the least, the likeliest and the most are known.
import { timeParameter, type Distribution } from './distribution.ts';

export const triangular: Distribution = {
  shape: 'triangular',
  label: 'Triangular',
  parameters: [
    timeParameter('least', 'least', { exclusive: false }),
    timeParameter('likely', 'likeliest', { exclusive: false }),
    timeParameter('most', 'most'),
  ],
  problem: ({ least, likely, most }) => {
    if (!(least < most)) return 'the least must be below the most; for a stay that never varies use fixed';
    return least <= likely && likely <= most ? null : 'the likeliest must lie between the least and the most';
  },
  sampler({ least, likely, most }) {
    const width = most - least;
    const rising = likely - least;
    const falling = most - likely;
    const peak = rising / width;
    return {
      meanDays: (least + likely + most) / 3,
      sdDays: Math.sqrt((width * width - rising * falling) / 18),
      // Either side is held to the peak, which rounding might pass.
      quantile: (u) =>
        u < peak
          ? Math.min(least + Math.sqrt(u * width * rising), likely)
          : Math.max(most - Math.sqrt((1 - u) * width * falling), likely),
      shareWithin: (days) => {
        if (days <= least) return 0;
        if (days >= most) return 1;
        return days < likely
          ? ((days - least) * (days - least)) / (width * rising)
          : 1 - ((most - days) * (most - days)) / (width * falling);
      },
      shareBeyond: (days) => {
        if (days <= least) return 1;
        if (days >= most) return 0;
        return days < likely
          ? 1 - ((days - least) * (days - least)) / (width * rising)
          : ((most - days) * (most - days)) / (width * falling);
      },
      isQuick: true,
    };
  },
};
