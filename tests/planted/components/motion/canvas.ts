export const instrument = 1;
