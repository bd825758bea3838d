package io.boto4j.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are wrong in every way get an error of AWS's, and soon. */
final class BadInputTest {
  private static final int MANY = 200 << 20;

  private static final LocalAws AWS =
      LocalAws.builder()
          .on("s3", "PutObject", BadInputTest::read)
          .on("lambda", "CreateAlias", call -> Map.of())
          .on("route53", "CreateHostedZone", call -> Map.of())
          .on("ec2", "DescribeRegions", call -> Map.of())
          .on("cloudwatch", "PutMetricData", call -> Map.of())
          .on("ses", "SendEmail", BadInputTest::fail)
          .start();

  private static Map<String, ?> read(EngineCall call) {
    if (call.input().get("Body") instanceof InputStream body) {
      try {
        body.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of();
  }

  private static Map<String, ?> fail(EngineCall call) {
    throw new IllegalStateException("no such luck with " + call.operation());
  }

  @AfterAll
  static void close() {
    AWS.close();
  }

  private static String signed(String service) {
    return "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=0\r\n";
  }

  private static String send(String head, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return exchange(
        head + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n", bytes);
  }

  private static String exchange(String head, byte[] body) throws IOException {
    URI uri = AWS.endpoint();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          head.replaceFirst("\r\n", "\r\nHost: localhost\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{'",
    "'[]'",
    "'null'",
    "'garbage'",
    "'{\"TableName\": 5}'",
    "'{\"TableName\": {}}'",
    "'{\"TableName\": \"t\"} x'",
    "'\"'"
  })
  void json_malformed_isASerializationException(String body) throws IOException {
    String answer =
        send(
            "POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.DescribeTable\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\n"
                + signed("dynamodb"),
            body);
    assertThat(answer).startsWith("HTTP/1.1 400").contains("#SerializationException\"");
  }

  @Test
  void json_unknownOperationOrService_isAnUnknownOperation() throws IOException {
    assertThat(
            send(
                "POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.No\r\n" + signed("dynamodb"),
                "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("UnknownOperationException");
    assertThat(send("POST / HTTP/1.1\r\nX-Amz-Target: .\r\n" + signed("nothing"), "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("UnknownOperationException");
  }

  @ParameterizedTest
  @CsvSource({"'{'", "'{\"Name\": 5}'", "'<a/>'", "'[1]'"})
  void restJson_malformed_isASerializationException(String body) throws IOException {
    assertThat(
            send(
                "POST /2015-03-31/functions/f/aliases HTTP/1.1\r\n"
                    + "Content-Type: application/json\r\n"
                    + signed("lambda"),
                body))
        .startsWith("HTTP/1.1 400")
        .containsIgnoringCase("x-amzn-errortype: SerializationException");
  }

  @ParameterizedTest
  @CsvSource({"'<'", "'<a><b></a>'", "'{}'", "'<!DOCTYPE a [<!ENTITY e \"e\">]><a>&e;</a>'"})
  void restXml_malformed_isMalformedXml(String body) throws IOException {
    assertThat(send("POST /2013-04-01/hostedzone HTTP/1.1\r\n" + signed("route53"), body))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>MalformedXML</Code>");
  }

  @Test
  void query_malformed_isAnError() throws IOException {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    assertThat(
            send(
                "POST / HTTP/1.1\r\n" + form + signed("iam"),
                "Action=ListUsers&Version=2010-05-08&MaxItems=many"))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>MalformedInput</Code>");
    assertThat(send("POST / HTTP/1.1\r\n" + form + signed("iam"), "Action=No&%=%zz&&=="))
        .startsWith("HTTP/1.1 404");
    assertThat(
            send(
                "POST / HTTP/1.1\r\n" + form + signed("ec2"),
                "Action=DescribeRegions&Version=2016-11-15&AllRegions=maybe"))
        .startsWith("HTTP/1.1 400")
        .contains("<Response><Errors><Error><Code>InvalidParameterValue</Code>");
  }

  @Test
  void cbor_malformed_isASerializationException() throws IOException {
    String head =
        "POST /service/GraniteServiceVersion20100801/operation/PutMetricData HTTP/1.1\r\n"
            + "smithy-protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\n"
            + signed("monitoring");
    for (String body : List.of("\u0001", "garbage", "{}")) {
      assertThat(send(head, body)).startsWith("HTTP/1.1 400").contains("SerializationException");
    }
  }

  @Test
  void chunks_malformed_areAnIncompleteBody() throws IOException {
    for (String body : List.of("zz\r\n", "5\r\nab", "-1\r\n\r\n", "2\r\nabcd\r\n0\r\n\r\n", "")) {
      assertThat(
              send(
                  "PUT /b/k HTTP/1.1\r\nContent-Encoding: aws-chunked\r\n"
                      + "X-Amz-Decoded-Content-Length: 5\r\n"
                      + signed("s3"),
                  body))
          .startsWith("HTTP/1.1 400")
          .contains("<Code>IncompleteBody</Code>");
    }
  }

  @Test
  void checksums_thatDoNotMatch_areRefused() throws IOException {
    assertThat(
            send("PUT /b/k HTTP/1.1\r\nx-amz-checksum-crc32: AAAAAA==\r\n" + signed("s3"), "body"))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>BadDigest</Code>");
    assertThat(
            send(
                "PUT /b/k HTTP/1.1\r\nContent-Encoding: aws-chunked\r\n"
                    + "x-amz-trailer: x-amz-checksum-crc32\r\n"
                    + signed("s3"),
                "4\r\nbody\r\n0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>BadDigest</Code>");
  }

  @Test
  void gzip_thatIsNone_isAnError() throws IOException {
    assertThat(
            send(
                "POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.DescribeTable\r\n"
                    + "Content-Encoding: gzip\r\n"
                    + signed("dynamodb"),
                "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("SerializationException");
  }

  @Test
  void http_malformed_isAnErrorInXml() throws IOException {
    assertThat(exchange("nonsense\r\n\r\n", new byte[0]))
        .startsWith("HTTP/1.1 400")
        .contains("<Error><Code>BadRequest</Code>")
        .doesNotContain("<html");
    String header = "X-Long: " + "a".repeat(100_000) + "\r\n";
    assertThat(exchange("GET / HTTP/1.1\r\n" + header + "\r\n", new byte[0]))
        .startsWith("HTTP/1.1 431")
        .doesNotContain("<html");
  }

  @Test
  void body_tooLarge_isRefusedWhileItStreams() throws IOException {
    String head =
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.DescribeTable\r\n"
            + signed("dynamodb")
            + "Content-Length: "
            + MANY
            + "\r\n\r\n";
    URI uri = AWS.endpoint();
    byte[] part = new byte[1 << 16];
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int sent = 0;
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      try {
        while (sent < MANY && in.available() == 0) {
          socket.getOutputStream().write(part);
          sent += part.length;
        }
      } catch (SocketException e) {
        // The server has answered, and does not read on.
      }
      byte[] some = new byte[4096];
      int count = in.read(some);
      answer.write(some, 0, Math.max(count, 0));
    }
    assertThat(sent).isLessThan(MANY);
    assertThat(answer.toString(StandardCharsets.UTF_8))
        .startsWith("HTTP/1.1 413")
        .contains("RequestEntityTooLarge");
  }

  @Test
  void expectation_isContinuedBeforeTheBodyIsSent() throws IOException {
    URI uri = AWS.endpoint();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PUT /b/k HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\n"
                  + signed("s3")
                  + "Content-Length: 4\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      byte[] first = new byte[25];
      assertThat(socket.getInputStream().readNBytes(first, 0, 25)).isEqualTo(25);
      assertThat(new String(first, StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      out.write("body".getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void engine_thatThrows_isAnInternalFailureWhoseIdIsInTheLog() throws IOException {
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            records.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.boto4j.local");
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    String answer;
    try {
      answer =
          send(
              "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                  + signed("ses"),
              "Action=SendEmail&Version=2010-12-01&Source=s&Destination.ToAddresses.member.1=a"
                  + "&Message.Subject.Data=s&Message.Body.Text.Data=t");
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(answer)
        .startsWith("HTTP/1.1 500")
        .contains("<Code>InternalFailure</Code>")
        .doesNotContain("no such luck", "IllegalStateException", "\tat ");
    String id = answer.replaceAll("(?s).*<RequestId>(.*?)</RequestId>.*", "$1");
    assertThat(records)
        .anySatisfy(
            entry -> {
              assertThat(entry.getMessage()).contains(id);
              assertThat(entry.getThrown()).hasMessageContaining("no such luck with SendEmail");
            });
  }
}
