import { Video } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { RegionSwatch } from "#components/motion/panel/region-swatch.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { MeasuredMotion, MotionReportView } from "#lib/contract/motion-report.ts";
import { STILL } from "#lib/motion/labels.ts";
import { TaskSection } from "../task-section.tsx";
import { useCameraVerdict } from "./camera-verdict.ts";
import { GRADE_TONES, gradeOf } from "./grade-of.ts";

type Props = {
  report: MotionReportView;
  showsPaths: boolean;
  onShowsPaths: (showsPaths: boolean) => void;
};

/** Did the clip do what was drawn? In a number, and in a sentence for each part. */
export function MotionVerdict({ report, showsPaths, onShowsPaths }: Props) {
  const t = useTranslations("task");
  return (
    <TaskSection
      title={t("drawn.title")}
      action={report.outcome === "measured" && <Score score={report.score} />}
    >
      <Card className="px-4 py-1.5">
        {report.outcome === "unreadable" ? (
          <p className="py-2 text-sm text-muted">{t("drawn.unreadable")}</p>
        ) : (
          <>
            <Parts report={report} />
            {report.regions.length > 0 && (
              <Switch
                label={t("drawn.showPaths")}
                hint={t("drawn.legend")}
                checked={showsPaths}
                onCheckedChange={onShowsPaths}
                className="border-t border-line py-2"
              />
            )}
            <p className="border-t border-line py-2 text-xs text-muted">{t("drawn.hint")}</p>
          </>
        )}
      </Card>
    </TaskSection>
  );
}

function Score({ score }: { score: number | null }) {
  const t = useTranslations("task");
  if (score === null) return null;
  const grade = gradeOf(score);
  return (
    <p className="flex flex-wrap items-center justify-end gap-x-2 text-sm">
      <Badge tone={GRADE_TONES[grade]}>{t(`drawn.grades.${grade}`)}</Badge>
      <span className="font-semibold whitespace-nowrap tabular-nums">{t("drawn.score", { score })}</span>
    </p>
  );
}

function Parts({ report }: { report: MeasuredMotion }) {
  const t = useTranslations("task");
  const format = useFormatter();
  const cameraVerdict = useCameraVerdict();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  return (
    <ul className="divide-y divide-line text-sm">
      {report.regions.map(({ region, score, errorShare }) => (
        <Part
          key={region}
          mark={<RegionSwatch label={region} />}
          name={t("drawn.region", { number: region })}
        >
          {t(`drawn.paths.${gradeOf(score)}`, { percent: percent(errorShare) })}
        </Part>
      ))}
      {report.stillDriftShare !== null && (
        <Part mark={<RegionSwatch label={STILL} />} name={t("drawn.still")}>
          {t(report.stillDriftShare < SEEN_DRIFT ? "drawn.stays" : "drawn.drifts", {
            percent: percent(report.stillDriftShare),
          })}
        </Part>
      )}
      {report.camera !== null && (
        <Part mark={<Video aria-hidden className="size-4 text-muted" />} name={t("drawn.camera")}>
          {cameraVerdict(report.camera)}
        </Part>
      )}
    </ul>
  );
}

/** As a share of the width: less is not seen. */
const SEEN_DRIFT = 0.005;

function Part({ mark, name, children }: { mark: ReactNode; name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-3 py-2">
      {mark}
      <span className="shrink-0 text-muted">{name}</span>
      <span className="min-w-0 flex-1 text-right font-medium">{children}</span>
    </li>
  );
}
