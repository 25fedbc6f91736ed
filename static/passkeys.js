// Passkeys (WebAuthn) on the hosted pages. What needs them stays hidden without this file or a browser that has them; every page
// says what else there is. Plain old syntax, as in enhance.js.
(function () {
  "use strict";

  if (!window.PublicKeyCredential || !navigator.credentials || !window.fetch) {
    return;
  }

  // A challenge works for five minutes.
  var RENEW = 4 * 60 * 1000;
  var waiting = null;

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) {
      return letter.charCodeAt(0);
    });
  }

  function text(buffer) {
    var plain = Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return String.fromCharCode(byte);
    });
    return btoa(plain.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }

  function listed(keys) {
    return (keys || []).map(function (key) {
      return { type: key.type, id: bytes(key.id), transports: key.transports };
    });
  }

  function options(form) {
    return fetch(form.getAttribute("data-options"), { credentials: "same-origin", headers: { accept: "application/json" } })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error("no options");
        }
        return answer.json();
      })
      .then(function (found) {
        found.challenge = bytes(found.challenge);
        if (found.user) {
          found.user.id = bytes(found.user.id);
          found.excludeCredentials = listed(found.excludeCredentials);
        } else {
          found.allowCredentials = listed(found.allowCredentials);
        }
        return found;
      });
  }

  function answered(credential) {
    var given = credential.response;
    var response = { clientDataJSON: text(given.clientDataJSON) };
    if (given.attestationObject) {
      response.attestationObject = text(given.attestationObject);
      response.transports = given.getTransports ? given.getTransports() : [];
    } else {
      response.authenticatorData = text(given.authenticatorData);
      response.signature = text(given.signature);
      response.userHandle = given.userHandle ? text(given.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id, rawId: credential.id, type: credential.type, response: response, clientExtensionResults: {},
    });
  }

  function send(form, credential) {
    var remember = document.getElementById("remember");
    if (remember && form.elements.remember) {
      form.elements.remember.disabled = !remember.checked;
    }
    form.elements.credential.value = answered(credential);
    form.submit();
  }

  function stopWaiting() {
    if (waiting) {
      waiting.abort();
      waiting = null;
    }
  }

  function tell(form, name) {
    var place = form.querySelector("[data-told]");
    place.textContent = form.getAttribute("data-" + name);
    place.hidden = false;
  }

  // What was typed into another form of the page goes along, if that form would be taken. Passwords stay where they are.
  function takesAlong(form) {
    var other = document.getElementById(form.getAttribute("data-with"));
    var sound = true;
    Array.prototype.forEach.call(other ? other.elements : [], function (field) {
      if (!field.name || field.type === "password" || field.type === "hidden" || field.type === "submit") {
        return;
      }
      if (sound && !field.checkValidity()) {
        field.reportValidity();
        sound = false;
      }
      Array.prototype.forEach.call(form.querySelectorAll("[data-copied]"), function (old) {
        if (old.name === field.name) {
          form.removeChild(old);
        }
      });
      if (field.type !== "checkbox" || field.checked) {
        var copy = document.createElement("input");
        copy.type = "hidden";
        copy.name = field.name;
        copy.value = field.value;
        copy.setAttribute("data-copied", "");
        form.appendChild(copy);
      }
    });
    return sound;
  }

  function ask(form) {
    var makes = form.getAttribute("data-passkey") === "create";
    if (!takesAlong(form)) {
      return;
    }
    stopWaiting();
    form.querySelector("[data-told]").hidden = true;
    options(form)
      .then(function (found) {
        return makes ? navigator.credentials.create({ publicKey: found }) : navigator.credentials.get({ publicKey: found });
      })
      .then(function (credential) {
        send(form, credential);
      })
      .catch(function (error) {
        tell(form, error.name === "InvalidStateError" ? "known" : error.name === "NotAllowedError" ? "cancelled" : "failed");
        suggest(form);
      });
  }

  // The passkeys of this device among the suggestions for the address: nothing has to be typed.
  function suggest(form) {
    if (form.getAttribute("data-passkey") !== "get" || !document.querySelector("input[autocomplete~=webauthn]")) {
      return;
    }
    if (!PublicKeyCredential.isConditionalMediationAvailable || !window.AbortController) {
      return;
    }
    PublicKeyCredential.isConditionalMediationAvailable().then(function (available) {
      if (!available) {
        return;
      }
      stopWaiting();
      var own = (waiting = new AbortController());
      options(form)
        .then(function (found) {
          return navigator.credentials.get({ publicKey: found, mediation: "conditional", signal: own.signal });
        })
        .then(function (credential) {
          if (credential) {
            send(form, credential);
          }
        })
        .catch(function () {
          // Given up, or not to be had: the button and the other ways are there.
        });
      setTimeout(function () {
        if (waiting === own) {
          suggest(form);
        }
      }, RENEW);
    });
  }

  each("form[data-passkey], [data-of-passkey]", function (element) {
    element.hidden = false;
  });

  each("form[data-passkey]", function (form) {
    form.addEventListener("submit", function (event) {
      // A double click asks once.
      var again = event.defaultPrevented;
      event.preventDefault();
      if (!again) {
        ask(form);
      }
    });
    suggest(form);
    document.addEventListener("visibilitychange", function () {
      if (waiting && document.visibilityState === "visible") {
        suggest(form);
      }
    });
  });

  // Whoever signs in with a password on a device that knows its person is offered a passkey.
  each("input[data-passkeys-here]", function (input) {
    if (PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable) {
      PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().then(function (here) {
        input.value = here ? "1" : "";
      });
    }
  });
})();
