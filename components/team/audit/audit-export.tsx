"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { auditExportUrl } from "#lib/client/audit.ts";

const FORMATS = ["csv", "json"] as const;

export function AuditExport() {
  const t = useTranslations("audit");
  return (
    <div className="flex gap-2">
      {FORMATS.map((format) => (
        <a
          key={format}
          href={auditExportUrl(format)}
          download
          aria-label={t("exportAs", { format: format.toUpperCase() })}
          className={buttonStyle({ size: "sm" })}
        >
          <Download aria-hidden />
          {format.toUpperCase()}
        </a>
      ))}
    </div>
  );
}
