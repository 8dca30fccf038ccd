"use client";

import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChevronsDown,
  ChevronsUp,
  Download,
  DownloadCloud,
  Equal,
  Link2,
  PencilLine,
  RotateCcw,
  SearchCheck,
  Trash2,
  Undo2,
  X,
} from "lucide-react";
import { useTranslations } from "use-intl/react";
import { assetUrl } from "#lib/client/assets.ts";
import { settingsLink } from "#lib/client/create-link.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { MenuItem } from "../menu.tsx";
import { showToast } from "../show-toast.ts";
import type { TaskAction } from "./allows-action.ts";
import type { TaskActions } from "./use-task-actions.ts";

/** Everything that can be done with a task, for a menu; what is impossible now is not in it. */
export function useTaskMenu(task: TaskSummary, actions: TaskActions): readonly MenuItem[] {
  const t = useTranslations("task");
  const tCommon = useTranslations("common");
  const action = (
    name: TaskAction,
    facts: Pick<MenuItem & { kind: "action" }, "label" | "icon" | "danger">,
  ) =>
    actions.allows(task, name)
      ? [{ kind: "action", onSelect: () => actions.run[name](task), ...facts } satisfies MenuItem]
      : [];
  const copyLink = () =>
    navigator.clipboard.writeText(new URL(`/tasks/${task.id}`, location.href).href).then(
      () => showToast({ tone: "success", title: t("actions.linkCopied") }),
      () => showToast({ tone: "danger", title: tCommon("copyFailed") }),
    );
  const settings = settingsLink(task);
  const waiting = [
    ...action("moveFirst", { label: t("queue.first"), icon: <ArrowUpToLine aria-hidden /> }),
    ...action("moveLast", { label: t("queue.last"), icon: <ArrowDownToLine aria-hidden /> }),
    ...action("putBefore", { label: t("queue.before"), icon: <ChevronsUp aria-hidden /> }),
    ...action("putNormal", { label: t("queue.normal"), icon: <Equal aria-hidden /> }),
    ...action("putBehind", { label: t("queue.behind"), icon: <ChevronsDown aria-hidden /> }),
  ];
  const ending = [
    ...action("restore", { label: t("actions.restore"), icon: <Undo2 aria-hidden /> }),
    ...action("trash", { label: t("actions.trash"), icon: <Trash2 aria-hidden />, danger: true }),
  ];
  return [
    ...action("fetchAgain", { label: t("actions.fetchAgain"), icon: <DownloadCloud aria-hidden /> }),
    ...action("checkAgain", { label: t("decide.checkAgain"), icon: <SearchCheck aria-hidden /> }),
    ...action("retry", { label: t("actions.retry"), icon: <RotateCcw aria-hidden /> }),
    ...action("cancel", { label: t("actions.cancel"), icon: <X aria-hidden /> }),
    ...(settings === null
      ? []
      : [
          {
            kind: "link",
            label: t("actions.useSettings"),
            icon: <PencilLine aria-hidden />,
            href: settings,
          } as const,
        ]),
    ...(task.output === null || task.outputCount > 1
      ? []
      : [downloadItem(t("actions.download"), task.output.assetId)]),
    { kind: "action", label: t("actions.copyLink"), icon: <Link2 aria-hidden />, onSelect: copyLink },
    ...(waiting.length > 0 ? [{ kind: "separator" } as const, ...waiting] : []),
    ...(ending.length > 0 ? [{ kind: "separator" } as const, ...ending] : []),
  ];
}

function downloadItem(label: string, assetId: string): MenuItem {
  const href = assetUrl(assetId, "download");
  return { kind: "link", label, icon: <Download aria-hidden />, href, download: true };
}
