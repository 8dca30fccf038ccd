type ProgressRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob | null;
  readonly signal: AbortSignal | undefined;
  readonly onUploadProgress: (share: number) => void;
};

/** `fetch` that tells how much has been sent. Only XMLHttpRequest can; rejects when no answer comes. */
export function sendWithProgress(url: string, request: ProgressRequest): Promise<Response> {
  const { method, headers, body, signal, onUploadProgress } = request;
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onUploadProgress(loaded / total);
    });
    call.addEventListener("load", () => resolve(responseOf(call)));
    for (const failure of ["error", "abort", "timeout"]) {
      call.addEventListener(failure, () => reject(new TypeError(`upload: ${failure}`)));
    }
    signal?.addEventListener("abort", () => call.abort(), { once: true });
    if (signal?.aborted) return call.abort();
    call.send(body);
  });
}

function responseOf(call: XMLHttpRequest): Response {
  const lines = call.getAllResponseHeaders().trim().split("\r\n");
  const headers = new Headers();
  for (const line of lines) {
    const end = line.indexOf(":");
    if (end > 0) headers.append(line.slice(0, end), line.slice(end + 1).trim());
  }
  return new Response(call.status === 204 ? null : call.responseText, { status: call.status, headers });
}
