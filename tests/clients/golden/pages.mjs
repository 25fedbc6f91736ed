// The hosted pages of the golden provider: Vestibule's paths, field names and ids, nothing else.
const escape = (value) => String(value ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>:root{color-scheme:light dark;background:Canvas;color:CanvasText}a{color:light-dark(#0645ad,#9bf)}button,a,input{min-height:44px}</style></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

export const signIn = (flow, identifier, error) => page(error ? 'Error: Sign in' : 'Sign in', `
${error ? `<div role="alert" id="form-error" tabindex="-1">${escape(error)}</div>` : ''}
<form method="post" action="/sign-in?flow=${flow}"><input type="hidden" name="csrf" value="golden">
<p><label for="username">Email</label><input id="username" name="identifier" autocomplete="username" required value="${escape(identifier)}"></p>
<p><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required></p>
<button id="login-submit" type="submit" name="action" value="sign-in">Sign in</button>
<button id="login-cancel" type="submit" name="action" value="cancel" formnovalidate>Cancel</button></form>
<p><a href="/sign-up?flow=${flow}">Create account</a></p>`);

export const signUp = (flow) => page('Create account', `
<form method="post" action="/sign-up?flow=${flow}"><input type="hidden" name="csrf" value="golden">
<p><label for="name">Name</label><input id="name" name="name" autocomplete="name" required></p>
<p><label for="email">Email</label><input id="email" name="email" type="email" autocomplete="email" required></p>
<p><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="new-password" required></p>
<button id="sign-up-submit" type="submit" name="action" value="sign-up">Create account</button></form>`);

export const consent = (flow, client) => page(`${client.clientName ?? 'The app'} wants to access your account`, `
<form method="post" action="/consent?flow=${flow}"><input type="hidden" name="csrf" value="golden">
<button id="consent-allow" type="submit" name="action" value="allow">Allow</button>
<button id="consent-deny" type="submit" name="action" value="deny">Cancel</button></form>`);

export const signOut = (form) => page('Sign out', `${form}
<button id="logout-confirm" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`);

export const signedOut = () => page('You are signed out', '<p id="logged-out">You are signed out.</p><p><a href="/">Sign in again</a></p>');

/** Theirs, with our fields and buttons in it. */
const within = (form, content) => form.replace(/<input[^>]*type="text"[^>]*>(<\/input>)?/, '').replace('</form>', `${content}</form>`);

export const deviceCode = (form, linked, error) => page(error ? 'Error: Connect a device' : 'Connect a device', `
${error ? '<div role="alert" id="form-error" tabindex="-1">That code is not waiting for anybody.</div>' : ''}
${within(form, `<p><label for="user_code">Code</label><input id="user_code" name="user_code" required value="${escape(linked)}"></p>
<button id="device-submit" type="submit">Continue</button>`)}`);

export const deviceConfirmation = (form, client, code) => page('Connect this device?', `
<p>You are about to sign in ${escape(client.clientName)} on another device: <strong id="device-code">${escape(code)}</strong></p>
${within(form, `<button id="device-connect" type="submit">Connect</button>
<button id="device-deny" type="submit" name="abort" value="yes">This was not me</button>`)}`);

export const deviceConnected = () => page('Device connected', '<p id="device-connected">You can close this page.</p>');

export const deviceDenied = () => page('Device not connected', '<p id="device-denied">It has no access.</p>');

export const error = (out) => page('This did not work', `
<p id="error-code">${escape(out.error)}</p><p id="error-description">${escape(out.error_description)}</p><p><a href="/">Start again</a></p>`);
