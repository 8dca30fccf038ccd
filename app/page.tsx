import { redirect } from "next/navigation";
import { setupState } from "#lib/teams/setup-state.ts";
import { readViewer } from "./read-viewer.ts";

/** Nothing is shown here: everyone is sent to where they can go on. */
export default async function HomePage() {
  if ((await readViewer()) !== null) redirect("/create");
  redirect((await setupState()).done ? "/sign-in" : "/setup");
}
