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
 * The tasks written by hand, with nothing else: a socket, a signature, string concatenation and
 * search. No library can do with less; this is the floor to which the others are compared. It is
 * one class, because each further class would have to be found and loaded.
 */
public final class HandWrittenCall {
  private HandWrittenCall() {}

  /**
   * Prints the one value that the task reads.
   *
   * @param args the endpoint URL and the task: {@code GetItem}, {@code GetObject} or {@code
   *     DescribeDbInstances}
   * @throws IOException if the exchange with the server fails
   * @throws GeneralSecurityException if the JVM has no SHA-256
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    URI endpoint = URI.create(args[0]);
    String host = endpoint.getHost() + ":" + endpoint.getPort();
    try (Socket socket = connect(endpoint)) {
      byte[] request = request(args[1], host, now(System.currentTimeMillis() / 1000));
      socket.getOutputStream().write(request);
      System.out.println(value(args[1], read(socket.getInputStream())));
    }
  }

  private static String value(String task, String response) {
    return switch (task) {
      case "GetItem" -> between("\"email\":{\"S\":\"", "\"", response);
      case "GetObject" -> response.substring(response.indexOf("\r\n\r\n") + 4);
      default -> between("<DBInstanceStatus>", "<", response);
    };
  }

  private static String between(String before, String after, String response) {
    int start = response.indexOf(before) + before.length();
    return response.substring(start, response.indexOf(after, start));
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

  static byte[] request(String task, String host, String time) throws GeneralSecurityException {
    return switch (task) {
      case "GetItem" ->
          signed(
              "POST / ",
              "dynamodb",
              time,
              "{\"TableName\":\"auth-users\",\"Key\":{\"id\":{\"S\":\"user-1\"}}}",
              "content-type",
              "application/x-amz-json-1.0",
              "host",
              host,
              "x-amz-date",
              time,
              "x-amz-target",
              "DynamoDB_20120810.GetItem");
      case "GetObject" ->
          signed(
              "GET /documents/greeting.txt ",
              "s3",
              time,
              "",
              "host",
              host,
              "x-amz-content-sha256",
              hex(MessageDigest.getInstance("SHA-256").digest()),
              "x-amz-date",
              time);
      default ->
          signed(
              "POST / ",
              "rds",
              time,
              "Action=DescribeDBInstances&Version=2014-10-31&DBInstanceIdentifier=orders",
              "content-type",
              "application/x-www-form-urlencoded; charset=utf-8",
              "host",
              host,
              "x-amz-date",
              time);
    };
  }

  /**
   * Returns the signed request.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
   *
   * @param headers the names and values, in the order in which they are signed
   */
  private static byte[] signed(
      String methodAndPath, String service, String time, String body, String... headers)
      throws GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    StringBuilder canonical = new StringBuilder(methodAndPath.replace(' ', '\n')).append('\n');
    StringBuilder names = new StringBuilder();
    StringBuilder request = new StringBuilder(methodAndPath).append("HTTP/1.1\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      canonical.append(headers[i]).append(':').append(headers[i + 1]).append('\n');
      names.append(i == 0 ? "" : ";").append(headers[i]);
      request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    canonical.append('\n').append(names).append('\n');
    canonical.append(hex(sha256.digest(body.getBytes(UTF_8))));
    String day = time.substring(0, 8);
    String scope = day + "/us-east-1/" + service + "/aws4_request";
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + scope
            + "\n"
            + hex(sha256.digest(canonical.toString().getBytes(UTF_8)));
    byte[] key = hmac(sha256, "AWS4example-secret-key".getBytes(UTF_8), day);
    key = hmac(sha256, key, "us-east-1");
    key = hmac(sha256, key, service);
    key = hmac(sha256, key, "aws4_request");
    request.append("authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/").append(scope);
    request.append(", SignedHeaders=").append(names);
    request.append(", Signature=").append(hex(hmac(sha256, key, toSign))).append("\r\n");
    if (!body.isEmpty()) {
      request.append("content-length: ").append(body.length()).append("\r\n");
    }
    return request.append("\r\n").append(body).toString().getBytes(UTF_8);
  }

  private static String now(long epochSecond) {
    LocalDate date = LocalDate.ofEpochDay(epochSecond / 86_400);
    int second = (int) (epochSecond % 86_400);
    long day = date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    long time = 1_000_000L + second / 3600 * 10_000L + second / 60 % 60 * 100L + second % 60;
    return day + "T" + Long.toString(time).substring(1) + "Z";
  }

  /**
   * Computes an HMAC (RFC 2104) with {@link MessageDigest}: {@code javax.crypto} would cost this
   * process 50 ms.
   */
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

  /** Reads the whole response, the head and a body of the length given by Content-Length. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (true) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new EOFException("The response broke off after " + received.size() + " bytes");
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
