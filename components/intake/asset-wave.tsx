"use client";

import { useQuery } from "@tanstack/react-query";
import { assetBytesQuery } from "#lib/client/assets.ts";
import { WaveForm } from "./wave-form.tsx";

/** The wave form of a sound of the team. */
export function AssetWave({ assetId }: { assetId: string }) {
  const { data } = useQuery(assetBytesQuery(assetId));
  return data === undefined ? null : <WaveForm file={data} />;
}
