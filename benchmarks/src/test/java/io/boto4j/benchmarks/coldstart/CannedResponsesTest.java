package io.boto4j.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An incomplete request gets no response, so that no contestant is faster by doing less. */
final class CannedResponsesTest {
  private static final String DESCRIBE =
      "Action=DescribeDBInstances&Version=2014-10-31&DBInstanceIdentifier=orders";

  @Test
  void to_getItem_isTheItem() {
    assertThat(response("post / ", "x-amz-target: dynamodb_20120810.getitem", "dynamodb", "{}"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\"" + CannedServer.EMAIL + "\"");
  }

  @Test
  void to_getObject_isTheObject() {
    assertThat(response("get /documents/greeting.txt ", "x-amz-content-sha256: e3b0", "s3", ""))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Length: " + CannedResponses.OBJECT.length() + "\r\n")
        .endsWith("\r\n\r\n" + CannedResponses.OBJECT);
  }

  @Test
  void to_describeDbInstances_isOneThatIsAvailable() {
    assertThat(response("post / ", "content-type: x", "rds", DESCRIBE))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("<DBInstanceStatus>" + CannedResponses.STATUS + "<");
  }

  @ParameterizedTest
  @CsvSource({
    "'post / ', x-amz-target: dynamodb_20120810.putitem, dynamodb, {}",
    "'post / ', x-amz-target: dynamodb_20120810.getitem, s3, {}",
    "'get /documents/greeting.txt ', accept: x, s3, ''",
    "'get /documents/another.txt ', x-amz-content-sha256: e3b0, s3, ''",
    "'post / ', content-type: x, rds, Action=DescribeDBClusters",
    "'post / ', content-type: x, dynamodb, " + DESCRIBE
  })
  void to_anotherRequest_isRefused(String start, String header, String service, String body) {
    assertThat(response(start, header, service, body)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void to_unsignedRequest_isRefused() {
    String head = "post / http/1.1\r\nx-amz-target: dynamodb_20120810.getitem\r\n\r\n";

    assertThat(text(CannedResponses.to(head, "{}"))).startsWith("HTTP/1.1 400 ");
  }

  private static String response(String start, String header, String service, String body) {
    String head =
        start
            + "http/1.1\r\n"
            + header
            + "\r\nauthorization: aws4-hmac-sha256 credential=akidexample/20261122/us-east-1/"
            + service
            + "/aws4_request, signedheaders=host, signature=00\r\n\r\n";
    return text(CannedResponses.to(head, body));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
