/** A moment as an export writes it; null stays null. */
export const isoMoment = (moment: Date | null): string | null => moment?.toISOString() ?? null;
