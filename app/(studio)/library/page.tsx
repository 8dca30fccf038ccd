import { redirect } from "next/navigation";
import { requireMember } from "../../read-viewer.ts";

/** Every part has an address of its own. */
export default async function LibraryPage() {
  await requireMember();
  redirect("/library/assets");
}
