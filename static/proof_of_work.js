// Solves the challenge of a guarded form while the person types: a count for which the SHA-256 of "challenge:count" begins with so
// many zero bits. In small pieces, so that the page stays responsive. Without this file the form is taken after a wait that it states.
(function () {
  "use strict";

  var K = [], i, n, isPrime;
  for (n = 2; K.length < 64; n++) {
    isPrime = true;
    for (i = 2; i * i <= n; i++) {
      if (n % i === 0) {
        isPrime = false;
        break;
      }
    }
    if (isPrime) {
      K.push(((Math.pow(n, 1 / 3) % 1) * 4294967296) | 0);
    }
  }
  var START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
  var W = new Int32Array(64);

  // The first 32 bits of a digest; more than a browser is ever asked for.
  function firstWord(text) {
    var length = text.length, blocks = ((length + 8) >> 6) + 1, state = START.slice(), block, t, at;
    for (block = 0; block < blocks; block++) {
      for (t = 0; t < 16; t++) {
        W[t] = 0;
        for (i = 0; i < 4; i++) {
          at = block * 64 + t * 4 + i;
          W[t] = (W[t] << 8) | (at < length ? text.charCodeAt(at) : at === length ? 128 : 0);
        }
      }
      if (block === blocks - 1) {
        W[15] = length * 8;
      }
      for (t = 16; t < 64; t++) {
        var p = W[t - 15], q = W[t - 2];
        W[t] = (((p >>> 7) | (p << 25)) ^ ((p >>> 18) | (p << 14)) ^ (p >>> 3)) + W[t - 7] + W[t - 16] +
          (((q >>> 17) | (q << 15)) ^ ((q >>> 19) | (q << 13)) ^ (q >>> 10)) | 0;
      }
      var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
      for (t = 0; t < 64; t++) {
        var one = h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + K[t] + W[t] | 0;
        var two = (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c)) | 0;
        h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
      }
      state = [state[0] + a | 0, state[1] + b | 0, state[2] + c | 0, state[3] + d | 0, state[4] + e | 0, state[5] + f | 0, state[6] + g | 0, state[7] + h | 0];
    }
    return state[0] >>> 0;
  }

  function solve(challenge, bits, done) {
    var count = 0, limit = Math.pow(2, 32 - bits);
    (function piece() {
      var until = Date.now() + 12;
      while (Date.now() < until) {
        for (var tries = 0; tries < 64; tries++, count++) {
          if (firstWord(challenge + ":" + count) < limit) {
            done(challenge + ":" + count);
            return;
          }
        }
      }
      setTimeout(piece, 0);
    })();
  }

  Array.prototype.forEach.call(document.querySelectorAll("input[data-work-bits]"), function (input) {
    var form = input.form, waiting = null, pressedAt = 0, solved = false;
    if (!form) {
      return;
    }
    // Who is faster than the work sends the form when it is done, by the button that was pressed.
    form.addEventListener("submit", function (event) {
      if (!solved) {
        event.preventDefault();
        pressedAt = Date.now();
        waiting = event.submitter || form.querySelector("button[type=submit]");
        form.setAttribute("aria-busy", "true");
      }
    });
    solve(input.value, Number(input.getAttribute("data-work-bits")), function (solution) {
      input.value = solution;
      solved = true;
      form.removeAttribute("aria-busy");
      if (waiting) {
        // Not at once: what follows a click too closely counts as its second half.
        setTimeout(function () { waiting.click(); }, Math.max(0, pressedAt + 1050 - Date.now()));
      }
    });
  });
})();
