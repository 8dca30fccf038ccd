/*
 * Shows a page of our own when the studio cannot be reached. It keeps nothing and answers nothing else: what people
 * see of their work always comes from the server.
 */
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET") event.respondWith(navigate(event));
});

async function navigate(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(offlinePage(navigator.language.startsWith("zh")), {
      status: 503,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    });
  }
}

function offlinePage(isChinese) {
  const [lang, title, text, retry] = isChinese
    ? [
        "zh-CN",
        "工作室连接不上",
        "可能是网络断开，或者服务器正在重启。草稿仍保存在这台设备上，本页会自动重试。",
        "立即重试",
      ]
    : [
        "en",
        "The studio cannot be reached",
        "You may be offline, or the server is restarting. Drafts are safe on this device; this page tries again by itself.",
        "Try now",
      ];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="refresh" content="10">
<title>Framewright</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; justify-items: center; gap: .5rem; padding: 1.5rem; box-sizing: border-box; text-align: center; font: 400 .9375rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; background: light-dark(#fafafb, #0d0e10); color: light-dark(#1a1b20, #f0f0f2) }
h1 { margin: 1rem 0 0; font-size: 1.0625rem }
p { margin: 0; max-width: 26rem; color: light-dark(#56575f, #a7a8af) }
a { margin-top: 1rem; padding: .625rem 1.25rem; border-radius: .5rem; background: #4d4ae0; color: #fff; font-weight: 500; text-decoration: none }
</style>
</head>
<body>
<svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true"><rect width="32" height="32" rx="8.5" fill="#4d4ae0"/><path d="M8 13.2V10.6C8 9.2 9.2 8 10.6 8h2.6M24 18.8v2.6c0 1.4-1.2 2.6-2.6 2.6h-2.6" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="M13.2 11.9v8.2c0 .8.9 1.3 1.6.9l6.5-4.1c.7-.4.7-1.4 0-1.8L14.8 11c-.7-.4-1.6.1-1.6.9Z" fill="#fff"/></svg>
<h1>${title}</h1>
<p>${text}</p>
<a href="">${retry}</a>
</body>
</html>`;
}
