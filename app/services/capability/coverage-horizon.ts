/** Known leaving dates are looked for this many days ahead: a year, the horizon of a workforce plan. */
export const coverageHorizonDays = 365;
