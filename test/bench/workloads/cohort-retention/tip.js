/** A tooltip by hand, for those who have none that can be had without a further package. */

/** One box that is written anew and moved; it comes to its place when it is first shown. */
export function tipIn(placeOf) {
  const box = document.createElement('div');
  const look = 'position:absolute;top:0;left:0;padding:4px 8px;background:#fff;border:1px solid #ccc;';
  box.style.cssText = `${look}pointer-events:none`;
  return {
    /** Beside a point, in pixels of its place; no text hides it. */
    show(text, x, y) {
      if (text && !box.isConnected) placeOf().append(box);
      box.style.visibility = text ? 'visible' : 'hidden';
      if (!text) return;
      box.textContent = text;
      box.style.translate = `${x + 12}px ${y + 12}px`;
    },
    remove: () => box.remove(),
  };
}
