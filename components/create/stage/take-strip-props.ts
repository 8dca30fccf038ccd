export type TakeStripProps = {
  takeIds: readonly string[];
  shownId: string | null;
  onShow: (taskId: string | null) => void;
  workbenchLabel: string;
};
