import type { Metadata } from "next";
import { AcceptInvitation } from "#components/account/accept-invitation.tsx";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { InvitationPreview } from "#lib/contract/team.ts";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { AppError } from "#lib/shared/errors.ts";
import { previewInvitation } from "#lib/teams/open-invitation.ts";
import { readViewer } from "../../../read-viewer.ts";

/** The path is a secret: no other site may learn it. */
export const metadata: Metadata = { title: "Framewright", referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ invitationId: string }> }) {
  const { invitationId: token } = await params;
  const [t, common] = await Promise.all([getTranslator("entry"), getTranslator("common")]);
  const invitation = await findInvitation(decodeURIComponent(token));
  if (invitation === null) {
    return (
      <>
        <EntryHeading title={t("invite.goneTitle")} text={t("invite.goneText")} />
        <ButtonLink href="/">{t("invite.toSignIn")}</ButtonLink>
      </>
    );
  }
  const { teamName, invitedBy, role, email, hasAccount } = invitation;
  const viewer = await readViewer();
  return (
    <>
      <EntryHeading
        title={t("invite.title", { team: teamName })}
        text={t("invite.text", { inviter: invitedBy, role: common(`roles.${role}`) })}
      />
      <AcceptInvitation
        token={token}
        email={email}
        hasAccount={hasAccount}
        signedInAs={viewer?.user.email ?? null}
      />
    </>
  );
}

async function findInvitation(token: string): Promise<InvitationPreview | null> {
  try {
    return await previewInvitation(token, new Date());
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
