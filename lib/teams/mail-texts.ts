import type { Localized } from "#lib/shared/localized.ts";

type MailText = { readonly subject: string; readonly text: string };

type InvitationWords = { readonly teamName: string; readonly invitedBy: string; readonly url: string };

/** In both languages: the reader has no account yet, so nobody knows theirs. */
export function invitationMail({ teamName, invitedBy, url }: InvitationWords): MailText {
  return {
    subject: `${oneLine(invitedBy)} 邀请你加入 ${oneLine(teamName)} · Invitation to Framewright`,
    text: `${invitedBy} 邀请你加入 Framewright 团队“${teamName}”。请在 48 小时内打开此链接：\n${url}\n
${invitedBy} invites you to the team “${teamName}” on Framewright. Open this link within 48 hours:\n${url}\n
如果你不认识对方，请忽略此邮件。If you do not know them, ignore this mail.\n`,
  };
}

export function resetMail(url: string): MailText {
  return {
    subject: "重设密码 · Framewright: a new password",
    text: `请在 30 分钟内打开此链接设置新密码：\n${url}\n
Open this link within 30 minutes to choose a new password:\n${url}\n
如果不是你本人申请，请忽略此邮件。If you did not ask for this, ignore this mail.\n`,
  };
}

type PausedWords = {
  readonly name: string;
  readonly code: number;
  /** What is known of the code. */
  readonly reason: { readonly explain: Localized; readonly remedy: Localized } | undefined;
  readonly url: string;
};

export function connectionPausedMail({ name, code, reason, url }: PausedWords): MailText {
  const [zh, en] = [
    reason && `${reason.explain.zh}。${reason.remedy.zh}。`,
    reason && `${reason.explain.en}. ${reason.remedy.en}.`,
  ];
  return {
    subject: `连接“${oneLine(name)}”已暂停 · Connection paused: ${oneLine(name)}`,
    text: `连接“${name}”的账户拒绝了新任务（代码 ${code}），连接已暂停。${zh ?? ""}已提交的任务继续进行，排队的任务会等待。处理后请在此恢复：\n${url}\n
The account of the connection “${name}” refuses new tasks (code ${code}), so it was paused. ${en ?? ""} What was submitted goes on, what is queued waits. Resume it here once that is settled:\n${url}\n`,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 60);
}
