import type { ImageSize } from "#lib/kling/output.ts";
import type { PictureSlot } from "../create-state.ts";
import type { SlotWork } from "../picture/use-picture-intake.ts";

export type BlockedSlot = {
  readonly reason: string;
  readonly fixLabel: string | undefined;
  readonly onFix: (() => void) | undefined;
};

export type FrameSlotProps = {
  slot: PictureSlot;
  label: string;
  hint: string;
  /** The picture that the draft holds, as a media reference. */
  reference: string | null;
  size: ImageSize | null;
  work: SlotWork;
  blocked: BlockedSlot | null;
  onFile: (file: File) => void;
  onPick: () => void;
  onRetry: () => void;
  onCancel: () => void;
  onRemove: () => void;
};
