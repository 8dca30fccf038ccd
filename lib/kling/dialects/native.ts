/**
 * The native dialect: the official legacy API, also spoken by DMXAPI and Kapon under the prefix `/kling`. This file is the
 * dialect's one face, so that a caller names a dialect and not the files it is made of.
 */
export {
  type DecodedCreate,
  type DecodeWarning,
  decodeCreate,
} from "./native-create.ts";
export { type DoorFields, encodeCreate } from "./native-encode.ts";
export {
  duplicateExternalTaskId,
  encodeError,
  errorOfViolations,
  type NativeError,
  nativeError,
  successEnvelope,
  taskNotFound,
  type UpstreamAnswer,
  type UpstreamRefusal,
} from "./native-envelope.ts";
export { decodeListQuery, type ListPage } from "./native-list.ts";
export {
  decodeTask,
  encodeCreated,
  encodeTask,
  encodeTaskList,
  type NativeCreated,
  type NativeTask,
} from "./native-task.ts";
