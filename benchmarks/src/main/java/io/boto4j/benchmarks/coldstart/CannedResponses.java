package io.boto4j.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.benchmarks.run.XmlDocuments;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** The responses to the tasks, byte for byte, with the headers of the real services. */
final class CannedResponses {
  /** The object in the bucket, a single line because a contestant prints it. */
  static final String OBJECT =
      "Hello! The Analytical Engine has no pretensions whatever to originate anything."
          + " It can do whatever we know how to order it to perform.";

  /** The status of the database instance. */
  static final String STATUS = "available";

  private static final String ITEM =
      "{\"Item\":{\"id\":{\"S\":\"user-1\"},\"email\":{\"S\":\""
          + CannedServer.EMAIL
          + "\"},\"name\":{\"S\":\"Ada Lovelace\"},\"logins\":{\"N\":\"1815\"},"
          + "\"active\":{\"BOOL\":true},\"roles\":{\"L\":[{\"S\":\"admin\"},{\"S\":\"writer\"}]},"
          + "\"created\":{\"S\":\"2026-11-22T10:15:30Z\"}}}";
  private static final byte[] GET_ITEM = json("200 OK", ITEM);
  private static final byte[] GET_OBJECT = object(OBJECT.getBytes(UTF_8));
  private static final byte[] DESCRIBE_DB_INSTANCES = xml(XmlDocuments.dbInstances(1));
  private static final byte[] REFUSAL =
      json(
          "400 Bad Request",
          "{\"__type\":\"com.amazon.coral.service#SerializationException\","
              + "\"message\":\"This is not a signed request of a task\"}");

  private CannedResponses() {}

  /**
   * Returns the response to a request.
   *
   * @param head its request line and headers, in lower case
   * @param body its body
   */
  static byte[] to(String head, String body) {
    if (head.startsWith("post / ")
        && head.contains("\r\nx-amz-target: dynamodb_20120810.getitem\r\n")
        && isSigned(head, "dynamodb")) {
      return GET_ITEM;
    }
    if (head.startsWith("get /documents/greeting.txt")
        && head.contains("\r\nx-amz-content-sha256: ")
        && isSigned(head, "s3")) {
      return GET_OBJECT;
    }
    if (head.startsWith("post / ")
        && body.contains("Action=DescribeDBInstances&")
        && body.contains("DBInstanceIdentifier=orders")
        && isSigned(head, "rds")) {
      return DESCRIBE_DB_INSTANCES;
    }
    return REFUSAL;
  }

  private static boolean isSigned(String head, String service) {
    int start = head.indexOf("\r\nauthorization: aws4-hmac-sha256 credential=akidexample/");
    return start >= 0
        && head.substring(start + 2, head.indexOf('\r', start + 2))
            .contains("/us-east-1/" + service + "/aws4_request,");
  }

  private static byte[] json(String status, String body) {
    return response(
        status,
        "Server: Server\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "Connection: keep-alive\r\n"
            + "x-amzn-RequestId: 6U7Q2M0JHBC1V3CGKHC5TPNNNJVV4KQNSO5AEMVJF66Q9ASUAAJG\r\n"
            + "x-amz-crc32: "
            + crc32(body.getBytes(ISO_8859_1)),
        body.getBytes(ISO_8859_1));
  }

  private static byte[] object(byte[] body) {
    byte[] crc = ByteBuffer.allocate(4).putInt((int) crc32(body)).array();
    return response(
        "200 OK",
        "x-amz-id-2: Mj2ypmfrQJmQmQAYYm7zTYdOwVMoUlbcgfKRRQvEMqZmGdbPHDBB9o0Vo2PMQ4Lu\r\n"
            + "x-amz-request-id: 5G7QRN7N8XBT4ZC1\r\n"
            + "Last-Modified: Sat, 21 Nov 2026 08:00:00 GMT\r\n"
            + "ETag: \"9b3cf535f27731c974343645a3985328\"\r\n"
            + "x-amz-server-side-encryption: AES256\r\n"
            + "x-amz-checksum-crc32: "
            + Base64.getEncoder().encodeToString(crc)
            + "\r\nx-amz-checksum-type: FULL_OBJECT\r\n"
            + "Accept-Ranges: bytes\r\nContent-Type: text/plain\r\nServer: AmazonS3",
        body);
  }

  private static byte[] xml(byte[] body) {
    return response(
        "200 OK",
        "x-amzn-RequestId: 9135fff3-8509-11e0-bd9b-a7b1ece36d51\r\nContent-Type: text/xml",
        body);
  }

  private static byte[] response(String status, String headers, byte[] body) {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nDate: Sun, 22 Nov 2026 10:15:30 GMT\r\n"
            + headers
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return (head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
