import { target } from "#lib/tasks/create-task.ts";

export const planted = target;
