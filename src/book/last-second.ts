/** The last second of the year 9999, since 1970: what comes later has no date in four figures, as formats want it. */
export const lastSecond = 253_402_300_799;
