// Reads the binary files of the index. Its counterpart is Packer.java.

const UTF8 = new TextDecoder();

export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get atEnd() {
    return this.at >= this.bytes.length;
  }

  octet() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    let shift = 0;
    for (;;) {
      const octet = this.bytes[this.at++];
      value |= (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
      shift += 7;
    }
  }

  text() {
    return UTF8.decode(this.slice(this.number()));
  }

  slice(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Reads a number, and then as many things. */
  list(read) {
    const length = this.number();
    const list = new Array(length);
    for (let i = 0; i < length; i++) {
      list[i] = read(i);
    }
    return list;
  }
}
