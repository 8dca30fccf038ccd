import type { Asset } from "#lib/contract/assets.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";

/** What has to be known of a stored file to show it. */
export type StoredFile = Pick<Asset, "id" | "name" | "mime" | "widthPx" | "heightPx" | "durationSeconds"> & {
  readonly hasPoster?: boolean;
};

export type FileSlotProps = {
  /** Its name on screen, e.g. "Reference video". */
  label: string;
  /** What the file is for. What is asked of it stands below by itself. */
  hint?: string;
  /** Names the place within the tab; two forms never share one. */
  place: string;
  limits: MediaLimits;
  value: StoredFile | null;
  onAsset: (asset: Asset) => void;
  onRemove: () => void;
  /** For who points at the place from elsewhere. */
  id?: string;
  className?: string;
};
