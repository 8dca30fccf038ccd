import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { kindOfSlug, LAST_TOOL_COOKIE, pathOfKind } from "#components/create/tools.ts";

/** Opens the tool that was used last on this device. */
export default async function CreatePage() {
  const lastTool = (await cookies()).get(LAST_TOOL_COOKIE)?.value;
  redirect(pathOfKind(kindOfSlug(lastTool) ?? "text2video"));
}
