// Wallets (EIP-1193, EIP-6963) on the hosted pages. What needs them stays hidden without this file or a browser that has one. The
// server writes the message; the wallet signs it; the form takes the signature there. Plain old syntax, as in enhance.js.
(function () {
  "use strict";

  // EIP-1193: the person said no. EIP-1474: the wallet is still asking.
  var REFUSED = 4001, BUSY = -32002;
  var MOST_WALLETS = 12, LONGEST_NAME = 40;
  var form = document.querySelector("form[data-wallet]");
  var wallets = [];

  if (!form || !window.fetch || !window.TextEncoder) {
    return;
  }
  var told = form.querySelector("[data-told]"), waits = form.querySelector("[data-waits]"), choice = form.querySelector("[data-choice]");

  function show() {
    form.hidden = false;
    Array.prototype.forEach.call(document.querySelectorAll("[data-of-wallet]"), function (element) {
      element.hidden = false;
    });
    Array.prototype.forEach.call(document.querySelectorAll("[data-without-wallet]"), function (element) {
      element.hidden = true;
    });
  }

  function know(provider, id, name) {
    var known = wallets.some(function (wallet) {
      return wallet.provider === provider || wallet.id === id;
    });
    if (!known && provider && typeof provider.request === "function" && wallets.length < MOST_WALLETS) {
      wallets.push({ provider: provider, id: id, name: String(name).slice(0, LONGEST_NAME) });
      show();
    }
  }

  // Every wallet tells itself; one that does not stands alone in window.ethereum.
  window.addEventListener("eip6963:announceProvider", function (event) {
    var detail = event.detail;
    if (detail && detail.info && detail.info.name) {
      know(detail.provider, String(detail.info.uuid), detail.info.name);
    }
  });
  function plain() {
    if (wallets.length === 0) {
      know(window.ethereum, "", "");
    }
  }
  window.addEventListener("ethereum#initialized", plain);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  plain();

  function tell(name) {
    waits.textContent = "";
    told.textContent = form.getAttribute("data-" + name);
    told.hidden = false;
  }

  function hexadecimal(text) {
    return Array.prototype.reduce.call(new TextEncoder().encode(text), function (all, byte) {
      return all + (byte < 16 ? "0" : "") + byte.toString(16);
    }, "0x");
  }

  function refused(name) {
    var error = new Error(name);
    error.told = name;
    return error;
  }

  function message(account, chain) {
    var fields = new URLSearchParams();
    ["csrf", "flow"].forEach(function (name) {
      if (form.elements[name]) {
        fields.set(name, form.elements[name].value);
      }
    });
    fields.set("address", account);
    fields.set("chain", chain);
    return fetch(form.getAttribute("data-message"), { method: "POST", credentials: "same-origin", redirect: "error", body: fields })
      .then(function (answer) {
        return answer.json().then(function (said) {
          if (!answer.ok) {
            throw refused(said.refused === "chain" ? "chain" : "failed");
          }
          return said;
        });
      });
  }

  function send(nonce, signature) {
    var remember = document.getElementById("remember");
    if (remember && form.elements.remember) {
      form.elements.remember.disabled = !remember.checked;
    }
    form.elements.nonce.value = nonce;
    form.elements.signature.value = signature;
    form.submit();
  }

  function ask(provider) {
    var account, chain;
    told.hidden = true;
    choice.hidden = true;
    waits.textContent = waits.getAttribute("data-waits");
    provider.request({ method: "eth_requestAccounts" })
      .then(function (accounts) {
        account = accounts && accounts[0];
        if (typeof account !== "string") {
          throw refused("no-account");
        }
        return provider.request({ method: "eth_chainId" });
      })
      .then(function (found) {
        chain = found;
        return message(account, chain);
      })
      .then(function (said) {
        return provider.request({ method: "personal_sign", params: [hexadecimal(said.message), account] })
          .then(function (signature) {
            send(said.nonce, signature);
          });
      })
      .catch(function (error) {
        var code = error && error.code;
        tell((error && error.told) || (code === REFUSED ? (account ? "cancelled" : "no-account") : code === BUSY ? "busy" : "failed"));
      });
  }

  // Several wallets: the person says which, by name.
  function choose() {
    var list = choice.querySelector("[data-wallets]");
    list.replaceChildren();
    wallets.forEach(function (wallet) {
      var button = document.createElement("button"), name = document.createElement("bdi");
      button.type = "button";
      button.className = "quiet";
      name.textContent = wallet.name;
      button.appendChild(name);
      button.addEventListener("click", function () {
        ask(wallet.provider);
      });
      list.appendChild(button);
    });
    told.hidden = true;
    choice.hidden = false;
    list.querySelector("button").focus();
  }

  form.addEventListener("submit", function (event) {
    // A double click asks once.
    var again = event.defaultPrevented;
    event.preventDefault();
    if (again) {
      return;
    }
    if (wallets.length > 1) {
      choose();
    } else if (wallets.length === 1) {
      ask(wallets[0].provider);
    }
  });
})();
