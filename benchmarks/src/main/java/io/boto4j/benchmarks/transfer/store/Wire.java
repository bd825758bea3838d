package io.boto4j.benchmarks.transfer.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The bytes of one connection, plain or encrypted. */
interface Wire extends Closeable {
  /** Whether buffers must be in the heap; others must be direct, which saves copying. */
  boolean inHeap();

  /** Reads some bytes; -1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Writes all bytes. */
  void write(ByteBuffer source) throws IOException;

  /** Returns a plain connection. */
  static Wire plain(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Plain(channel);
  }

  /** Returns an encrypted connection. */
  static Wire encrypted(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return new Encrypted(socket, socket.getInputStream(), socket.getOutputStream());
  }

  /** A plain connection. */
  record Plain(SocketChannel channel) implements Wire {
    @Override
    public boolean inHeap() {
      return false;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      while (source.hasRemaining()) {
        channel.write(source);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** An encrypted connection. */
  record Encrypted(Socket socket, InputStream in, OutputStream out) implements Wire {
    @Override
    public boolean inHeap() {
      return true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int count =
          in.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
      if (count > 0) {
        target.position(target.position() + count);
      }
      return count;
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      out.write(source.array(), source.arrayOffset() + source.position(), source.remaining());
      source.position(source.limit());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Bytes that were received before. */
  record Received(ByteBuffer bytes) implements Wire {
    @Override
    public boolean inHeap() {
      return true;
    }

    @Override
    public int read(ByteBuffer target) {
      int count = Math.min(target.remaining(), bytes.remaining());
      target.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count == 0 ? -1 : count;
    }

    @Override
    public void write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
