// Enhancement only: every page works without this file. Plain old syntax on purpose, so that old and scripted browsers run it.
(function () {
  "use strict";

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // A button beside each password field shows what was typed; it goes back to dots when the form is sent.
  each("[data-reveal]", function (button) {
    var input = document.getElementById(button.getAttribute("data-reveal"));
    if (!input) {
      return;
    }
    function reveal(shown) {
      input.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", shown ? "true" : "false");
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      reveal(input.type === "password");
    });
    if (input.form) {
      input.form.addEventListener("submit", function () {
        reveal(false);
      });
    }
  });

  // After a refusal the person, and a screen reader, starts at what went wrong.
  var problem = document.getElementById("form-error");
  if (problem) {
    problem.focus();
  }

  // A double click sends a form once. A later try goes through: nothing is ever disabled.
  each("form[method=post]", function (form) {
    var sent = 0;
    form.addEventListener("submit", function (event) {
      var now = Date.now();
      if (now - sent < 1000) {
        event.preventDefault();
        return;
      }
      sent = now;
    });
  });

  // Copy buttons appear where the browser can copy.
  each("[data-copy]", function (button) {
    var source = document.getElementById(button.getAttribute("data-copy"));
    if (!source || !navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source.textContent.trim()).then(function () {
        button.textContent = button.getAttribute("data-copied");
      });
    });
  });

  // response_mode=form_post: the page with the answer sends itself on.
  each("form[data-auto-submit]", function (form) {
    form.submit();
  });
})();
