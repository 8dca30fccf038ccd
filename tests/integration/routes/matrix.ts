/**
 * Who gets which answer, operation by operation; written down by hand and not derived from the code it checks.
 *
 * own = owner, adm = admin, cre = creator, vie = viewer of the team whose things are called for · str = owner of
 * another team · tea = signed in, in no team · k-r / k-c = a key of the team that reads / creates · nob = nobody.
 * A name after the operation tells cases apart: `mates` is a thing that a team-mate made, `own` the caller's own.
 */
const ROWS = `
                                own adm cre vie str tea k-r k-c nob
  getSetup                      200 200 200 200 200 200 200 200 200
  setUp                         409 409 409 409 409 409 409 409 409
  signIn                        204 204 204 204 204 204 204 204 204
  signOut                       204 204 204 204 204 204 204 204 204
  requestPasswordReset          400 400 400 400 400 400 400 400 400
  resetPassword                 400 400 400 400 400 400 400 400 400
  getMe                         200 200 200 200 200 200 401 401 401
  updateMe                      200 200 200 200 200 200 401 401 401
  changePassword                204 204 204 204 204 204 401 401 401

  getTeam                       200 200 200 200 200 403 401 401 401
  updateTeam                    200 200 403 403 200 403 401 401 401
  leaveTeam                     204 204 204 204 204 403 401 401 401
  listTeams                     200 200 200 200 200 200 401 401 401
  activateTeam                  204 204 204 204 404 404 401 401 401
  listMembers                   200 200 200 200 200 403 401 401 401
  setRole                       200 200 403 403 404 403 401 401 401
  setRole.of_owner              200 403 403 403 404 403 401 401 401
  setRole.to_owner              200 403 403 403 404 403 401 401 401
  removeMember                  204 204 403 403 404 403 401 401 401
  removeMember.owner            204 403 403 403 404 403 401 401 401
  listInvitations               200 200 403 403 200 403 401 401 401
  inviteMember                  201 201 403 403 201 403 401 401 401
  inviteMember.owner            201 403 403 403 201 403 401 401 401
  cancelInvitation              204 204 403 403 404 403 401 401 401
  getInvitation                 200 200 200 200 200 200 200 200 200
  getInvitation.forged          404 404 404 404 404 404 404 404 404
  acceptInvitation              403 403 403 403 403 403 201 201 201
  acceptInvitation.forged       404 404 404 404 404 404 404 404 404

  listApiKeys                   200 200 200 403 200 403 401 401 401
  createApiKey                  201 201 201 403 201 403 401 401 401
  getSigningSecret              200 200 200 403 200 403 401 401 401
  rotateSigningSecret           200 200 403 403 200 403 401 401 401
  revokeApiKey.mates            204 204 403 403 404 403 401 401 401
  revokeApiKey.own              204 204 204 403 404 403 401 401 401

  listWebhooks                  200 200 403 403 200 403 401 401 401
  createWebhook                 201 201 403 403 201 403 401 401 401
  updateWebhook                 200 200 403 403 404 403 401 401 401
  deleteWebhook                 204 204 403 403 404 403 401 401 401
  rotateWebhookSecret           200 200 403 403 404 403 401 401 401
  testWebhook                   201 201 403 403 404 403 401 401 401
  listWebhookDeliveries         200 200 403 403 404 403 401 401 401
  resendWebhookDelivery         201 201 403 403 404 403 401 401 401

  listConnections               200 200 200 200 200 403 401 401 401
  createConnection              201 201 403 403 201 403 401 401 401
  updateConnection              200 200 403 403 404 403 401 401 401
  deleteConnection              204 204 403 403 404 403 401 401 401
  reorderConnections            204 204 403 403 409 403 401 401 401
  pauseConnection               204 204 403 403 404 403 401 401 401
  resumeConnection              204 204 403 403 404 403 401 401 401
  testConnection                200 200 403 403 404 403 401 401 401
  testNewConnection             200 200 403 403 200 403 401 401 401
  setFailOver                   200 200 403 403 200 403 401 401 401

  listAudit                     200 200 403 403 200 403 401 401 401
  verifyAudit                   200 200 403 403 200 403 401 401 401
  exportAudit                   200 200 403 403 200 403 401 401 401

  createTasks                   201 201 201 403 201 403 401 401 401
  listTasks                     200 200 200 200 200 403 401 401 401
  getTask                       200 200 200 200 404 403 401 401 401
  cancelTask.mates              200 200 403 403 404 403 401 401 401
  cancelTask.own                200 200 200 403 404 403 401 401 401
  retryTask.mates               200 200 403 403 404 403 401 401 401
  retryTask.own                 200 200 200 403 404 403 401 401 401
  decideTask.mates              200 200 403 403 404 403 401 401 401
  decideTask.own                200 200 200 403 404 403 401 401 401
  moveTask.mates                200 200 403 403 404 403 401 401 401
  moveTask.own                  200 200 200 403 404 403 401 401 401
  setTaskPriority.mates         200 200 403 403 404 403 401 401 401
  setTaskPriority.own           200 200 200 403 404 403 401 401 401
  setTaskPriority.above         200 200 403 403 404 403 401 401 401
  adoptTask                     422 422 422 403 422 403 401 401 401
  fetchAgain.mates              200 200 403 403 404 403 401 401 401
  fetchAgain.own                200 200 200 403 404 403 401 401 401
  getArchiveRadar               200 200 200 200 200 403 401 401 401
  trashTask.mates               200 200 403 403 404 403 401 401 401
  trashTask.own                 200 200 200 403 404 403 401 401 401
  restoreTask.mates             200 200 403 403 404 403 401 401 401
  restoreTask.own               200 200 200 403 404 403 401 401 401

  uploadAsset                   201 201 201 403 201 403 401 401 401
  importAsset                   400 400 400 403 400 403 401 401 401
  listAssets                    200 200 200 200 200 403 401 401 401
  getAsset                      200 200 200 200 404 403 401 401 401
  findAsset                     200 200 200 200 404 403 401 401 401
  getAssetUses                  200 200 200 200 404 403 401 401 401
  renameAsset                   200 200 200 403 404 403 401 401 401
  deleteAsset.mates             204 204 403 403 404 403 401 401 401
  deleteAsset.own               204 204 204 403 404 403 401 401 401
  restoreAsset.mates            200 200 403 403 404 403 401 401 401
  restoreAsset.own              200 200 200 403 404 403 401 401 401
  listElements                  200 200 200 200 200 403 401 401 401
  deleteElement.mates           200 200 403 403 404 403 401 401 401
  deleteElement.own             200 200 200 403 404 403 401 401 401
  listVoices                    200 200 200 200 200 403 401 401 401
  deleteVoice.mates             200 200 403 403 404 403 401 401 401
  deleteVoice.own               200 200 200 403 404 403 401 401 401
  listPresetElements            200 200 200 200 404 403 401 401 401
  listPresetVoices              200 200 200 200 404 403 401 401 401
  describeUploads               204 204 204 204 204 204 204 204 204
  createUpload                  201 201 201 403 201 403 401 401 401
  getUploadOffset.mates         404 404 404 403 404 403 401 401 401
  getUploadOffset.own           200 200 200 403 404 403 401 401 401
  sendUploadBytes.mates         404 404 404 403 404 403 401 401 401
  sendUploadBytes.own           204 204 204 403 404 403 401 401 401
  endUpload.mates               404 404 404 403 404 403 401 401 401
  endUpload.own                 204 204 204 403 404 403 401 401 401
  finishUpload.mates            404 404 404 403 404 403 401 401 401
  finishUpload.own              201 201 201 403 404 403 401 401 401
  streamEvents                  200 200 200 200 200 403 401 401 401

  listDrafts                    200 200 200 200 200 403 401 401 401
  getDraft.shared               200 200 200 200 404 403 401 401 401
  getDraft.private              404 404 404 404 404 403 401 401 401
  getDraft.own                  200 200 200 200 404 403 401 401 401
  saveDraft.new                 200 200 200 403 200 403 401 401 401
  saveDraft.shared              200 200 200 403 404 403 401 401 401
  saveDraft.private             404 404 404 403 404 403 401 401 401
  saveDraft.own                 200 200 200 403 404 403 401 401 401
  saveDraft.old                 409 409 409 403 404 403 401 401 401
  updateDraft.shared            200 200 200 403 404 403 401 401 401
  updateDraft.private           404 404 404 403 404 403 401 401 401
  updateDraft.own               200 200 200 403 404 403 401 401 401
  updateDraft.taken             403 403 403 403 404 403 401 401 401
  trashDraft.shared             200 200 403 403 404 403 401 401 401
  trashDraft.private            404 404 404 403 404 403 401 401 401
  trashDraft.own                200 200 200 403 404 403 401 401 401
  restoreDraft.shared           200 200 403 403 404 403 401 401 401
  restoreDraft.own              200 200 200 403 404 403 401 401 401

  receiveCallback               204 204 204 204 204 204 204 204 204
  receiveCallback.forged        404 404 404 404 404 404 404 404 404

  getHealth                     503 503 503 503 503 503 503 503 503
  getLivez                      200 200 200 200 200 200 200 200 200
  getMetrics                    404 404 404 404 404 404 404 404 404
  getOpenApi                    200 200 200 200 200 200 200 200 200
  getGatewayOpenApi             200 200 200 200 200 200 200 200 200

  create_text2video             401 401 401 401 401 401 403 200 401
  get_text2video                401 401 401 401 401 401 200 200 401
  list_text2video               401 401 401 401 401 401 200 200 401
  create_image2video            401 401 401 401 401 401 403 200 401
  get_image2video               401 401 401 401 401 401 400 400 401
  list_image2video              401 401 401 401 401 401 200 200 401
  create_text2video_kling       401 401 401 401 401 401 403 200 401
  get_text2video_kling          401 401 401 401 401 401 200 200 401
  list_text2video_kling         401 401 401 401 401 401 200 200 401
  create_image2video_kling      401 401 401 401 401 401 403 200 401
  get_image2video_kling         401 401 401 401 401 401 400 400 401
  list_image2video_kling        401 401 401 401 401 401 200 200 401
  getResultFile.forged          404 404 404 404 404 404 404 404 404
`;

