export type ToastMessage = {
  readonly title: string;
  readonly description?: string;
  readonly tone?: "neutral" | "success" | "danger";
  /** E.g. "Undo". */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

type Receiver = (message: ToastMessage) => void;

let receiver: Receiver | null = null;
let waiting: readonly ToastMessage[] = [];
const onWanted = new Set<() => void>();

/** Shows a passing message from anywhere in the browser; the region that draws it is loaded when needed. */
export function showToast(message: ToastMessage): void {
  if (receiver !== null) {
    receiver(message);
    return;
  }
  waiting = [...waiting, message];
  for (const tell of onWanted) tell();
}

/** Whether messages wait for a region; made for `useSyncExternalStore`. */
export function isToastWaiting(): boolean {
  return waiting.length > 0;
}

export function subscribeToToasts(tell: () => void): () => void {
  onWanted.add(tell);
  return () => onWanted.delete(tell);
}

/** The region takes over: it gets what waited and everything from now on, until it lets go. */
export function receiveToasts(next: Receiver): () => void {
  receiver = next;
  for (const message of waiting) next(message);
  waiting = [];
  return () => {
    receiver = null;
  };
}
