var plain = (text, start) => ({ text, pieces: [0, start, -1] });
var fixedText = (text, start, end) => ({ text, pieces: [0, start, end] });
function sourceOf(mapped, at) {
  const { pieces } = mapped;
  const i = pieceAt(pieces, at);
  return pieces[i + 2] === -1 ? pieces[i + 1] + at - pieces[i] : pieces[i + 1];
}
function sourceEndOf(mapped, end) {
  const { pieces } = mapped;
  const i = pieceAt(pieces, Math.max(0, end - 1));
  return pieces[i + 2] === -1 ? pieces[i + 1] + end - pieces[i] : pieces[i + 2];
}
function pieceAt(pieces, at) {
  let low = 0;
  let high = pieces.length / 3 - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (pieces[middle * 3] <= at) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}
var MapBuilder = class {
  #texts = [];
  #pieces = [];
  #length = 0;
  /** A stretch of other mapped text, places kept. */
  literal(from, start, end) {
    if (end <= start) return;
    this.#texts.push(from.text.slice(start, end));
    const { pieces } = from;
    for (let i = pieceAt(pieces, start); i < pieces.length && pieces[i] < end; i += 3) {
      const cut = Math.max(0, start - pieces[i]);
      const fixed = pieces[i + 2];
      this.#pieces.push(this.#length + pieces[i] + cut - start, pieces[i + 1] + (fixed === -1 ? cut : 0), fixed);
    }
    this.#length += end - start;
  }
  /** Text that stands for a stretch of the file. */
  fixed(text, start, end) {
    if (text === "") return;
    this.#texts.push(text);
    this.#pieces.push(this.#length, start, end);
    this.#length += text.length;
  }
  build() {
    return { text: this.#texts.join(""), pieces: this.#pieces.length === 0 ? [0, 0, -1] : this.#pieces };
  }
};
module.exports = { plain, fixedText, sourceOf, sourceEndOf, MapBuilder };
