// What Node 18 / Chromium 114 lack of what Dateline's build uses. Classic script, idempotent, no imports.
(() => {
  const g = globalThis;
  const def = (o, k, v) => {
    if (o && !(k in o))
      Object.defineProperty(o, k, { value: v, writable: true, configurable: true });
  };
  if (g.URL)
    def(g.URL, 'canParse', (u, b) => {
      try {
        return new g.URL(u, b).href !== '';
      } catch {
        return false;
      }
    });
  def(Promise, 'withResolvers', function () {
    let resolve, reject;
    const promise = new this((a, b) => {
      resolve = a;
      reject = b;
    });
    return { promise, resolve, reject };
  });
  def(Promise, 'try', function (f, ...a) {
    return new this((r) => r(f(...a)));
  });
  const group = (it, f, put) => {
    let i = 0;
    for (const x of it) put(f(x, i++), x);
  };
  def(Map, 'groupBy', (it, f) => {
    const m = new Map();
    group(it, f, (k, x) => (m.has(k) ? m.get(k).push(x) : m.set(k, [x])));
    return m;
  });
  def(Object, 'groupBy', (it, f) => {
    const m = Object.create(null);
    group(it, f, (k, x) => (m[k] ??= []).push(x));
    return m;
  });
  def(Array, 'fromAsync', async (src, f) => {
    const r = [];
    let i = 0;
    for await (const x of src) r.push(f ? await f(x, i++) : x);
    return r;
  });
  const A = Array.prototype;
  const { sort } = A;
  def(A, 'toSorted', function (c) {
    return sort.call([...this], c);
  });
  def(A, 'toReversed', function () {
    return [...this].reverse();
  });
  def(A, 'toSpliced', function (...a) {
    const r = [...this];
    r.splice(...a);
    return r;
  });
  def(A, 'with', function (i, v) {
    const r = [...this];
    r[i < 0 ? r.length + i : i] = v;
    return r;
  });
  const T = Object.getPrototypeOf(Uint8Array.prototype);
  def(T, 'toSorted', function (c) {
    return T.sort.call(this.slice(), c);
  });
  def(T, 'toReversed', function () {
    return this.slice().reverse();
  });
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
  def(String.prototype, 'isWellFormed', function () {
    lone.lastIndex = 0;
    return !lone.test(this);
  });
  def(String.prototype, 'toWellFormed', function () {
    return this.replace(lone, '\uFFFD');
  });
  const S = Set.prototype;
  def(S, 'union', function (o) {
    return new Set([...this, ...o.keys()]);
  });
  def(S, 'intersection', function (o) {
    return new Set([...this].filter((x) => o.has(x)));
  });
  def(S, 'difference', function (o) {
    return new Set([...this].filter((x) => !o.has(x)));
  });
  def(S, 'symmetricDifference', function (o) {
    const r = new Set(this);
    for (const x of o.keys()) if (!r.delete(x)) r.add(x);
    return r;
  });
  def(S, 'isSubsetOf', function (o) {
    return [...this].every((x) => o.has(x));
  });
  def(S, 'isSupersetOf', function (o) {
    return [...o.keys()].every((x) => this.has(x));
  });
  def(S, 'isDisjointFrom', function (o) {
    return ![...this].some((x) => o.has(x));
  });
  // Iterator helpers (Chromium 122, Node 22)
  const I = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  def(I, 'map', function* (f) {
    let i = 0;
    for (const x of this) yield f(x, i++);
  });
  def(I, 'filter', function* (f) {
    let i = 0;
    for (const x of this) if (f(x, i++)) yield x;
  });
  def(I, 'take', function* (n) {
    if (n <= 0) return;
    for (const x of this) {
      yield x;
      if (--n <= 0) return;
    }
  });
  def(I, 'drop', function* (n) {
    for (const x of this) if (n-- <= 0) yield x;
  });
  def(I, 'flatMap', function* (f) {
    let i = 0;
    for (const x of this) yield* f(x, i++);
  });
  def(I, 'toArray', function () {
    return [...this];
  });
  def(I, 'forEach', function (f) {
    let i = 0;
    for (const x of this) f(x, i++);
  });
  def(I, 'some', function (f) {
    let i = 0;
    for (const x of this) if (f(x, i++)) return true;
    return false;
  });
  def(I, 'every', function (f) {
    let i = 0;
    for (const x of this) if (!f(x, i++)) return false;
    return true;
  });
  def(I, 'find', function (f) {
    let i = 0;
    for (const x of this) if (f(x, i++)) return x;
  });
  def(I, 'reduce', function (f, ...init) {
    let acc = init[0],
      has = init.length > 0,
      i = 0;
    for (const x of this) {
      acc = has ? f(acc, x, i) : x;
      has = true;
      i++;
    }
    return acc;
  });
  // Async iteration of streams (Chromium 124)
  if (g.ReadableStream && !(Symbol.asyncIterator in g.ReadableStream.prototype)) {
    const values = async function* ({ preventCancel = false } = {}) {
      const r = this.getReader();
      let whole = false;
      try {
        for (;;) {
          const { done, value } = await r.read();
          if (done) {
            whole = true;
            return;
          }
          yield value;
        }
      } finally {
        if (!whole && !preventCancel) await r.cancel().catch(() => {});
        r.releaseLock();
      }
    };
    def(g.ReadableStream.prototype, 'values', values);
    def(g.ReadableStream.prototype, Symbol.asyncIterator, values);
  }
  if (g.AbortSignal)
    def(g.AbortSignal, 'any', (list) => {
      const c = new AbortController();
      for (const s of list) {
        if (s.aborted) {
          c.abort(s.reason);
          break;
        }
        s.addEventListener('abort', () => c.abort(s.reason), { once: true });
      }
      return c.signal;
    });
  if (g.Document && !('caretPositionFromPoint' in g.Document.prototype)) {
    def(g.Document.prototype, 'caretPositionFromPoint', function (x, y) {
      const r = this.caretRangeFromPoint(x, y);
      return (
        r && {
          offsetNode: r.startContainer,
          offset: r.startOffset,
          getClientRect: () => r.getBoundingClientRect(),
        }
      );
    });
  }
})();
