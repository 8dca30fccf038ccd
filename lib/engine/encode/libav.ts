import { AV_LOG_ERROR } from "node-av/constants";
import { FFmpegError, Log } from "node-av/lib";

/** FFmpeg reports by negative numbers; here they become exceptions that name the step. */
export function checked(code: number, step: string): void {
  FFmpegError.throwIfError(code, step);
}

/** Errors only: a child's stderr is kept for diagnosis and should hold nothing else. */
export function quietLibav(): void {
  Log.setLevel(AV_LOG_ERROR);
}
