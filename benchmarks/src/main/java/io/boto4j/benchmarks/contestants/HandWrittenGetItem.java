package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The task by hand, and no more than the task: a socket, a signature, JSON glued and searched as
 * text. No library can do it with less; this is the floor the others are measured from.
 */
public final class HandWrittenGetItem {
  private static final String BODY =
      "{\"TableName\":\"auth-users\",\"Key\":{\"id\":{\"S\":\"user-1\"}}}";
  private static final String TARGET = "DynamoDB_20120810.GetItem";
  private static final String TYPE = "application/x-amz-json-1.0";
  private static final String SIGNED_HEADERS = "content-type;host;x-amz-date;x-amz-target";

  private HandWrittenGetItem() {}

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   * @throws IOException if the server cannot be spoken with
   * @throws GeneralSecurityException if the JVM has no SHA-256
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    URI endpoint = URI.create(args[0]);
    String host = endpoint.getHost() + ":" + endpoint.getPort();
    try (Socket socket = connect(endpoint)) {
      socket.getOutputStream().write(request(host, now(System.currentTimeMillis() / 1000)));
      String answer = read(socket.getInputStream());
      String before = "\"email\":{\"S\":\"";
      int start = answer.indexOf(before) + before.length();
      System.out.println(answer.substring(start, answer.indexOf('"', start)));
    }
  }

  private static Socket connect(URI endpoint) throws IOException {
    if (endpoint.getScheme().equals("http")) {
      return new Socket(endpoint.getHost(), endpoint.getPort());
    }
    SSLSocket socket =
        (SSLSocket)
            SSLSocketFactory.getDefault().createSocket(endpoint.getHost(), endpoint.getPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** The signed request. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
  static byte[] request(String host, String time) throws GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    String day = time.substring(0, 8);
    String scope = day + "/us-east-1/dynamodb/aws4_request";
    String headers =
        "content-type:"
            + TYPE
            + "\nhost:"
            + host
            + "\nx-amz-date:"
            + time
            + "\nx-amz-target:"
            + TARGET
            + "\n";
    String canonical =
        "POST\n/\n\n"
            + headers
            + "\n"
            + SIGNED_HEADERS
            + "\n"
            + hex(sha256.digest(BODY.getBytes(UTF_8)));
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + scope
            + "\n"
            + hex(sha256.digest(canonical.getBytes(UTF_8)));
    byte[] key = hmac(sha256, "AWS4example-secret-key".getBytes(UTF_8), day);
    key = hmac(sha256, key, "us-east-1");
    key = hmac(sha256, key, "dynamodb");
    key = hmac(sha256, key, "aws4_request");
    String request =
        "POST / HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: "
            + TYPE
            + "\r\nX-Amz-Target: "
            + TARGET
            + "\r\nX-Amz-Date: "
            + time
            + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
            + scope
            + ", SignedHeaders="
            + SIGNED_HEADERS
            + ", Signature="
            + hex(hmac(sha256, key, toSign))
            + "\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n"
            + BODY;
    return request.getBytes(UTF_8);
  }

  private static String now(long epochSecond) {
    LocalDate date = LocalDate.ofEpochDay(epochSecond / 86_400);
    int second = (int) (epochSecond % 86_400);
    long day = date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    long time = 1_000_000L + second / 3600 * 10_000L + second / 60 % 60 * 100L + second % 60;
    return day + "T" + Long.toString(time).substring(1) + "Z";
  }

  /** RFC 2104 by {@link MessageDigest}: {@code javax.crypto} would cost this process 50 ms. */
  private static byte[] hmac(MessageDigest sha256, byte[] key, String message) {
    byte[] pad = Arrays.copyOf(key, 64);
    for (int i = 0; i < pad.length; i++) {
      pad[i] ^= 0x36;
    }
    sha256.update(pad);
    byte[] inner = sha256.digest(message.getBytes(UTF_8));
    for (int i = 0; i < pad.length; i++) {
      pad[i] ^= 0x36 ^ 0x5C;
    }
    sha256.update(pad);
    return sha256.digest(inner);
  }

  private static String hex(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length * 2);
    for (byte octet : bytes) {
      out.append(Character.forDigit(octet >> 4 & 0xF, 16));
      out.append(Character.forDigit(octet & 0xF, 16));
    }
    return out.toString();
  }

  /** The whole answer, head and body, which ends where Content-Length says. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (true) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new EOFException("The answer broke off after " + received.size() + " bytes");
      }
      received.write(buffer, 0, count);
      String text = received.toString(UTF_8);
      int bodyStart = text.indexOf("\r\n\r\n") + 4;
      if (bodyStart > 4) {
        String before = "\r\nContent-Length: ";
        int start = text.indexOf(before) + before.length();
        int length = Integer.parseInt(text.substring(start, text.indexOf('\r', start)));
        if (received.size() == bodyStart + length) {
          return text;
        }
      }
    }
  }
}
