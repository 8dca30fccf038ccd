import { prepareSelection } from "#lib/motion/select/prepare-selection.ts";
import type { PreparedSelection } from "#lib/motion/select/prepared.ts";
import { select } from "#lib/motion/select/select.ts";
import type { AutoSelectNews, AutoSelectOrder } from "./auto-select-messages.ts";

/** The thread that `openAutoSelect` starts; it alone sends to it, so the shape of an order is taken as given. */
let prepared: PreparedSelection | null = null;

self.onmessage = ({ data }: MessageEvent<AutoSelectOrder>) => {
  switch (data.type) {
    case "prepare":
      prepared = prepareSelection(data.rgba, data.size, (share) => tell({ type: "progress", share }));
      return;
    case "select":
      return tell({ type: "selected", runs: prepared === null ? [] : select(prepared, data.wish) });
  }
};

function tell(news: AutoSelectNews): void {
  self.postMessage(news);
}
