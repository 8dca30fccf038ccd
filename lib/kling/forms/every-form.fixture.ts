import type { TaskKind } from "../task-kinds.ts";
import type { Patch } from "./field.ts";
import { form as imageGeneration } from "./image-generation-form.ts";
import { form as motionControl } from "./motion-control-form.ts";
import type { ToolForm } from "./tool-form.ts";
import { form as tts } from "./tts-form.ts";

/** Every form there is: a row here, and `forms.test.ts` goes through whatever its controls can reach. */
export const EVERY_FORM: readonly ToolForm[] = [motionControl, imageGeneration, tts];

/** What an instrument (`custom`) writes, by the kind it is of. */
export const INSTRUMENT_SAMPLES: Readonly<Partial<Record<TaskKind, Patch>>> = {};
