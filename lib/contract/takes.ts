/** At most this many takes in one go; each is a task of its own with its own price. Here, apart from the schemas, for the browser. */
export const MAX_TAKES = 8;
