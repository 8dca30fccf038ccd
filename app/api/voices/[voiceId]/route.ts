import { deleteVoiceOperation } from "#lib/contract/library.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { providerHands } from "#lib/http/provider-hands.ts";
import { deleteVoice } from "#lib/library/delete-kept.ts";

export const DELETE = defineRoute(deleteVoiceOperation, ({ caller, params, request }) =>
  deleteVoice({ caller, id: params.voiceId }, providerHands(request)),
);
