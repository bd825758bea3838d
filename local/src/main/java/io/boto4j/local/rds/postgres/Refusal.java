package io.boto4j.local.rds.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A port that answers everyone with a sentence: in the protocol of PostgreSQL or MySQL, so that
 * their drivers show it, or as a line.
 */
public final class Refusal implements AutoCloseable {
  /** The protocol in which a port answers. */
  public enum Language {
    /** The protocol of PostgreSQL. */
    POSTGRESQL,
    /** The protocol of MySQL and MariaDB. */
    MYSQL,
    /** A line of text. */
    TEXT
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final int LARGEST = 10_000;
  private static final int TIMEOUT_MILLIS = 5000;

  private final ServerSocket socket;
  private final Language language;
  private final Supplier<String> sentence;

  private Refusal(ServerSocket socket, Language language, Supplier<String> sentence) {
    this.socket = socket;
    this.language = language;
    this.sentence = sentence;
  }

  /**
   * Opens a port.
   *
   * @param port the port, or 0 for any that is free
   * @param language the protocol
   * @param sentence returns the answer
   * @return an open port
   * @throws IOException if the port is in use
   */
  public static Refusal open(int port, Language language, Supplier<String> sentence)
      throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    Refusal refusal = new Refusal(socket, language, sentence);
    Thread thread = new Thread(refusal::accept, "boto4j-local-port-" + socket.getLocalPort());
    thread.setDaemon(true);
    thread.start();
    return refusal;
  }

  /**
   * Returns the port.
   *
   * @return the number
   */
  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.setSoTimeout(TIMEOUT_MILLIS);
        answer(client.getInputStream(), client.getOutputStream());
      } catch (IOException e) {
        // The client has left, or the port was closed.
        Thread.onSpinWait();
      }
    }
  }

  private void answer(InputStream in, OutputStream out) throws IOException {
    switch (language) {
      case POSTGRESQL -> {
        readStartup(new DataInputStream(in), out);
        out.write(postgresError(sentence.get()));
      }
      case MYSQL -> out.write(mysqlError(sentence.get()));
      case TEXT -> out.write((sentence.get() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  /** Declines encryption, and reads the message that follows. */
  private static void readStartup(DataInputStream in, OutputStream out) throws IOException {
    while (true) {
      int length = in.readInt();
      int code = in.readInt();
      if (length < 8 || length > LARGEST) {
        throw new IOException("Not a startup message");
      }
      in.readNBytes(length - 8);
      if (code != SSL_REQUEST && code != GSS_REQUEST) {
        return;
      }
      out.write('N');
      out.flush();
    }
  }

  private static byte[] postgresError(String sentence) throws IOException {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (String field : new String[] {"SFATAL", "VFATAL", "C57P03", "M" + sentence}) {
      fields.write(field.getBytes(StandardCharsets.UTF_8));
      fields.write(0);
    }
    fields.write(0);
    int length = fields.size() + 4;
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write('E');
    message.write(
        new byte[] {
          (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        });
    fields.writeTo(message);
    return message.toByteArray();
  }

  private static byte[] mysqlError(String sentence) throws IOException {
    byte[] text = sentence.getBytes(StandardCharsets.UTF_8);
    int length = text.length + 3;
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    // The length in three bytes, number 0, the mark of an error, and "too many connections", the
    // one error that servers send before the greeting.
    packet.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), 0});
    packet.write(new byte[] {(byte) 0xff, 0x10, 0x04});
    packet.write(text);
    return packet.toByteArray();
  }

  /** Closes the port. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot close a port: " + e.getMessage(), e);
    }
  }
}
