import {
  type Found,
  forgetDocument,
  forgetOldDocuments,
  loadDocument,
  openDraftDatabase,
} from "./draft-database.ts";

let database: Promise<IDBDatabase> | null = null;

/** One connection for the tab; the first one also tidies up. */
export function connect(): Promise<IDBDatabase> {
  database ??= openDraftDatabase().then(async (opened) => {
    await forgetOldDocuments(opened);
    return opened;
  });
  return database;
}

/** Where this tab keeps its own drawing while another tab's stands under the key: it must survive a reload too. */
export function asideKey(key: string): string {
  return `${key}~${tabName()}`;
}

/** What is kept under the key, and what this tab put aside. */
export async function loadBoth(key: string): Promise<{ main: Found | null; aside: Found | null }> {
  const opened = await connect();
  const [main, aside] = await Promise.all([loadDocument(opened, key), loadDocument(opened, asideKey(key))]);
  return { main, aside };
}

export async function forgetAside(key: string): Promise<void> {
  await forgetDocument(await connect(), asideKey(key));
}

/** Tells the other tabs of this browser that something was drawn, and hears of it from them. */
export function talkToTabs(hear: (key: string) => void): (key: string) => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel("framewright-brush");
  channel.onmessage = ({ data }) => typeof data === "string" && hear(data);
  return (key) => channel.postMessage(key);
}

const TAB = "framewright:tab";

/** A name of this tab that a reload keeps, where the browser keeps anything. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB);
    if (known !== null) return known;
    const name = Math.random().toString(36).slice(2);
    sessionStorage.setItem(TAB, name);
    return name;
  } catch {
    return "tab";
  }
}
