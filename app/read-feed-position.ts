import { cache } from "react";
import { lastSeqOf } from "#lib/tasks/read-feed.ts";

/**
 * Where the page's event stream has to begin. A page awaits it before it reads any task: layout and page render
 * side by side, and an event between the two reads would be in neither.
 */
export const readFeedPosition = cache(lastSeqOf);
