"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button.tsx";
import type { ButtonSize, ButtonVariant } from "./button-style.ts";
import { showToast } from "./show-toast.ts";

const CONFIRMATION_MS = 2000;

type Props = { text: string; label?: string; variant?: ButtonVariant; size?: ButtonSize };

export function CopyButton({ text, label, variant, size = "sm" }: Props) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), CONFIRMATION_MS);
    } catch {
      // Browsers refuse outside https and without permission; they give nothing better to ask beforehand.
      showToast({ title: t("copyFailed"), tone: "danger" });
    }
  };
  return (
    <Button
      variant={variant}
      size={size}
      onClick={copy}
      icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
    >
      <span aria-live="polite">{copied ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
