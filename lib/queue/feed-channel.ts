/** The channel that web processes listen on; the payload is the team's id and nothing else. */
export const FEED_CHANNEL = "framewright_feed";
