package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code request_checksum_calculation}, wherever it is set, applies to transfers. */
@Timeout(30)
final class RequestChecksumsTest {
  private static final String VARIABLE = "AWS_REQUEST_CHECKSUM_CALCULATION";
  private static final String PROFILE = "request_checksum_calculation = when_required\n";

  @TempDir private Path home;

  private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

  @Test
  void transfers_byDefault_haveChecksums() throws IOException {
    transfer(Map.of(), "", c -> {});

    assertThat(checksums()).isNotEmpty();
  }

  @Test
  void transfers_whenRequiredInCode_haveNone() throws IOException {
    transfer(Map.of(), "", c -> c.requestChecksumCalculation("WHEN_REQUIRED"));

    assertThat(checksums()).isEmpty();
  }

  @Test
  void transfers_whenRequiredInTheEnvironment_haveNone() throws IOException {
    transfer(Map.of(VARIABLE, "when_required"), "", c -> {});

    assertThat(checksums()).isEmpty();
  }

  @Test
  void transfers_whenRequiredInTheProfile_haveNone() throws IOException {
    transfer(Map.of(), PROFILE, c -> {});

    assertThat(checksums()).isEmpty();
  }

  @Test
  void transfers_whenSupportedInTheEnvironment_overrideTheProfile() throws IOException {
    transfer(Map.of(VARIABLE, "when_supported"), PROFILE, c -> {});

    assertThat(checksums()).isNotEmpty();
  }

  /** Uploads in one request and in parts. */
  private void transfer(
      Map<String, String> environment, String profile, Consumer<ClientConfig.Builder> options)
      throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[default]\n" + profile);
    HttpTransport transport = this::answer;
    Session session =
        Session.builder()
            .environment(environment)
            .home(home)
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .transport(transport)
            .build();
    try (Client s3 = session.client("s3", options);
        S3Transfer s3t = S3Transfer.of(s3, c -> c.multipartThreshold(1000))) {
      s3t.upload(new byte[999], "bucket", "small").await();
      s3t.upload(new byte[1000], "bucket", "parts").await();
    }
  }

  private HttpResponse answer(HttpRequest request) throws IOException {
    requests.add(request);
    try (InputStream in = request.body().open()) {
      in.readAllBytes();
    }
    String query = String.valueOf(request.uri().getRawQuery());
    boolean creates = request.method().equals("POST") && query.startsWith("uploads");
    boolean completes = request.method().equals("POST") && query.startsWith("uploadId");
    String body =
        creates
            ? "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
            : completes
                ? "<CompleteMultipartUploadResult><ETag>\"e-1\"</ETag></CompleteMultipartUploadResult>"
                : "";
    return HttpResponse.of(
        200,
        Headers.builder().add("ETag", "\"e\"").build(),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns what the requests contain about checksums. */
  private List<String> checksums() {
    List<String> found = new ArrayList<>();
    for (HttpRequest request : requests) {
      request
          .headers()
          .forEach(
              header -> {
                String name = header.getKey().toLowerCase(Locale.ROOT);
                if (name.contains("checksum")
                    || name.equals("content-md5")
                    || name.contains("trailer")) {
                  found.add(name);
                }
              });
    }
    return found;
  }
}
