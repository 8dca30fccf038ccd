"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { signOutMutation } from "#lib/client/account.ts";
import { acceptInvitationMutation } from "#lib/client/team.ts";
import { JoinForm } from "./join-form.tsx";

type Props = {
  /** The last part of the link. */
  token: string;
  email: string;
  hasAccount: boolean;
  /** The address of whoever is signed in. */
  signedInAs: string | null;
};

/** The one step that is left before someone is in the team, whoever opens the link. */
export function AcceptInvitation({ token, email, hasAccount, signedInAs }: Props) {
  const t = useTranslations("entry");
  if (signedInAs === email) return <JoinNow token={token} />;
  if (signedInAs !== null) return <WrongPerson email={email} signedInAs={signedInAs} />;
  if (!hasAccount) return <JoinForm token={token} email={email} />;
  const query = new URLSearchParams({ next: `/invite/${token}`, email });
  return (
    <div className="flex flex-col gap-4">
      <Notice>{t("invite.hasAccount", { email })}</Notice>
      <ButtonLink href={`/sign-in?${query}`} variant="primary" size="lg">
        {t("signIn.submit")}
      </ButtonLink>
    </div>
  );
}

function JoinNow({ token }: { token: string }) {
  const t = useTranslations("entry");
  const accept = useMutation({
    ...acceptInvitationMutation(token),
    onSuccess: () => location.assign("/create"),
  });
  return (
    <div className="flex flex-col gap-4">
      <FormProblem problem={accept.error} />
      <Button
        variant="primary"
        size="lg"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({})}
      >
        {t("invite.join")}
      </Button>
    </div>
  );
}

function WrongPerson({ email, signedInAs }: { email: string; signedInAs: string }) {
  const t = useTranslations("entry");
  const signOut = useMutation({ ...signOutMutation(), onSuccess: () => location.reload() });
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warning">{t("invite.wrongPerson", { email, signedInAs })}</Notice>
      <FormProblem problem={signOut.error} />
      <Button size="lg" busy={signOut.isPending || signOut.isSuccess} onClick={() => signOut.mutate()}>
        {t("invite.signOut")}
      </Button>
    </div>
  );
}
