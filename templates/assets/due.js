"use strict";
/* Shows the notice it stands behind once its date has passed, by the reader's own clock: so an old copy of the page tells the
   truth too. A file of its own, read where it stands, so that nothing moves once the page is painted. */
(() => {
  const notice = document.currentScript.previousElementSibling;
  const due = notice.dataset.reviewBy;
  const today = new Date().toLocaleDateString("sv");
  // A month or a year is over after its last day.
  notice.hidden = today <= (due.length === 10 ? due : `${due}-99`);
})();
