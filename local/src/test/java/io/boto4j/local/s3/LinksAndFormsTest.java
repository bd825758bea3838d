package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.credentials.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests without an SDK: forms of browsers, and objects that everyone may read. */
final class LinksAndFormsTest {
  private static final String BOUNDARY = "a-boundary";
  private final S3Fixture s3 = new S3Fixture();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    s3.close();
  }

  private URI url(String path) {
    return URI.create(s3.aws.endpoint() + "/" + S3Fixture.BUCKET + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> fields(List<Object> conditions) {
    String policy =
        Json.write(Map.of("expiration", "2099-01-01T00:00:00Z", "conditions", conditions));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "uploads/${filename}");
    fields.put("x-amz-credential", "AKIAUNKNOWN/20260101/us-east-1/s3/aws4_request");
    fields.put(
        "policy", Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8)));
    fields.put("x-amz-signature", "not verified for keys that were not issued");
    return fields;
  }

  private HttpResponse<String> post(Map<String, String> fields, String file)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\";")
        .append(" filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\n")
        .append(file)
        .append("\r\n--" + BOUNDARY + "--\r\n");
    return http.send(
        HttpRequest.newBuilder(url(""))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static final List<Object> CONDITIONS =
      List.of(
          Map.of("bucket", S3Fixture.BUCKET),
          List.of("starts-with", "$key", "uploads/"),
          List.of("starts-with", "$x-amz-credential", ""),
          List.of("content-length-range", 3, 100_000));

  @Test
  void form_thatMeetsItsPolicy_putsTheObject() throws Exception {
    String large = "line\r\n--a-bound\r\n".repeat(5000);
    assertThat(post(fields(CONDITIONS), large).statusCode()).isEqualTo(204);
    assertThat(s3.get("uploads/note.txt")).isEqualTo(large);
  }

  @Test
  void form_againstItsPolicy_isRefused() throws Exception {
    Map<String, String> other = fields(CONDITIONS);
    other.put("key", "elsewhere");
    assertThat(post(other, "text").body())
        .contains("Invalid according to Policy: Policy Condition failed");

    Map<String, String> extra = fields(CONDITIONS);
    extra.put("acl", "public-read");
    assertThat(post(extra, "text").body()).contains("Extra input fields: acl");

    assertThat(post(fields(CONDITIONS), "x").body()).contains("<Code>EntityTooSmall</Code>");
    assertThat(post(fields(CONDITIONS), "x".repeat(100_001)).body())
        .contains("<Code>EntityTooLarge</Code>");
    assertThat(s3.call("ListObjectsV2").list("Contents")).isEmpty();
  }

  @Test
  void object_privateOrPublic_isReadByEveryoneAsItsAclSays() throws Exception {
    s3.put("private", "secret");
    s3.put("public", "open", "ACL", "public-read");
    assertThat(get("/private").statusCode()).isEqualTo(403);
    assertThat(get("/absent").statusCode()).isEqualTo(403);
    assertThat(get("/public").body()).isEqualTo("open");

    s3.call(
        "PutBucketPolicy",
        "Policy",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
            + "\"Resource\":\"arn:aws:s3:::a-bucket/private\"}]}");
    assertThat(get("/private").body()).isEqualTo("secret");
  }

  @Test
  void presignedUrl_ofTheClient_putsAndGets() throws Exception {
    Map<String, Object> input = Map.of("Bucket", S3Fixture.BUCKET, "Key", "a b");
    // The signatures of keys that were not issued are not verified: that of the host is another.
    Credentials unknown = Credentials.of("AKIAUNKNOWN", "secret");
    try (Client client = s3.aws.session(unknown).client("s3")) {
      HttpResponse<String> put = send(client.presign("PutObject", input), "PUT", "text");
      assertThat(put.statusCode()).isEqualTo(200);
      assertThat(send(client.presign("GetObject", input), "GET", "").body()).isEqualTo("text");
    }
  }

  /** Sends a request to the local port, with the host for which it was signed as its path. */
  private HttpResponse<String> send(URI signed, String method, String body)
      throws IOException, InterruptedException {
    String bucket = signed.getHost().startsWith(S3Fixture.BUCKET) ? "/" + S3Fixture.BUCKET : "";
    URI local =
        URI.create(s3.aws.endpoint() + bucket + signed.getRawPath() + "?" + signed.getRawQuery());
    return http.send(
        HttpRequest.newBuilder(local)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
