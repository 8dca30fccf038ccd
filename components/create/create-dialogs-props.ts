import type { PictureSlot } from "./create-state.ts";
import type { Create } from "./use-create.ts";

export type CreateDialogsProps = {
  create: Create;
  isRequestShown: boolean;
  onRequestShown: (shown: boolean) => void;
  pickingFor: PictureSlot | null;
  onPickEnd: () => void;
};
