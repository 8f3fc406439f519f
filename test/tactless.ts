// Words that are never said of people and their care, nor of what a model knows.

export const tactless = /\b(cuts?|bed[- ]?block\w*|frequent flyers?|guarantee[sd]?|proven|the elderly|burden)\b/gi;