export type MatrixRow = {
  /** e.g. `setRole.of_owner` */
  readonly name: string;
  readonly operationId: string;
  /** One status per actor, in the order of `ACTORS`. */
  readonly statuses: readonly number[];
};

/** Under both prefixes: what a key may read, and what it may only write with a scope that creates. */
const GATEWAY_READS = "401 401 401 401 401 401 200 200 401";
const GATEWAY_UNKNOWN = "401 401 401 401 401 401 400 400 401";
/** A call without what it needs: the scope is judged first. */
const GATEWAY_EMPTY = "401 401 401 401 401 401 403 400 401";

/** Kinds whose orders are made complete elsewhere (tests/integration/gateway); here it is who may call. */
const TASKS = [
  "multi-image2video",
  "omni-video",
  "motion-control",
  "video-extend",
  "lip-sync",
  "advanced-lip-sync",
  "avatar",
  "effects",
  "multi-elements",
  "text-to-audio",
  "video-to-audio",
  "image-generation",
  "omni-image",
  "multi-image2image",
  "expand",
  "virtual-try-on",
  "ai-multi-shot",
  "advanced-custom-elements",
  "custom-voices",
];
const AT_ONCE = ["identify-face", "init-selection", "tts", "image-recognize", "custom-elements"];
const EMPTY_POSTS = [
  "add_selection",
  "delete_selection",
  "clear_selection",
  "delete_element",
  "delete_element_advanced-custom-elements",
  "delete_voice",
  "unified_create_job",
  "generations_create_job",
  "unified_create_custom-elements",
  "unified_delete_element_custom-elements",
];
const READS = [
  "list_elements_custom-elements",
  "list_preset_elements_custom-elements",
  "list_preset_elements_advanced-custom-elements",
  "list_preset_voices",
  "account_costs",
  "unified_list_elements_custom-elements",
  "unified_list_preset_elements_custom-elements",
];

const GATEWAY_ROWS = ["", "_kling"].flatMap((prefix) => [
  ...[...TASKS, ...AT_ONCE].map((kind) => `create_${kind}${prefix} ${GATEWAY_EMPTY}`),
  ...TASKS.map((kind) => `get_${kind}${prefix} ${GATEWAY_UNKNOWN}`),
  ...TASKS.map((kind) => `list_${kind}${prefix} ${GATEWAY_READS}`),
  ...EMPTY_POSTS.map((name) => `${name}${prefix} ${GATEWAY_EMPTY}`),
  ...READS.map((name) => `${name}${prefix} ${GATEWAY_READS}`),
  // A preview only looks: a reading key is let through and told that there is no such session.
  `preview_selection${prefix} ${GATEWAY_UNKNOWN}`,
  `unified_get_job${prefix} ${GATEWAY_READS}`,
]);

export const MATRIX: readonly MatrixRow[] = [ROWS.trim(), ...GATEWAY_ROWS]
  .join("\n")
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
  .flatMap(([name, ...statuses]) =>
    name === undefined || name === ""
      ? []
      : [{ name, operationId: name.split(".")[0] ?? name, statuses: statuses.map(Number) }],
  );
