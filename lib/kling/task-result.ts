/**
 * What a task yields besides files, in the words of api-reference §3.8, §3.11 and §4; one member per kind that has such.
 * A reader finds files beside it by their labels and order, e.g. the still of `face_data[1]` is the second `face`.
 */
export type TaskResult =
  | {
      readonly type: "faces";
      readonly session_id: string;
      readonly faces: readonly {
        readonly face_id: string;
        readonly start_time: number;
        readonly end_time: number;
      }[];
    }
  | {
      readonly type: "selection";
      readonly session_id: string;
      readonly fps: number;
      readonly original_duration: number;
      readonly width: number;
      readonly height: number;
      readonly total_frame: number;
    }
  | { readonly type: "recognition"; readonly contains: Readonly<Record<string, boolean>> }
  | { readonly type: "element"; readonly element_id: string }
  | { readonly type: "voice"; readonly voice_id: string }
  /** A clip that goes on from, or puts sound to, an earlier one (`task_info.parent_video`). */
  | { readonly type: "parent_video"; readonly video_id: string; readonly duration: string };
