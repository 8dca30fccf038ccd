import type { Operation as GatewayWish } from "#lib/kling/endpoints.ts";
import { inLocale, type Locale } from "#lib/shared/localized.ts";
import type { Operation } from "./operation.ts";

/** What the studio's operations do, in Chinese; their English is the summary of the contract. */
const ZH_BY_ID: Readonly<Record<string, string>> = {
  changePassword: "修改自己的密码；其他登录全部失效。",
  getMe: "当前登录的用户、团队和角色。",
  getSetup: "是否已创建第一个团队，以及能否发送邮件。",
  requestPasswordReset: "发送重设密码的邮件；无论账号是否存在，答复都相同。",
  resetPassword: "用邮件中的令牌设置新密码；所有登录全部失效。",
  setUp: "创建第一个账号和第一个团队；已有团队时拒绝。",
  signIn: "用邮箱和密码登录；会话保存在 Cookie 中。",
  signOut: "结束当前会话。",
  updateMe: "修改自己的名字、语言或主题。",
  acceptInvitation: "通过邀请链接加入团队，可新建账号或使用当前账号。",
  activateTeam: "在当前会话中切换到自己的另一个团队。",
  cancelInvitation: "让邀请链接失效。",
  getInvitation: "链接持有者被邀请加入什么。路径中是链接的密钥，不只是编号。",
  getTeam: "当前团队。",
  inviteMember: "用只显示一次的链接邀请成员；配置了邮件时同时发送。",
  leaveTeam: "退出当前团队；最后一位所有者不能退出。",
  listInvitations: "仍可接受的邀请。",
  listMembers: "当前团队的成员。",
  listTeams: "可以切换到的团队。",
  removeMember: "将成员移出团队；其会话和密钥立即失效。",
  setRole: "更改成员角色；从其下一次请求起生效。",
  updateTeam: "重命名当前团队。",
  createApiKey: "新建网关密钥；密钥内容只出现在这次答复中。",
  getSigningSecret: "团队回调的签名密钥（Standard Webhooks），供客户端验证。",
  listApiKeys: "可以管理的网关密钥，最新的在前。",
  revokeApiKey: "立即吊销网关密钥。",
  rotateSigningSecret: "更换团队回调的签名密钥；旧密钥在 24 小时内同时签名。",
  listWebhooks: "团队的事件接收端，最早的在前。",
  createWebhook: "新增事件接收端（Standard Webhooks）；密钥只出现在这次答复中。",
  updateWebhook: "更改接收端订阅的事件，或停用、启用。",
  deleteWebhook: "删除接收端及其记录。",
  rotateWebhookSecret: "为接收端更换密钥，只显示一次；旧密钥在 24 小时内同时签名。",
  testWebhook: "向接收端发送一个测试事件。",
  listWebhookDeliveries: "最近 30 天发送给接收端的消息，最新的在前，分页返回。",
  resendWebhookDelivery: "以相同的消息编号再次发送一条消息。",
  cancelTask: "取消仍在排队的任务，不产生费用。",
  createTasks: "提交一条或多条视频任务。",
  getTask: "一个任务及其素材、过程和结果。",
  listTasks: "团队的任务，最新的在前，分页返回。",
  restoreTask: "将任务从回收站恢复。",
  retryTask: "将失败或已取消的任务作为新的付费尝试重新提交。",
  trashTask: "将已结束的任务移入回收站。",
  getAsset: "文件内容、静帧或悬停预览；支持单个 Range。",
  listAssets: "团队的文件，最新的在前。",
  uploadAsset: "以原始请求体上传一张 JPEG 或 PNG（≤ 10 MB）；检查、清理后保存。",
  streamEvents: "团队任务事件的 SSE 流；可用 Last-Event-ID 续传。",
  getHealth: "生成视频所需的一切是否正常；不正常时返回 503。",
  getLivez: "此网页进程是否应答；不检查其他。",
  getMetrics: "运维指标（Prometheus 文本）；须以 METRICS_TOKEN 作为 Bearer，否则返回 404。",
  getOpenApi: "本文档：OpenAPI 3.1 格式的工作室 API。",
  getGatewayOpenApi: "OpenAPI 3.1 格式的 Kling 客户端网关。",
};

/** What a client can want of the gateway, in Chinese. */
export const ZH_BY_WISH: Readonly<Record<GatewayWish, string>> = {
  create: "提交任务；即时类任务直接返回结果。",
  get: "按任务 ID 或自定义 ID 查询单个任务。",
  list: "分页查询任务。",
  add_selection: "在画面上增加选区。",
  delete_selection: "删减选区。",
  clear_selection: "清除选区。",
  preview_selection: "预览选区视频。",
  list_elements: "分页查询团队的主体。",
  list_preset_elements: "官方主体。",
  delete_element: "删除团队的主体。",
  list_preset_voices: "官方音色。",
  delete_voice: "删除团队的音色。",
  account_costs: "账号的资源包。",
  create_job: "以网关格式提交任务。",
  get_job: "以网关格式按 ID 查询任意任务。",
};

/** A studio operation in one sentence. */
export function operationWords({ id, summary }: Operation, locale: Locale): string {
  return inLocale({ zh: ZH_BY_ID[id] ?? summary, en: summary }, locale);
}
