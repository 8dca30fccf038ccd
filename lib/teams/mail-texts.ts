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

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 60);
}
